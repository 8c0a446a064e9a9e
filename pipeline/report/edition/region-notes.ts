import type { MissingReason } from "../../model/ranking.ts";
import type { Region } from "../../model/region.ts";
import type { Words } from "../prose/runs.ts";
import type { EditionFacts } from "./facts.ts";
import type { RegionColumn } from "./region-columns.ts";
import { openSharesNote, zoneShareWords } from "./region-share-notes.ts";
import { columnName, sheetName, whereNamed } from "./template-names.ts";

/** Stands behind the name of a 开发区. */
export const ZONE_MARK = "※";

/** What stands in place of a number, and what it means. */
export const GAP_WORDS: Readonly<Record<MissingReason, { readonly short: string; readonly meaning: string }>> = {
  "not-reported": { short: "未报送", meaning: "没有收到该地区这一期的数" },
  conflicting: { short: "不一致", meaning: "几处来源的数不一致或单位不可比，核对前不列" },
  "no-target": { short: "未分解", meaning: "没有给该地区分解目标" },
  missing: { short: "无此项", meaning: "收到的报表里有该地区，没有这一项的数" },
};

/** What has to be known to read the table of regions: only of what stands in it. */
export function regionNotes(
  shown: readonly RegionColumn[],
  places: readonly Region[],
  facts: Pick<EditionFacts, "input">,
): readonly Words[] {
  const has = (...keys: readonly string[]) => shown.some(({ key }) => keys.includes(key));
  const isGap = (reason: MissingReason) =>
    shown.some(({ figures, gaps }) => places.some(({ code }) => !figures.has(code) && gaps.get(code) === reason));
  const gaps = (["not-reported", "conflicting", "no-target", "missing"] as const)
    .filter(isGap)
    .map((reason) => GAP_WORDS[reason]);
  return [
    ...(gaps.length === 0 ? [] : [[`${gaps.map(({ short, meaning }) => `“${short}”：${meaning}`).join("；")}。`]]),
    ...(has("rank")
      ? [
          [
            `${columnWord(facts, "rank")}按同比增速（完成率）由高到低在各旗县市区之间排列；相同的位次并列，其后的位次跳过；全市和没有数据的不排。`,
          ],
        ]
      : []),
    ...(has("change")
      ? [
          [
            `${columnWord(facts, "change")}是与当年上一次公布时的位次相比，正数为上升；只在两期都有数的地区之间比较，只有一期有数的不列。`,
          ],
        ]
      : []),
    ...(has("share")
      ? [[`${columnWord(facts, "share")}是测算数：全市没有达到目标的差距有多少在该地；负数表示该地把全市拉高了。`]]
      : []),
    ...openSharesNote(shown),
    ...zoneNote(shown, places),
    ...(has("growth", "amount")
      ? whereNamed([sheetName(facts, "sources")], (sheet) => `点击数字，可以跳到“${sheet}”表中对应的一行。`).map(
          (text) => [text],
        )
      : []),
  ];
}

function zoneNote(shown: readonly RegionColumn[], places: readonly Region[]): readonly Words[] {
  const zone = places.find(({ kind }) => kind === "development-zone");
  if (zone === undefined) return [];
  const unranked = shown.some(({ key }) => key === "rank") ? "，不参加排位" : "";
  return [[`${ZONE_MARK}开发区不是行政区划，单独列出${unranked}；${zoneShareWords(shown, zone)}。`]];
}

/** What the template heads a column with that stands in the table. */
function columnWord(facts: Pick<EditionFacts, "input">, column: string): string {
  return `“${columnName(facts, "regions", column) ?? ""}”`;
}
