import { holdsFor } from "../model/answer.ts";
import type { Book, Sheet } from "../model/cell.ts";
import { type Disposition, withAsked } from "../model/disposition.ts";
import { type Issue, makeIssue, quote } from "../model/issue.ts";
import type { MilestoneReport } from "../model/milestone-report.ts";
import type { Observation } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import type { Question } from "../model/question.ts";
import type { SourceProfile } from "../model/source.ts";
import { makeResidueReader } from "./caption-residue.ts";
import { makeCaptionReader } from "./captions.ts";
import { coverTime } from "./cover-time.ts";
import { leaveSheet } from "./left-parts.ts";
import { indexNames, makeNames, type NameIndex } from "./names.ts";
import { nameKey, squash } from "./normalise.ts";
import { makePhraseReader } from "./phrase.ts";
import { makeProfileFacts } from "./profile.ts";
import { distinctFacts, type Repeat } from "./same-fact.ts";
import { extractSheet } from "./sheet.ts";
import { recogniseSource } from "./source.ts";
import { makeStateReader } from "./state-words.ts";
import { saysIllustrative } from "./stated-facts.ts";
import { makeTopicReader } from "./table-topic.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What someone says about a file besides what is in it. */
export interface Hints {
  readonly period?: Period; // counts only where the file says nothing
  readonly region?: string; // code; the same
  readonly source?: string; // name of a profile; forces it
}

/** A book's figures with their meaning, and what became of every cell. */
export interface Extraction {
  readonly source: SourceProfile | null;
  readonly illustrative: boolean; // 演示数据
  readonly vintage: string | null; // "2023-07-10": the date that a sheet states
  readonly url: string | null; // 来源：https://…
  readonly observations: readonly Observation[]; // sheet by sheet, row by row, left to right
  readonly reports: readonly MilestoneReport[]; // of projects; sheet by sheet, row by row
  readonly issues: readonly Issue[];
  readonly questions: readonly Question[]; // about names that nobody knows; each is among the issues too
  readonly repeats: readonly Repeat[]; // observations that stand at other places as well
  readonly dispositions: readonly Disposition[]; // of every non-blank cell, once, in the order of the cells; listed when asked for
}

const TITLE_ROWS = 5; // rows of a sheet in which a source gives itself away

/** Reads a book by a vocabulary. */
export type Extract = (book: Book, hints?: Hints) => Extraction;

/** Makes what does for any number of books what `extractBook` does for one; the vocabulary is laid out once. */
export function makeExtract(vocabulary: Vocabulary): Extract {
  const index = indexNames(vocabulary);
  return (book, hints = {}) => extract(book, vocabulary, index, hints);
}

/**
 * Reads every figure of a book as a careful clerk would: right, or as a question at the cell.
 *
 * An observation whose indicator, region or unit nobody can tell is kept with null there, beside an issue. One whose
 * period, span or quantity is open, or whose unit contradicts its indicator, is kept out, beside an issue.
 */
export function extractBook(book: Book, vocabulary: Vocabulary, hints?: Hints): Extraction {
  return makeExtract(vocabulary)(book, hints);
}

function extract(book: Book, vocabulary: Vocabulary, index: NameIndex, hints: Hints): Extraction {
  const { source, rivals, told, texts, setting } = readingOf(book, vocabulary, index, hints);
  const sheets = book.sheets.map((sheet) =>
    told.leavesSheet(sheet.name) ? leaveSheet(sheet) : extractSheet(sheet, setting),
  );
  const facts = distinctFacts(([] as Observation[]).concat(...sheets.map(({ observations }) => observations)));
  const missing = told.missing(
    book.sheets.map(({ name }) => name),
    sheets.flatMap(({ titles }) => titles),
  );
  return {
    source,
    illustrative:
      [source, ...rivals].some((profile) => profile?.illustrative) ||
      texts.some((text) => saysIllustrative(squash(text))) ||
      sheets.some((sheet) => sheet.illustrative),
    vintage:
      sheets
        .flatMap(({ vintage }) => vintage ?? [])
        .sort()
        .at(-1) ?? null,
    url: sheets.find((sheet) => sheet.url !== null)?.url ?? null,
    observations: facts.observations,
    reports: sheets.flatMap(({ reports }) => reports),
    issues: [...sourceIssues(rivals, missing), ...sheets.flatMap(({ issues }) => issues), ...facts.issues],
    questions: sheets.flatMap(({ questions }) => questions),
    repeats: facts.repeats,
    get dispositions() {
      return withAsked(
        sheets.flatMap(({ ledger }) => ledger.list()),
        facts.conflicting,
      );
    },
  };
}

/** What the sheets of a book are read by: its source, and all that its words say before any figure. */
function readingOf(book: Book, vocabulary: Vocabulary, index: NameIndex, hints: Hints) {
  const lines = book.sheets.flatMap(firstLines);
  const { source, rivals } = recogniseSource(
    [...book.sheets.map(({ name }) => name), ...lines],
    vocabulary.sources,
    hints.source,
  );
  const told = makeProfileFacts(source);
  const answers = (vocabulary.answers ?? []).filter((one) => holdsFor(one, source?.name ?? null, book.sha256));
  const names = makeNames(index, source, answers);
  const fileName = book.file.replace(/\.[A-Za-z0-9]{1,5}$/, "");
  const texts = [fileName, ...book.sheets.map(({ name }) => name), ...lines];
  const phrases = vocabulary.milestonePhrases ?? [];
  const setting = {
    names,
    read: makePhraseReader(names),
    readCaption: makeCaptionReader(names),
    residue: makeResidueReader(names),
    topic: makeTopicReader(names),
    told,
    readState: phrases.length === 0 ? null : makeStateReader(phrases),
    fileName,
    cover: coverTime(book.sheets, texts),
    hints,
    cityIsSure: source !== null || namesCity(texts, vocabulary),
  };
  return { source, rivals, told, texts, setting };
}

/** Two profiles that fit alike, and parts of the book that the profile reads and that are not there. */
function sourceIssues(rivals: readonly SourceProfile[], missing: readonly string[]): readonly Issue[] {
  const choices = rivals.map(({ name }) => name).join("、");
  return [
    ...(rivals.length > 0 ? [makeIssue("ambiguous-source", {}, { choices })] : []),
    ...missing.map((words) => makeIssue("source-mismatch", {}, { found: `来源配置要读的 ${quote(words)} 不在文件里` })),
  ];
}

function firstLines({ cells }: Sheet): readonly string[] {
  const rows = new Set<number>();
  const lines: string[] = [];
  for (const { row, raw } of cells) {
    rows.add(row);
    if (rows.size > TITLE_ROWS) break;
    if (raw.type === "text") lines.push(raw.text);
  }
  return lines;
}

/** 通辽市 or 全市 in the file's, the sheets' or the title's words, a bureau's name included. */
function namesCity(texts: readonly string[], { regions, city }: Vocabulary): boolean {
  const name = nameKey(regions.find(({ code }) => code === city)?.name ?? "全市");
  return texts.map(nameKey).some((text) => text.includes("全市") || text.includes(name));
}
