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
  if (day === "*" && month === "*" && weekday !== "*") {
    const names = listWords(weekday, (number) => WEEKDAYS[number] ?? "");
    return names === null ? null : `每周${names} `;
  }
  if (weekday !== "*") return null;
  const months = month === "*" ? "" : listWords(month, String);
  const days = day === "*" ? "每天 " : day === "L" ? "最后一天" : listWords(day, String);
  if (months === null || days === null) return null;
  if (day === "*") return months === "" ? days : `每年${months}月${days}`;
  return `${months === "" ? "每月" : `每年${months}月`}${days}${day === "L" ? "" : "日"}`;
}

/** 1、4、7 or 一至五; null for what is neither numbers nor ranges of them. */
function listWords(field: string, nameOf: (number: number) => string): string | null {
  const parts = field.split(",").map((part) => {
    const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    if (from === undefined) return null;
    return to === undefined ? nameOf(Number(from)) : `${nameOf(Number(from))}至${nameOf(Number(to))}`;
  });
  return parts.includes(null) ? null : parts.join("、");
}
