import { absolute, compare, isDecimal, minus } from "../../model/decimal.ts";
import { unitAfter } from "../prose/growth.ts";
import { display } from "./display.ts";
import { hasUnit, type NoteNumber, saysWay } from "./note-agreement.ts";
import type { NoteCandidate } from "./note-candidate.ts";
import type { NoteClause } from "./note-clause.ts";
import { ROLE_WORDS, saysRole } from "./note-roles.ts";

const MOST_NAMED = 3;

/**
 * Says why a number of a note is no figure of the edition, and how it would be written.
 *
 * @param own the figures of what its clause speaks of; empty where it names nothing that is known
 */
export function noteProblem(
  number: NoteNumber,
  clause: NoteClause,
  own: readonly NoteCandidate[],
  all: readonly NoteCandidate[],
): string {
  const digits = /\p{Script=Han}/u.test(number.text) ? "（请用阿拉伯数字写）" : "";
  const shown = `“${number.text}${unitIn(number.after)}”${digits}`;
  const alike = own.filter(({ figure }) => display(figure, "prose") === number.text);
  const stated = `来自数据以外的，写成 [${number.text}${unitIn(number.after)}](来源：…)`;
  if (clause.unread !== null) {
    return `${shown}前的“${clause.unread}”不知道是指哪项指标或什么数，请只用指标、地区、时间的名称和“增长”“低于年度目标”等词${written(alike)}；${stated}`;
  }
  if (own.length === 0) return `${shown}不知道是哪项指标的数，请在这一句写明指标名称${nearest(number, all)}；${stated}`;
  if (alike.length === 0) return `${shown}不是本期印出的数${nearest(number, own)}；${stated}`;
  const united = alike.filter((one) => hasUnit(number, one));
  if (united.length === 0) return `${shown}的单位或后面的字与本期的数不符${written(alike)}`;
  const told = united.filter(({ role }) => saysRole(role, clause));
  if (told.length === 0) return `${shown}没有写明是实际、目标、差距还是完成率${written(united)}`;
  const turned = told.filter((one) => !saysWay(one, clause));
  if (turned.length === told.length) return `${shown}前的词与方向不符${written(told)}`;
  return `${shown}的地区、时间或并列写法与本期的数不符${written(told)}`;
}

/** 可写作“规模以上工业增加值同比下降3.2%”. */
function written(candidates: readonly NoteCandidate[]): string {
  const texts = [...new Set(candidates.map(exampleOf))].slice(0, MOST_NAMED);
  return texts.length === 0 ? "" : `，可写作${texts.map((text) => `“${text}”`).join("、")}`;
}

function nearest({ text }: NoteNumber, candidates: readonly NoteCandidate[]): string {
  const typed = text.replaceAll(",", "");
  const distance = ({ figure }: NoteCandidate) =>
    isDecimal(typed) ? absolute(minus(absolute(figure.value), absolute(typed))) : "0";
  const sorted = [...candidates].sort((a, b) => compare(distance(a), distance(b)));
  const texts = [...new Set(sorted.map(exampleOf))].slice(0, MOST_NAMED);
  return texts.length === 0 ? "" : `，相近的有${texts.map((one) => `“${one}”`).join("、")}`;
}

function exampleOf({ figure, role, names, way, swing, times, place }: NoteCandidate): string {
  const time = times.includes("") ? "" : (times[0] ?? "");
  const where = place === null ? "" : figure.name.split(" ")[0];
  const values = {
    name: `${time}${place === null ? (names[0] ?? "") : ""}${where}`,
    number: `${display(figure, "prose")}${role === "rank" ? "" : unitAfter(figure.unit)}`,
    way: wayWord({ role, way, swing }),
  };
  return ROLE_WORDS[role].example.replace(/\{(name|number|way)\}/g, (_all, key: keyof typeof values) => values[key]);
}

function wayWord({ role, way, swing }: Pick<NoteCandidate, "role" | "way" | "swing">): string {
  if (role === "gap") return way > 0 ? "高于" : "低于";
  if (role === "pace-gap") return way > 0 ? "快于" : "慢于";
  if (role === "change" && swing !== null && way > 0 !== (swing === "wider")) return way > 0 ? "降幅收窄" : "降幅扩大";
  if (role === "change") return way > 0 ? "提高" : "回落";
  return way > 0 ? "增长" : way < 0 ? "下降" : "";
}

/** So much of what follows as is read as the number's unit. */
function unitIn(after: string): string {
  return /^(?:个?百分点|%|‰|个(?:月|季度)|[\p{Script=Han}]{1,2})/u.exec(after)?.[0] ?? "";
}
