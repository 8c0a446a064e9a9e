import { statSync } from "node:fs";
import { join } from "node:path";
import { listBagFiles } from "../../archive/bag-files.ts";
import type { PackageFacts } from "../../archive/four-checks.ts";
import type { ArchiveItem } from "../../archive/item.ts";
import { isSelfContained } from "../../archive/pdf.ts";
import type { DigestedFile, PackedFile } from "../../archive/write-bag.ts";
import type { ArchiveSetting } from "../../model/archive-setting.ts";
import { beijingClock } from "../../model/beijing-time.ts";
import { CERTIFICATE_FILE, EDITION_FILES, LEDGER_FILE } from "../../model/edition-files.ts";
import type { ReadLimits } from "../../read/limits.ts";
import { lookInto, type SeenFile } from "./contents.ts";
import type { ArchivedPaper, QuarterPapers } from "./papers.ts";
import type { Payload } from "./payload.ts";
import type { PaperRecords } from "./records.ts";

/** What else is known when a package is closed. */
interface Closing {
  readonly quarter: QuarterPapers;
  readonly payload: Payload;
  readonly packed: readonly DigestedFile[];
  readonly pdfs: readonly PackedFile[];
  readonly items: readonly ArchiveItem[];
  readonly gaps: readonly string[];
  readonly records: PaperRecords;
  readonly bag: string; // its folder
  readonly different: readonly string[];
  readonly setting: ArchiveSetting;
  readonly limits: ReadLimits;
}

/** Looks at everything that a program can look at for 四性检测. */
export async function packageFacts(closing: Closing): Promise<PackageFacts> {
  const { quarter, payload, packed, pdfs, gaps, different, limits } = closing;
  const { papers, missing } = quarter;
  const digests = new Map(packed.map(({ path, digests: found }) => [path, found.sha256]));
  const subjects = new Set(payload.runs.filter(({ job }) => job === "publish").map(({ subject }) => subject));
  const officeFiles = papers.flatMap(({ item, files }) =>
    [...files.keys()].filter((name) => /\.(?:docx|xlsx)$/.test(name)).map((name) => `data/papers/${item}/${name}`),
  );
  const isPaper = (path: string) => officeFiles.includes(path);
  const originals = new Set(payload.originals.map(({ path }) => path));
  const seen: SeenFile[] = [];
  for (const file of payload.files) {
    if (isPaper(file.path) || originals.has(file.path)) seen.push(await lookInto(file, limits));
  }
  return {
    papers: papers.map(({ item }) => item),
    ...{ missing, different, gaps },
    unrecordedBasis: papers
      .filter(({ basis }) => basis === undefined)
      .map(({ item }) => `${item} 成文时的没有留存，用的是归档时的`),
    disagreeing: papers.flatMap((paper) => disagreementsOf(paper, digests)),
    total: `${closing.items.length}件，${packed.length}个文件，${packed.reduce((sum, { bytes }) => sum + bytes, 0)}字节`,
    miscounted: miscountsOf(closing),
    ...approvalsOf(papers, closing.records),
    ...finalityOf(papers),
    sent: closing.records.records.filter(({ act }) => act === "发送").length,
    unsettled: closing.records.unsettled,
    altered: payload.files
      .filter(({ path, sha256 }) => sha256 !== undefined && digests.get(path) !== sha256)
      .map(({ path }) => path),
    incomplete: papers.flatMap(({ item, files }) =>
      EDITION_FILES.filter((name) => !files.has(name)).map((name) => `${item}/${name}`),
    ),
    unfilled: unfilledOf(closing),
    withoutRun: papers
      .filter(({ edition: { period, kind, version } }) => !subjects.has(`${period}-${kind}-v${version}`))
      .map(({ item }) => item),
    unopened: seen.filter(({ path, isOpened }) => isPaper(path) && !isOpened).map(({ path }) => path),
    withoutPdf: officeFiles.filter((path) => !digests.has(path.replace(/\.[a-z]+$/, ".pdf"))),
    withoutFonts: pdfs.filter(({ bytes }) => !isSelfContained(bytes())).map(({ path }) => path),
    strangers: seen.filter(({ path, isLasting }) => !isPaper(path) && !isLasting).map(({ path }) => path),
    active: seen.filter(({ isActive }) => isActive).map(({ path }) => path),
    unseen: seen.filter(({ isOpened }) => !isOpened).map(({ path }) => path),
    illustrative: papers.some(({ illustrative }) => illustrative),
  };
}

/** What a paper's own files say of it, against what the package says and holds. */
function disagreementsOf(paper: ArchivedPaper, digests: ReadonlyMap<string, string | undefined>): readonly string[] {
  const { item, edition, files, title } = paper;
  const parse = (name: string) => JSON.parse(new TextDecoder().decode(files.get(name)));
  const ledger: { readonly period: string; readonly kind: string; readonly title: string } = parse(LEDGER_FILE);
  const certificate: { readonly files: Readonly<Record<string, string>> } = parse(CERTIFICATE_FILE);
  const isNamed = ledger.period === edition.period && ledger.kind === edition.kind && ledger.title === title;
  const others = Object.entries(certificate.files).filter(([name, sha256]) => {
    return digests.get(`data/papers/${item}/${name}`) !== sha256;
  });
  return [...(isNamed ? [] : [`${item} 的题名或期次`]), ...others.map(([name]) => `${item}/${name} 的摘要`)];
}

/** The payload as it stands on the disk against the list of what was packed, both ways. */
function miscountsOf({ bag, packed }: Closing): readonly string[] {
  const listed = new Map(packed.map(({ path, bytes }) => [path, bytes]));
  const there = new Set(listBagFiles(bag).paths.filter((path) => path.startsWith("data/")));
  const strangers = [...there].filter((path) => !listed.has(path));
  const wrong = [...listed].filter(([path, bytes]) => !there.has(path) || statSync(join(bag, path)).size !== bytes);
  return [...strangers, ...wrong.map(([path]) => path)];
}

function approvalsOf(papers: readonly ArchivedPaper[], { approvals }: PaperRecords) {
  const approved: string[] = [];
  const unapproved: string[] = [];
  for (const { item } of papers) {
    const approval = approvals.get(item);
    if (!approval) unapproved.push(`${item} 没有在系统内签发`);
    else if (approval.approvedBy === null)
      unapproved.push(`${item} 于 ${beijingClock(approval.approvedAt)} 签发，没有写签发人`);
    else approved.push(`${item} 由${approval.approvedBy}于 ${beijingClock(approval.approvedAt)} 签发`);
  }
  return { approved, unapproved };
}

/** Whether what is packed is the 定稿: drafts only because nobody approved or sent them within the program. */
function finalityOf(papers: readonly ArchivedPaper[]) {
  const final: string[] = [];
  const notFinal: string[] = [];
  for (const { item, edition, laterDraft } of papers) {
    const version = `${item} 第${edition.version}版`;
    if (edition.state === "draft") notFinal.push(`${version}是草稿，没有签发，也没有发出`);
    else if (laterDraft !== null) notFinal.push(`${version}已签发或发出，以后的第${laterDraft}版还是草稿，没有收入`);
    else final.push(version);
  }
  return { final, notFinal };
}

function unfilledOf({ setting, items }: Closing): readonly string[] {
  return [
    ...(setting.fonds === null ? ["全宗号"] : []),
    ...(setting.archive === null ? ["档案馆名称"] : []),
    ...(setting.secrecy === null ? ["密级"] : []),
    ...items
      .filter((item) => item.item !== "originals" && item.documentNumber === null)
      .map((item) => `${item.item} 的期号`),
    ...items.filter((item) => item.item !== "originals" && item.pages === null).map((item) => `${item.item} 的页数`),
  ];
}
