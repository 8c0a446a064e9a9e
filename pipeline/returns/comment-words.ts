import type { Severity } from "../model/issue-kinds.ts";
import { childrenOf, decodeXml, type Element, prefixOf } from "./xml.ts";

/** What each of our comments begins with. */
export const MARK = "【核对】";
/** What stands between a bureau's words and ours. */
export const JOINT = "——";
/** What our comment says once there is no issue any more. */
export const SETTLED = "上次提出的问题已经没有了。";
/** What an issue's line begins with. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: "错误", warning: "提醒", info: "说明" };

const OUR_LINE = new RegExp(`^(?:(?:${Object.values(SEVERITY_NAMES).join("|")})：|${SETTLED})`);

/** A comment without what an earlier return of ours said in it. */
export interface PeoplesWords {
  readonly runs: readonly string[]; // that stand before our words, as they are
  readonly added: string; // what someone wrote among or below ours
}

/**
 * Tells the words of people in a comment from ours. Programs that save a comment again may drop its author and cut its
 * text into other runs, so that only the words tell; readings (phonetic text) are left out.
 *
 * @param text the element `text` of a comment
 */
export function peoplesWords(xml: string, text: Element): PeoplesWords {
  const prefix = prefixOf(text.open);
  const runs = childrenOf(xml, text.innerStart, text.innerEnd).flatMap(({ name, start, end }) => {
    const each = xml.slice(start, end);
    if (name === "t") return [`<${prefix}r>${each}</${prefix}r>`];
    return name === "r" ? [each] : [];
  });
  const first = runs.findIndex((run) => run.includes(MARK));
  if (first < 0) return { runs, added: "" };
  const before = [...runs.slice(0, first), (runs[first] ?? "").replace(FROM_MARK, "$1")].map((run, index, all) =>
    index >= all.length - 2 ? run.replace(JOINT_AT_END, "$1") : run,
  );
  const whole = runs.map(wordsOf).join("");
  const lines = whole.slice(whole.indexOf(MARK) + MARK.length).split("\n");
  const added = lines.map((line) => (OUR_LINE.test(line) ? afterSentence(line) : line).trim()).filter(Boolean);
  return { runs: before.filter((run) => wordsOf(run).trim() !== ""), added: added.join("\n") };
}

const FROM_MARK = new RegExp(`${MARK}[^<]*(</(?:\\w+:)?t>)`);
const JOINT_AT_END = new RegExp(`${JOINT}(</(?:\\w+:)?t>)`);

function wordsOf(run: string): string {
  return decodeXml([...run.matchAll(/<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)</g)].map(([, words]) => words).join(""));
}

/** What someone typed behind our last full stop. */
function afterSentence(line: string): string {
  return line.slice(line.lastIndexOf("。") + 1);
}
