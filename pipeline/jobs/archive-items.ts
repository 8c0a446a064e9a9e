import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ArchiveItem, ItemFile } from "../archive/item.ts";
import type { PaperRecord } from "../archive/registers.ts";
import type { DigestedFile } from "../archive/write-bag.ts";
import type { ArchiveSetting, ItemKind } from "../model/archive-setting.ts";
import { beijingDay } from "../model/beijing-time.ts";
import { DELIVERY_STATE_WORDS } from "../model/delivery-words.ts";
import type { EditionKind } from "../model/edition.ts";
import { BRIEFING_FILE, CERTIFICATE_FILE, DATA_FILE, LEDGER_FILE, WORKBOOK_FILE } from "../model/edition-files.ts";
import { type Period, yearOf } from "../model/period.ts";
import { readTextFile } from "../read/text-file.ts";
import { parseLetterhead } from "../reference/letterhead.ts";
import { findSeriesEnd, type ItemSeries, type NumberedItem } from "../store/packages.ts";
import { originalPath } from "../store/vault.ts";
import type { ArchivedPaper } from "./archive-papers.ts";
import type { OpenHome } from "./open-home.ts";

const LETTERHEAD = "templates/letterhead.yaml";

const ROLES: Readonly<Record<string, string>> = {
  [BRIEFING_FILE]: "正文",
  [WORKBOOK_FILE]: "附件",
  [DATA_FILE]: "数据",
  [LEDGER_FILE]: "台账",
  [CERTIFICATE_FILE]: "核对证书",
  "briefing.pdf": "版式件",
  "workbook.pdf": "版式件",
};

/** Numbers for the 件 of a package, and where the numbers given before have gaps. */
export interface Numbering {
  readonly items: readonly NumberedItem[];
  readonly gaps: readonly string[];
}

/** Gives each paper, then the quarter's sheets, the next number of its series. */
export async function numberItems(
  open: OpenHome,
  setting: ArchiveSetting,
  papers: readonly ArchivedPaper[],
): Promise<Numbering> {
  const year = yearOf(papers[0]?.edition.period ?? ("0000-00" as Period));
  const kinds: readonly (readonly [string, ItemKind])[] = [
    ...papers.map(({ item, edition }) => [item, edition.kind] as const),
    ["originals", "originals"],
  ];
  const given = new Map<string, number>();
  const gaps: string[] = [];
  const items: NumberedItem[] = [];
  for (const [item, kind] of kinds) {
    const series = seriesOf(setting, year, kind);
    const key = JSON.stringify(series);
    const end = given.get(key) ?? (await lastOf(open, series, gaps));
    given.set(key, end + 1);
    items.push({ ...series, ordinal: end + 1, item });
  }
  return { items, gaps };
}

function seriesOf(setting: ArchiveSetting, year: number, kind: ItemKind): ItemSeries {
  const { fonds, prefix, department, retention } = setting;
  return { fonds: fonds ?? prefix, year, retention: retention[kind], department };
}

async function lastOf({ store }: OpenHome, series: ItemSeries, gaps: string[]): Promise<number> {
  const { last, count } = await findSeriesEnd(store, series);
  if (last !== count) gaps.push(`${series.year}-${series.retention}：已有 ${count} 件，最后一号是 ${last}`);
  return last;
}

/** What a PDF says of itself. */
export interface PdfFacts {
  readonly pages: number | null;
  readonly producer: string | null;
}

/** What the catalogue says of each 件. */
export interface ItemSources {
  readonly papers: readonly ArchivedPaper[];
  readonly packed: readonly DigestedFile[];
  readonly pdfs: ReadonlyMap<string, PdfFacts>; // by path
  readonly records: readonly PaperRecord[];
  readonly version: string; // of this program
  readonly title: string; // of the quarter's sheets
  readonly until: string; // ISO 8601, UTC: when the last paper was made
  readonly supersedes: string | null;
}

/** Describes every 件 with its files as they were packed. */
export function describeItems(
  open: OpenHome,
  numbered: readonly NumberedItem[],
  sources: ItemSources,
): readonly ArchiveItem[] {
  const { papers, packed, pdfs, records, supersedes } = sources;
  const creatorOf = (path: string) => {
    if (path.startsWith("data/originals/")) return null;
    return path.endsWith(".pdf") ? (pdfs.get(path)?.producer ?? null) : `jindu ${sources.version}`;
  };
  const filesBelow = (folder: string, roleOf: (name: string) => string): readonly ItemFile[] =>
    packed
      .filter(({ path }) => path.startsWith(folder))
      .map(({ path, bytes, digests }) => {
        return {
          path,
          bytes,
          sha256: digests.sha256 ?? "",
          role: roleOf(path.slice(folder.length)),
          creator: creatorOf(path),
        };
      });
  const correction = supersedes === null ? null : `更正 ${supersedes} 中的同一件`;
  return numbered.map(({ item, year, retention, ordinal }): ArchiveItem => {
    const paper = papers.find((one) => one.item === item);
    const number = { item, year, retention, ordinal };
    if (!paper) {
      const files = filesBelow("data/originals/", () => "原件");
      return {
        ...number,
        title: sources.title,
        documentNumber: null,
        date: compactDay(sources.until),
        genre: "统计报表",
        sentTo: [],
        pages: null,
        remark: correction,
        files,
      };
    }
    const { version, createdAt } = paper.edition;
    return {
      ...number,
      title: paper.title.replace(/\s+/g, ""),
      documentNumber: issueNumberOf(open, paper),
      date: compactDay(createdAt),
      genre: GENRES[paper.edition.kind],
      sentTo: recipientsOf(records, paper),
      pages: pdfs.get(`data/papers/${item}/briefing.pdf`)?.pages ?? null,
      remark:
        [GENRES[paper.edition.kind], version > 1 ? `第${version}版` : null, correction].filter(Boolean).join("；") ||
        null,
      files: filesBelow(`data/papers/${item}/`, (name) => ROLES[name] ?? "附件"),
    };
  });
}

const GENRES: Readonly<Record<EditionKind, string>> = {
  monthly: "月度简报",
  quarterly: "季度综合分析",
  annual: "年度综合分析",
};

/** Those who have got just this version and have kept it, each once, in the order of the register. */
function recipientsOf(records: readonly PaperRecord[], { item, edition }: ArchivedPaper): readonly string[] {
  const own = records.filter((record) => record.item === item && record.version === edition.version);
  const cameBack = ({ address, at }: PaperRecord) =>
    own.some((record) => record.act === "退信" && record.address === address && record.at >= at);
  const sent = own.filter((record) => record.outcome === DELIVERY_STATE_WORDS.sent && !cameBack(record));
  return [...new Set(sent.flatMap(({ by }) => by ?? []))];
}

function compactDay(time: string): string {
  return beijingDay(time).replaceAll("-", "");
}

/** 期号 as the paper's own letterhead says it. */
function issueNumberOf({ home, root }: OpenHome, { basis }: ArchivedPaper): string | null {
  const sha256 = basis?.files[LETTERHEAD];
  const text =
    sha256 === undefined
      ? readTextFile(join(root, LETTERHEAD))
      : readFileSync(originalPath(home.vault, sha256), "utf8");
  return parseLetterhead(text, LETTERHEAD).issueNumber;
}
