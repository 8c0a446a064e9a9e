import type { Edition } from "../../model/edition.ts";
import { periodName } from "../../model/period.ts";
import type { Words } from "../prose/runs.ts";
import type { EditionFacts } from "./facts.ts";

/** What a paper says where 演示数据 is in it: of all of it, or of a part beside published figures. */
export function illustrativeNotice({ partlyIllustrative = false }: Pick<Edition, "partlyIllustrative">): string {
  return partlyIllustrative
    ? "含演示数据（逐项标明），演示部分不是实际统计结果，不得作为工作依据"
    : "演示数据，不是实际统计结果，不得作为工作依据";
}

/** The same in a word, for the edge of a page; empty where there is none. */
export function illustrativeWord({
  illustrative,
  partlyIllustrative = false,
}: Pick<Edition, "illustrative" | "partlyIllustrative">): string {
  if (!illustrative) return "";
  return partlyIllustrative ? "含演示数据" : "演示数据";
}

type VintageFacts = Pick<Edition, "dataVintage" | "latestIsPublic" | "asOf">;

/** The lines under every sheet's title: period and vintage, then 演示数据 where there is any. */
export function sheetLines(facts: EditionFacts): readonly Words[] {
  const { input, illustrative } = facts;
  const { period, region, asOf } = input;
  const first = `期间：${periodName(period, "ytd")}　地区：${region.name}　${vintageLine({ ...facts, asOf })}`;
  return [[first], ...(illustrative ? [[illustrativeNotice(facts)]] : [])];
}

/**
 * 数据截至2023年7月12日, as the sheets state it; 据截至2026年11月23日公开发布的资料 where the latest are public releases: their
 * sheets state the day of collection where a release states none. With `asOf`, how far knowledge was allowed to reach.
 */
export function vintageLine({ dataVintage, latestIsPublic = false, asOf }: VintageFacts): string {
  const day = officialDate(dataVintage);
  const until = latestIsPublic ? `据截至${day}公开发布的资料` : `数据截至${day}`;
  return asOf === null ? until : `${until}（按${officialDate(asOf)}以前已知的数据）`;
}

/** Writes 2023-07-08 as 2023年7月8日: nothing padded (standards of the field, section 1.4). */
export function officialDate(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${year}年${Number(month)}月${Number(day)}日`;
}
