import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ArchiveItem, ItemFile } from "../../archive/item.ts";
import type { PaperRecord } from "../../archive/registers.ts";
import type { DigestedFile } from "../../archive/write-bag.ts";
import { beijingDay } from "../../model/beijing-time.ts";
import { DELIVERY_STATE_WORDS } from "../../model/delivery-words.ts";
import type { EditionKind } from "../../model/edition.ts";
import { BRIEFING_FILE, CERTIFICATE_FILE, DATA_FILE, LEDGER_FILE, WORKBOOK_FILE } from "../../model/edition-files.ts";
import { EDITION_KIND_WORDS } from "../../model/edition-kind.ts";
import { readTextFile } from "../../read/text-file.ts";
import { parseLetterhead } from "../../reference/letterhead.ts";
import type { NumberedItem } from "../../store/package-items.ts";
import { originalPath } from "../../store/vault.ts";
import type { OpenHome } from "../open-home.ts";
import { isSameItem } from "./numbers.ts";
import type { ArchivedPaper } from "./papers.ts";

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
  readonly title: string; // of the quarter's sheets, without 演示数据
  readonly isIllustrative: boolean; // there is 演示数据 among them
  readonly until: string; // ISO 8601, UTC: when the last paper was made
  readonly supersedes: string | null; // name of the package that is corrected
  readonly before: readonly NumberedItem[]; // its 件
}

/** Describes every 件 with its files as they were packed. */
export function describeItems(
  open: OpenHome,
  numbered: readonly NumberedItem[],
  sources: ItemSources,
): readonly ArchiveItem[] {
  const { papers, packed, pdfs, records } = sources;
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
  return numbered.map((own): ArchiveItem => {
    const { item, year, retention, ordinal } = own;
    const correction = correctionOf(own, sources);
    const paper = papers.find((one) => one.item === item);
    const number = { item, year, retention, ordinal };
    if (!paper) {
      const files = filesBelow("data/originals/", () => "原件");
      return {
        ...number,
        title: titleOf(sources.title, sources.isIllustrative),
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
      title: titleOf(`${paper.title}（${EDITION_KIND_WORDS[paper.edition.kind]}，第${version}版）`, paper.illustrative),
      documentNumber: issueNumberOf(open, paper),
      date: compactDay(createdAt),
      genre: GENRES[paper.edition.kind],
      sentTo: recipientsOf(records, paper),
      pages: pdfs.get(`data/papers/${item}/briefing.pdf`)?.pages ?? null,
      remark: [GENRES[paper.edition.kind], correction].filter(Boolean).join("；") || null,
      files: filesBelow(`data/papers/${item}/`, (name) => ROLES[name] ?? "附件"),
    };
  });
}

/** 题名, which tells papers of one name apart, and says of what is no real figure. */
function titleOf(words: string, isIllustrative: boolean): string {
  return `${isIllustrative ? "【演示数据】" : ""}${words.replace(/\s+/g, "")}`;
}

/** What a 件 is to the same one in the package before; null where that had none. */
function correctionOf(own: NumberedItem, { supersedes, before }: ItemSources): string | null {
  const earlier = before.find(({ item }) => item === own.item);
  if (!earlier) return null;
  if (!isSameItem(own, earlier)) return `更正 ${supersedes} 中的同一件`;
  const number = earlier.fonds === own.fonds ? "档号不变" : "件号不变，补上了全宗号";
  return `与 ${supersedes} 中的同一件相同，${number}`;
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
