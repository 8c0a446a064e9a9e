import { PipelineError } from "../../errors.ts";
import { LEDGER_FILE } from "../../model/edition-files.ts";
import { monthOf, type Period, shiftPeriod, yearOf } from "../../model/period.ts";
import type { EditionFiles } from "../../report/edition-folder.ts";
import { type EditionBasis, findBasis } from "../../store/edition-bases.ts";
import { type EditionRecord, listEditions } from "../../store/editions.ts";
import { guessKnowledge, type Knowledge } from "../../store/known-then.ts";
import { proveEdition } from "../edition/standing.ts";
import type { OpenHome } from "../open-home.ts";
import { planYears } from "../plan.ts";

/** A paper of the quarter as it stands on disk, proved again. */
export interface ArchivedPaper {
  readonly item: string; // "2023-06-monthly"
  readonly edition: EditionRecord; // the latest version that was approved or has left; else the latest
  readonly laterDraft: number | null; // the version of a draft that came after it
  readonly files: EditionFiles;
  readonly title: string;
  readonly dataVintage: string; // "2023-07-15"
  readonly illustrative: boolean;
  readonly basis: EditionBasis | undefined; // undefined where it was not kept
  readonly known: Knowledge; // when it was made; by the times where that was not kept
}

/** The papers of a quarter that there are, and the names of those that there are not. */
export interface QuarterPapers {
  readonly papers: readonly ArchivedPaper[];
  readonly missing: readonly string[]; // "2023-05-monthly"
}

/** Names the quarter of a month: 2023-Q2. */
export function quarterName(month: Period): string {
  return `${yearOf(month)}-Q${Math.ceil(monthOf(month) / 3)}`;
}

/**
 * Gathers the papers of a quarter: three months, the quarter and, at the year's end, the year. Of each the latest version that
 * was approved or has left; the latest draft where none was. What was published as of an earlier day is no version of a paper.
 *
 * @param last the quarter's last month
 * @throws PipelineError NOTHING_TO_ARCHIVE where there is none; ARCHIVE_REFUSED naming every paper that is not on disk as it
 *   was recorded, or is not proved
 */
export async function gatherPapers(open: OpenHome, last: Period): Promise<QuarterPapers> {
  const editions = await listEditions(open.store);
  const papers: ArchivedPaper[] = [];
  const missing: string[] = [];
  const objections: string[] = [];
  for (const [period, kind] of papersOf(last)) {
    const item = `${period}-${kind}`;
    const versions = editions.filter((one) => one.period === period && one.kind === kind && one.asOf === null);
    const latest = versions.at(-1);
    const edition = versions.findLast(({ state }) => state !== "draft") ?? latest;
    if (!edition || !latest) {
      if (monthOf(period) > 1) missing.push(item); // most of January is published with February
      continue;
    }
    const { files, fault } = await proveEdition(open, edition);
    if (fault !== null) objections.push(`${item} 第${edition.version}版${fault}`);
    else papers.push({ ...(await describePaper(open, item, edition, files)), laterDraft: laterThan(edition, latest) });
  }
  if (objections.length > 0) {
    throw new PipelineError("ARCHIVE_REFUSED", `有文稿不能归档：${objections.join("；")}`, {
      hint: "请用 publish 重新生成这一期；生成的是另一版的，要重新签发、发出才能归档，或从备份里找回这一版的文件夹",
    });
  }
  if (papers.length === 0) {
    throw new PipelineError("NOTHING_TO_ARCHIVE", `${quarterName(last)} 一期文稿也没有，没有归档`, {
      hint: planYears(open.root).includes(yearOf(last))
        ? `请先用 publish 生成文稿，例如 publish ${quarterName(last)} --kind quarterly`
        : `${yearOf(last)} 年没有计划，也就没有文稿；请看是不是写错了年份`,
    });
  }
  return { papers, missing };
}

function laterThan(edition: EditionRecord, latest: EditionRecord): number | null {
  return latest.version > edition.version ? latest.version : null;
}

function papersOf(last: Period) {
  const months = [-2, -1, 0].map((distance) => [shiftPeriod(last, distance), "monthly"] as const);
  return [...months, [last, "quarterly"] as const, ...(monthOf(last) === 12 ? [[last, "annual"] as const] : [])];
}

async function describePaper(open: OpenHome, item: string, edition: EditionRecord, files: EditionFiles) {
  const ledger = JSON.parse(new TextDecoder().decode(files.get(LEDGER_FILE)));
  const { title, dataVintage, illustrative } = ledger;
  const basis = await findBasis(open.store, edition);
  const known = basis?.known ?? (await guessKnowledge(open.store, edition.createdAt));
  return { item, edition, files, title, dataVintage, illustrative, basis, known };
}
