import { findUnit } from "../model/unit.ts";

/** Units that a text states, in its order; words that should be units and are not. */
export interface UnitWords {
  readonly units: readonly string[]; // canonical names
  readonly unknown: readonly string[];
}

/** Reads a text that is nothing but units: "万元", "亿元、%", "%"; undefined where any part is something else. */
export function parseUnits(squashed: string): readonly string[] | undefined {
  const whole = findUnit(squashed);
  if (whole) return [whole.name];
  const parts = squashed.split(/[、,;]|和|及/).filter((part) => part !== "");
  const units = parts.map((part) => findUnit(part));
  return parts.length > 0 && units.every((unit) => unit !== undefined) ? units.map(({ name }) => name) : undefined;
}

/**
 * Reads a unit line, "单位：万元、%", alone or behind other words; undefined where the text holds none.
 *
 * 填报单位：… names an office and is no unit line.
 *
 * @returns the units, and the text without the unit line
 */
export function parseUnitLine(squashed: string): (UnitWords & { readonly rest: string }) | undefined {
  const match = /(?:(?:计量|计算|数量|金额)?单位:)([^:()]*(?:\([^:()]*\)[^:()]*)?)\)?$/.exec(squashed);
  if (!match || /(?:填报|报送|编制|制表|报告|发布|主管|责任|统计|汇总|提供)$/.test(squashed.slice(0, match.index)))
    return undefined;
  const words = (match[1] ?? "").replace(/^[、,]+|[、,。]+$/g, "");
  const rest = squashed.slice(0, match.index).replace(/\($/, "");
  if (words === "") return { units: [], unknown: [], rest };
  const whole = parseUnits(words);
  if (whole) return { units: whole, unknown: [], rest };
  const parts = words.split(/[、,;]/).filter((part) => part !== "");
  const units = parts.flatMap((part) => findUnit(part)?.name ?? []);
  return { units, unknown: parts.filter((part) => !findUnit(part)), rest };
}
