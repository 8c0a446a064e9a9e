import type { IssueDetails } from "./compiler-notes.ts";

/** What stands around the briefing's text: 报头 above, 版记 below (standards of the field, section 1.7). */
export interface Letterhead extends IssueDetails {
  readonly name: string; // 简报名, in red
  readonly issuer: string; // 编发机关
  readonly report: string | null; // 报：…
  readonly send: string | null; // 送：…
  readonly distribute: string | null; // 发：…
  readonly demoNotice: string; // in every page's header while a figure rests on 演示数据
}

/** The letterhead of one issue: what its notes say of it counts before what the office always says. */
export function letterheadOf(office: Letterhead, issue: IssueDetails | null): Letterhead {
  const given = Object.entries(issue ?? {}).filter(([, text]) => text !== null);
  return { ...office, ...Object.fromEntries(given) };
}
