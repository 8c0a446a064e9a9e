import type { Unmatched } from "../../proof/result.ts";

/** What stands in a fault's name where the whole file or its ledger is another one. */
export const OTHER_LEDGER = "与核对证书不同的台账";
export const OTHER_EDITION = "另一期的工作簿";

/** Says what is wrong with a number, where, what was found and what was expected: one line. */
export function describeUnmatched({ fault, place, text, expected, name }: Unmatched): string {
  const what = name === null ? "" : `“${name}”`;
  switch (fault) {
    case "changed":
      return `${place}：${what}应为 ${expected}，文件中是 ${text}`;
    case "unit":
      return `${place}：${what}的单位变了，应为 ${expected}，文件中是 ${text}`;
    case "direction":
      return `${place}：${what}的增减或高低变了，应为“${expected}”，文件中是“${text}”`;
    case "subject":
      return `${place}：${what}前面的名称变了，应为“${expected}”，文件中是“${text}”`;
    case "missing":
      return `${place}：${what}${expected} 不见了`;
    case "added":
      return `${place}：“${text}”里的数不在台账里`;
    case "undeclared":
      return `${place}：“${text}”里的数没有出处，也不是日期、序号、名称或计划原文`;
    case "ledger":
      if (name === OTHER_EDITION) return `${place}：不是这一期的，和旁边的 edition.json 对不上`;
      if (name === OTHER_LEDGER)
        return `${place}：这份文件不是本期发出的那一份，或者台账被改过（与旁边的核对证书对不上）`;
      return `${place}：台账被改过，${what}记为 ${text}${expected === null ? "，没有依据" : `，依据是 ${expected}`}`;
    case "unreadable":
      return `${place}：这一部分读不出来`;
  }
}
