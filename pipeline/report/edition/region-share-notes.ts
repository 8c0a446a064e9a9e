import type { Figure } from "../../model/figure.ts";
import type { Region } from "../../model/region.ts";
import { inTable, joinWords, say, type Words } from "../prose/runs.ts";
import { adjustmentNote } from "./balanced-shares.ts";
import type { RegionColumn } from "./region-columns.ts";

/** What the places' shares of the gap leave open to 100 %, measure by measure; nothing where they make it up. */
export function openSharesNote(shown: readonly RegionColumn[]): readonly Words[] {
  const open = shown.flatMap((one) => (one.rest === null ? [] : [[measureName(one), inTable(one.rest), "%"]]));
  if (open.length === 0) return [];
  return [
    say`各地缺口占比相加不等于100%的，余下的列为其他（没有占比的地区，和各地数据说明不了的部分；测算）：${joinWords(open, "，")}。`,
  ];
}

/**
 * Whether the figures of 开发区 may be added to the counties', as the shares of the gap were reckoned: where it has one,
 * amounts or divided targets have shown that nobody else holds its figures.
 */
export function zoneShareWords(shown: readonly RegionColumn[], { code }: Pick<Region, "code">): string {
  const shares = shown.filter(({ key }) => key === "share");
  const counted = shares.filter(({ figures }) => figures.has(code));
  const others = shown.filter(
    ({ measure, figures }) => figures.has(code) && !counted.some((one) => one.measure === measure),
  );
  const doubtful = `数据与所在地的数据可能重复，不能与各旗县市区相加${shares.length > 0 ? "，不参加测算缺口占比" : ""}`;
  if (counted.length === 0) return `其${doubtful}`;
  const apart = `其${counted.map(measureName).join("、")}经核对不在各旗县市区的数之内，单独计算，参加测算缺口占比`;
  return others.length === 0 ? apart : `${apart}；其他各项的${doubtful}`;
}

/** Which shares 舍位平衡 has moved, by the names of the table. */
export function movedSharesNote(shown: readonly RegionColumn[], regions: readonly Region[]): readonly Words[] {
  const names = new Map<Figure, string>();
  for (const column of shown.filter(({ key }) => key === "share")) {
    for (const { code, name } of regions) {
      const share = column.figures.get(code);
      if (share) names.set(share, `${name}的${measureName(column)}缺口占比`);
    }
    if (column.rest) names.set(column.rest, `其他的${measureName(column)}缺口占比`);
  }
  return adjustmentNote(
    shown.flatMap(({ adjustments }) => adjustments),
    (share) => names.get(share) ?? share.name,
  );
}

function measureName({ description }: RegionColumn): string {
  return description.group ?? description.header;
}
