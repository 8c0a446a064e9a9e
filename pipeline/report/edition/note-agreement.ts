import { unitAfter } from "../prose/growth.ts";
import type { NoteCandidate } from "./note-candidate.ts";
import { is, type NoteClause } from "./note-clause.ts";

/** A number as it stands in a note. */
export interface NoteNumber {
  readonly text: string; // "7.0"
  readonly before: string; // of its paragraph; numbers with a source of their own as `SOURCED`
  readonly after: string;
}

/** Behind the unit must stand nothing that makes the number another: 万人次, 9.0%以上, 9.0%的企业. */
export function hasUnit(
  { before, after }: NoteNumber,
  { figure, role }: Pick<NoteCandidate, "figure" | "role">,
): boolean {
  if (role === "rank") return before.endsWith("第") && /^[位名]/.test(after);
  const unit = [figure.unit ?? "", unitAfter(figure.unit)].find((one) => after.startsWith(one));
  if (unit === undefined || (unit === "" && /^\s*(?:%|‰|个?百分点)/.test(after))) return false;
  const rest = after.slice(unit.length);
  if (role === "run") return before.endsWith("连续") && /^(?:低于|慢于|落后|滞后|不及)/.test(rest);
  if (role === "goal") return !/^[次时标余多]/.test(rest);
  return !/^(?:[次时标余多]|以[上下内]|左右|上下|的(?!增[速幅长]|降幅|速度|水平|较快))/.test(rest);
}

/** Tells whether the words say the direction of the figure, and no other. */
export function saysWay({ role, way, swing, figure }: NoteCandidate, { words }: NoteClause): boolean {
  const says = (...kinds: Parameters<typeof is>[1][]) => words.some((word) => is(word, ...kinds));
  switch (role) {
    case "growth":
    case "outlook":
    case "goal":
    case "required-growth":
      if (figure.unit !== "%" && way === 0) return !says("fall") && (role === "goal" || !says("rise"));
      return way < 0 ? says("fall") && !says("rise") : !says("fall");
    case "gap":
    case "pace-gap":
      return way !== 0 && says("above") === way > 0 && says("below") === way < 0;
    case "change":
      if (says("narrower", "wider")) {
        const isFall = words.some((word) => word === "降幅" || word === "跌幅");
        return swing !== null && says(swing) && isFall === (swing === "narrower" ? way > 0 : way < 0);
      }
      return (
        !words.some((word) => word === "降幅" || word === "跌幅") &&
        says("quicker") === way > 0 &&
        says("slower") === way < 0
      );
    case "amount":
      return !figure.value.startsWith("-");
    default:
      return true;
  }
}
