import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type PackageWords, renderCatalogue, renderHandover } from "../../archive/catalogue.ts";
import { checkQualities, type QualityCheck } from "../../archive/four-checks.ts";
import { renderMetadata } from "../../archive/metadata.ts";
import { countPages, producerOf } from "../../archive/pdf.ts";
import { renderReadme } from "../../archive/readme-text.ts";
import { renderGoalRecords, renderOriginalRecords, renderPaperRecords } from "../../archive/registers.ts";
import { type DigestedFile, type PackedFile, writeBag } from "../../archive/write-bag.ts";
import type { ArchiveSetting } from "../../model/archive-setting.ts";
import { beijingDay } from "../../model/beijing-time.ts";
import { type Period, spanName, yearOf } from "../../model/period.ts";
import { readTextFile } from "../../read/text-file.ts";
import type { NumberedItem } from "../../store/package-items.ts";
import type { PackageRecord } from "../../store/packages.ts";
import type { OpenHome } from "../open-home.ts";
import { packageFacts } from "./facts.ts";
import { describeItems, type PdfFacts } from "./items.ts";
import { findNumberFaults } from "./numbers.ts";
import type { ToPdf } from "./office-pdf.ts";
import type { QuarterPapers } from "./papers.ts";
import type { Payload } from "./payload.ts";
import { gatherRecords } from "./records.ts";
import { describeGoals, describeOriginals } from "./registers.ts";
import { rebuild } from "./replay.ts";
import { listSteps } from "./steps.ts";

/** Where a package has what came of 四性检测. */
export const REPORT = "metadata/四性检测报告.json";

/** Where the package is below the folder that it is written into; what is needed meanwhile lies beside it. */
export const BAG = "package";

/** A package to be, before anything of it is written. */
export type Draft = Pick<PackageRecord, "quarter" | "version" | "name" | "supersedes" | "baggedAt">;

/** All that a package is written from. */
export interface Writing {
  readonly draft: Draft;
  readonly setting: ArchiveSetting;
  readonly quarter: QuarterPapers;
  readonly payload: Payload;
  readonly numbered: readonly NumberedItem[];
  readonly before: readonly NumberedItem[]; // the 件 of the package that is corrected
  readonly last: Period; // the quarter's last month
  readonly toPdf: ToPdf | null;
}

/**
 * Writes a package below an empty folder: the payload, then the papers made again from it while LibreOffice makes PDFs of
 * them, then what is said of all that.
 *
 * @returns what 四性检测 came to
 */
export async function writePackage(staged: string, open: OpenHome, writing: Writing): Promise<readonly QualityCheck[]> {
  const { draft, setting, quarter, payload, numbered, before, last, toPdf } = writing;
  const { papers } = quarter;
  const [bag, scratch] = [join(staged, BAG), join(staged, "pdf")];
  for (const folder of [bag, scratch]) mkdirSync(folder);
  const paperRecords = await gatherRecords(open, papers, draft.baggedAt);
  const converting = toPdf?.(payload.files.filter(isOfficePaper), scratch) ?? NO_PDFS;
  const converted = Promise.allSettled([converting]);
  const version = versionOf(open.root);
  const period = `${yearOf(last)}年第${spanName(last, "quarter")}`;
  const words: PackageWords = {
    name: draft.name,
    title: `${papers.some(({ illustrative }) => illustrative) ? "【演示数据】" : ""}${period}计划执行情况归档包`,
    supersedes: draft.supersedes,
    version,
  };
  const until = papers.map(({ edition }) => edition.createdAt).reduce((a, b) => (a > b ? a : b));
  const title = `${period}文稿成文时（截至${beijingDay(until)}）各部门已报送的统计报表（${payload.originals.length}份）`;
  const isIllustrative = payload.originals.some(({ illustrative }) => illustrative);
  let different: readonly string[] = [];
  let pdfs: readonly PackedFile[] = [];
  const late = async (): Promise<readonly PackedFile[]> => {
    different = (await rebuild(bag, open.limits, staged)).different;
    pdfs = [...(await converting)].map(([path, file]) => {
      return { path: path.replace(/\.[a-z]+$/, ".pdf"), bytes: () => readFileSync(file) };
    });
    return pdfs;
  };
  let checks: readonly QualityCheck[] = [];
  const tagFiles = async (packed: readonly DigestedFile[]): Promise<readonly PackedFile[]> => {
    const pdfFacts = new Map(pdfs.map(({ path, bytes }) => [path, describePdf(bytes())]));
    const { records } = paperRecords;
    const supersedes = draft.supersedes;
    const told = { papers, packed, pdfs: pdfFacts, records, version };
    const sources = { ...told, title, isIllustrative, until, supersedes, before };
    const items = describeItems(open, numbered, sources);
    const gaps = await findNumberFaults(open, draft.name, numbered);
    const closing = { quarter, payload, packed, pdfs, items, gaps, different, setting };
    const facts = await packageFacts({ ...closing, bag, records: paperRecords, limits: open.limits });
    checks = checkQualities(facts);
    const total = { items, files: packed.length, bytes: packed.reduce((sum, { bytes }) => sum + bytes, 0) };
    return [
      tag("说明文件.txt", renderReadme(words, { hasPdf: pdfs.length > 0, illustrative: facts.illustrative })),
      tag("归档文件目录.xml", renderCatalogue(words, setting, items)),
      tag(
        "元数据.xml",
        renderMetadata(words, setting, {
          items,
          steps: listSteps({
            papers,
            items,
            records,
            version,
            organisation: setting.organisation,
            baggedAt: draft.baggedAt,
          }),
        }),
      ),
      tag("交接登记表.xml", renderHandover(words, setting, total)),
      tag("年度计划目标.csv", renderGoalRecords(describeGoals(bag, payload.bases))),
      tag("来件登记.csv", renderOriginalRecords(describeOriginals(open, payload.originals, packed))),
      tag("签发和发送登记.csv", renderPaperRecords(records)),
      tag("sm3.txt", sm3Lines(packed)),
      { path: REPORT, bytes: () => json({ standard: "DA/T 70-2018", stage: "归档", package: draft.name, checks }) },
    ];
  };
  try {
    await writeBag(bag, { payload: payload.files, late, tagFiles, info: infoOf(writing, words), version });
  } finally {
    await converted; // it works in the folder that the caller removes
  }
  return checks;
}

function describePdf(pdf: Uint8Array): PdfFacts {
  return { pages: countPages(pdf), producer: producerOf(pdf) };
}

const NO_PDFS: ReturnType<ToPdf> = Promise.resolve(new Map());

function isOfficePaper({ path }: PackedFile): boolean {
  return /^data\/papers\/.+\.(?:docx|xlsx)$/.test(path);
}

function tag(name: string, bytes: Uint8Array): PackedFile {
  return { path: `metadata/${name}`, bytes: () => bytes };
}

function infoOf({ draft, setting, quarter, numbered }: Writing, { title }: PackageWords) {
  const vintages = quarter.papers.map(({ dataVintage }) => dataVintage).sort();
  const tags: readonly (readonly [string, string | null])[] = [
    ["Source-Organization", setting.organisation],
    ["Organization-Address", setting.address],
    ["Contact-Name", setting.contact],
    ["Contact-Phone", setting.phone],
    ["Contact-Email", setting.email],
    ["External-Description", title],
    ["Bagging-Date", beijingDay(draft.baggedAt)],
    ["External-Identifier", draft.name],
    ["Bag-Group-Identifier", `${setting.fonds ?? setting.prefix}-${draft.quarter.slice(0, 4)}`],
    ["Internal-Sender-Identifier", draft.name],
    ["Fonds-Number", setting.fonds],
    ["Retention-Period", [...new Set(numbered.map(({ retention }) => retention))].join(", ")],
    ["Security-Class", setting.secrecy],
    ["Data-Vintage", vintages.at(-1) ?? null],
    ["Supersedes", draft.supersedes],
  ];
  return tags.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}

function sm3Lines(packed: readonly DigestedFile[]): Uint8Array {
  const lines = packed.map(({ path, digests }) => `${digests.sm3}  ${path}\n`);
  return new TextEncoder().encode([...lines].sort().join(""));
}

function versionOf(root: string): string {
  const { version }: { readonly version: string } = JSON.parse(readTextFile(join(root, "package.json")));
  return version;
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`);
}
