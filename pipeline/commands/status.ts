import type { Config } from "../config.ts";
import type { Effects } from "../jobs/effects.ts";
import { runSubject } from "../jobs/schedule/run-words.ts";
import { type HomeStatus, readHomeStatus } from "../jobs/status.ts";
import { beijingClock, beijingTime } from "../model/beijing-time.ts";
import { printableJson } from "../model/printable-text.ts";
import { OUTCOME_WORDS, RECORDED_JOBS } from "../model/run-outcome.ts";

/** Prints what the home holds; exit code 0, also where there is nothing yet. */
export function status(
  options: { readonly json?: boolean },
  config: Config,
  { now }: Effects,
  write: (text: string) => void,
): number {
  const at = now();
  const found = readHomeStatus(config, at);
  write(options.json ? printableJson(found) : describe(found, at));
  return 0;
}

type Told = NonNullable<HomeStatus["store"]>;
type LastRun = NonNullable<Told["lastRun"]>;

function describe({ home, store, warnings }: HomeStatus, now: string): string {
  if (store === null) return `${home}：还没有数据。运行 npm start 读取随附报表，或用 ingest 读取您的报表。`;
  const { submissions, observations, issues, lastRun, editions, schedule, atWork, waiting, backup, restoration } =
    store;
  return [
    `位置  ${home}`,
    `报表  ${submissions} 份，数据 ${observations} 个`,
    `问题  错误 ${issues.error}，提醒 ${issues.warning}，说明 ${issues.info}`,
    ...(lastRun ? [`最近  ${describeRun(lastRun)}`] : []),
    ...(schedule ? [`定时  ${describeHeartbeat(schedule, now)}`] : []),
    ...(atWork ? [`手上  ${runSubject(atWork)}，${beijingTime(atWork.since)}（北京时间）开始，还没有做完`] : []),
    ...(waiting.length > 0 ? [`等着  ${describeWaiting(waiting)}`] : []),
    ...(backup ? [`备份  ${describeBackup(backup)}`] : []),
    ...(restoration ? [`恢复  ${describeRestoration(restoration)}`] : []),
    ...warnings.map((warning) => `注意  ${warning}`),
    ...editions.map(({ path, state }) => `文稿  ${path}（${STATES[state] ?? state}）`),
  ].join("\n");
}

/** 生成文稿，2026-11-28 02:04（北京时间），完成 */
function describeRun({ job, finishedAt, outcome }: LastRun): string {
  const time = `${beijingClock(finishedAt)}（北京时间）`;
  return [RECORDED_JOBS[job], time, OUTCOME_WORDS[outcome]].join("，");
}

/** A beat a minute; many are missing before it counts as stopped, because a long step may keep some back. */
const LATE_BEAT_MS = 10 * 60 * 1000;

/** Of one that was killed or lost its power, which nobody has noted, only the time since tells. */
function describeHeartbeat({ startedAt, beatAt, stoppedAt }: NonNullable<Told["schedule"]>, now: string): string {
  if (stoppedAt !== null) return `已停止，${beijingTime(stoppedAt)}（北京时间）`;
  const beats = `${beijingTime(startedAt)} 开始运行，最近一次心跳 ${beijingTime(beatAt)}（北京时间；每分钟一次）`;
  const silentMs = Date.parse(now) - Date.parse(beatAt);
  return silentMs < LATE_BEAT_MS
    ? `${beats}，在运行`
    : `${beats}，已有 ${lengthWords(silentMs)}没有，应是中断了：请重新启动 schedule`;
}

/** 35 分钟, 3 小时, 12 天; rounded down. */
function lengthWords(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 120) return `${minutes} 分钟`;
  return minutes < 2 * 24 * 60 ? `${Math.floor(minutes / 60)} 小时` : `${Math.floor(minutes / 60 / 24)} 天`;
}

/** 生成月报，2023年6月，2023-07-20（周四）10:00（北京时间）到期，还没有开始；共 3 项 */
function describeWaiting(waiting: Told["waiting"]): string {
  const [first] = waiting;
  if (first === undefined) return "";
  const more = waiting.length > 1 ? `；共 ${waiting.length} 项` : "";
  return `${runSubject(first)}，${beijingTime(first.scheduledFor)}（北京时间）到期，还没有开始${more}`;
}

/** 2023-07-20（周四）22:31（北京时间），jindu-2023-07-20.tar */
function describeBackup({ finishedAt, outcome, note }: NonNullable<Told["backup"]>) {
  const words = [`${beijingTime(finishedAt)}（北京时间）`, outcome === "done" ? "" : OUTCOME_WORDS[outcome], note];
  return words.filter(Boolean).join("，");
}

/** 2023-07-22 10:00 由 2023-07-20 22:30 的备份恢复（北京时间）；… */
function describeRestoration({ restoredAt, backedUpAt, unknown }: NonNullable<Told["restoration"]>) {
  const times = `${beijingClock(restoredAt)} 由 ${beijingClock(backedUpAt)} 的备份恢复（北京时间），其间发过什么不知道`;
  return `${times}；${unknown === 0 ? "没有等人确认的邮件" : `有 ${unknown} 件邮件等人确认，见 deliver --list`}`;
}

const STATES: Readonly<Record<string, string>> = {
  draft: "草稿",
  approved: "已签发",
  delivered: "已发送",
  undelivered: "已发送，有人没有收到",
  corrected: "已更正",
};
