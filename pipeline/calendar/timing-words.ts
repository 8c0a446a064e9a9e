import type { JobTiming } from "../model/schedule.ts";

const WEEKDAYS = "日一二三四五六日";
const DAY_WORDS = { every: "", working: "（只在工作日）", "next-working": "（遇休息日顺延到下一个工作日）" } as const;

/** Says in words when a job falls due: 每月20日10:00（遇休息日顺延到下一个工作日）; with the line itself where words would be long. */
export function timingWords({ cron, days }: Pick<JobTiming, "cron" | "days">): string {
  const [minute = "", hour = "", day = "", month = "", weekday = ""] = cron.trim().split(/\s+/);
  const time = timeWords(minute, hour);
  const date = dateWords(day, month, weekday);
  return `${time === null || date === null ? `按 cron ${cron}` : `${date}${time}`}${DAY_WORDS[days]}`;
}

function timeWords(minute: string, hour: string): string | null {
  if (/^\d+$/.test(minute) && /^\d+$/.test(hour)) return `${hour}:${minute.padStart(2, "0")}`;
  const every = /^\*(?:\/(\d+))?$/.exec(minute);
  if (!every) return null;
  const often = `每 ${every[1] ?? 1} 分钟`;
  const [, from, to] = /^(\d+)-(\d+)$/.exec(hour) ?? [];
  if (hour === "*") return often;
  return from === undefined ? null : `${from}:00—${to}:59 ${often}`;
}

function dateWords(day: string, month: string, weekday: string): string | null {
  const isList = (field: string) => /^\d+(?:,\d+)*$/.test(field);
  const months = month === "*" ? "每月" : isList(month) ? `每年${month.replaceAll(",", "、")}月` : null;
  if (day === "*" && month === "*") {
    if (weekday === "*") return "每天 ";
    return isList(weekday) ? `每周${[...weekday].map((one) => WEEKDAYS[Number(one)] ?? "、").join("")} ` : null;
  }
  if (weekday !== "*" || months === null || !isList(day)) return null;
  return `${months}${day.replaceAll(",", "、")}日`;
}
