import { checkObservations } from "../check/observations.ts";
import { PipelineError } from "../errors.ts";
import { makeExtract } from "../extract/book.ts";
import type { Repeat } from "../extract/same-fact.ts";
import type { Answer } from "../model/answer.ts";
import { type Book, type Sheet, toAddress } from "../model/cell.ts";
import { type AskedPlace, type Disposition, withAsked } from "../model/disposition.ts";
import { type Issue, makeIssue } from "../model/issue.ts";
import type { MilestoneReport } from "../model/milestone-report.ts";
import type { Observation } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import type { Question } from "../model/question.ts";
import type { SubmissionOutcome } from "../model/reporting.ts";
import { parseBook } from "../read/book.ts";
import type { ReadLimits } from "../read/limits.ts";
import { displayName, type ReceivedFile, receiveFile, streamFile } from "../read/received-file.ts";
import { tooSlow } from "../read/refusal.ts";
import { isOwnSheet } from "../returns/own-titles.ts";
import { cityOf, findRegion, type Reference, requireSource } from "./reference.ts";
import { withinTime } from "./within-time.ts";

/** What a person adds to sheets that do not say it themselves. */
export interface IngestHints {
  readonly source?: string;
  readonly period?: Period;
  readonly region?: string; // code or name
}

/** A file as it was read, before anything of it is kept. */
export interface Reading {
  readonly file: string; // base name
  readonly sha256: string | null; // null where the system did not let it be read
  readonly format: string | null; // null where it could not be opened
  readonly source: string | null; // name of the source profile
  readonly bureau: string | null;
  readonly illustrative: boolean;
  readonly vintage: string | null; // null where the sheet states no date
  readonly url: string | null;
  readonly outcome: SubmissionOutcome;
  readonly mayPass: boolean; // refused, and may be read another time: the machine was busy
  readonly observations: readonly Observation[];
  readonly reports: readonly MilestoneReport[]; // of projects
  readonly issues: readonly Issue[];
  readonly questions: readonly Question[]; // about names that nobody knows
  readonly dispositions: () => readonly Disposition[]; // of every non-blank cell, once
  readonly book: Book | null; // null where it could not be opened
}

/** Reads a file that is taken in; nothing is kept. The limit of time holds once for its cells and once for their meaning. */
export type Reader = (received: ReceivedFile, hints: IngestHints) => Promise<Reading>;

/** Does something with a file's bytes as they go by, and returns their SHA-256, in hex. */
export type Passing = (pieces: AsyncIterable<Uint8Array>) => Promise<string>;

/**
 * Takes in a file, or refuses it: for its size, once all of it has gone through `passing`; or because the system does
 * not let it be read, so that there is nothing to keep.
 *
 * @param passing gets the bytes of a file that is too large to be taken in whole
 */
export async function tryReceive(path: string, limits: ReadLimits, passing: Passing): Promise<ReceivedFile | Reading> {
  const file = displayName(path);
  try {
    return receiveFile(path, limits);
  } catch (error) {
    if (!(error instanceof PipelineError && error.code === "FILE_TOO_LARGE")) return refused(file, null, error);
    try {
      return refused(file, await passing(streamFile(path)), error);
    } catch (unread) {
      return refused(file, null, unread);
    }
  }
}

/** What a reader goes by besides the seeds. */
export interface ReaderSetting {
  readonly hints: IngestHints;
  readonly answers: readonly Answer[]; // that people gave about names, in force
  readonly limits: ReadLimits;
}

/**
 * Makes a reader of files. Checks the hints a person gave before the first file is touched; those of a known file were
 * checked then.
 *
 * @throws PipelineError USAGE where a hint names nothing known
 */
export function makeReader(
  { indicators, regions, sources, milestonePhrases }: Reference,
  { hints: given, answers, limits }: ReaderSetting,
): Reader {
  const extract = makeExtract({ indicators, regions, sources, milestonePhrases, answers, city: cityOf(regions).code });
  if (given.source !== undefined) requireSource(sources, given.source);
  if (given.region !== undefined) findRegion(regions, given.region);
  return async (received, { region, ...hints }) => {
    try {
      const whole = await parseBook(received, { limits });
      const book = { ...whole, sheets: whole.sheets.filter((sheet) => !isOwnSheet(sheet)) };
      const place = region === undefined ? {} : { region: findRegion(regions, region).code };
      const understand = () => {
        const found = extract(book, { ...hints, ...place });
        const filed = { sheets: book.sheets, stated: found.vintage };
        return [found, checkObservations(found.observations, { indicators, regions }, filed)] as const;
      };
      const late = () => tooSlow(whole.file, limits.timeMs, "辨认数据用时");
      const [found, { observations, ...checked }] = withinTime(understand, limits.timeMs, late);
      const told = [...found.issues, ...checked.issues];
      const { reports } = found;
      const issues = observations.length + reports.length + told.length === 0 ? [makeIssue("empty-form", {})] : told;
      const { source, illustrative, vintage, url } = found;
      const { file, sha256, format } = whole;
      return {
        ...{ file, sha256, format, source: source?.name ?? null, bureau: source?.bureau ?? null },
        ...{
          illustrative,
          vintage,
          url,
          outcome: outcomeOf([...observations, ...reports], issues),
          mayPass: false,
          observations,
          reports,
          issues,
          questions: found.questions,
        },
        book: whole,
        dispositions: () => [
          ...withAsked(found.dispositions, [...checked.asked, ...alsoAsked(found.repeats, checked.asked)]),
          ...whole.sheets.filter(isOwnSheet).flatMap(passedOver),
        ],
      };
    } catch (error) {
      return refused(received.file, received.sha256, error);
    }
  };
}

/** Where else a fact stands that an error has taken out: it is used there no more than at its first place. */
function alsoAsked(repeats: readonly Repeat[], asked: readonly AskedPlace[]): readonly AskedPlace[] {
  const isAsked = ({ sheet, cell }: AskedPlace) => asked.some((place) => place.sheet === sheet && place.cell === cell);
  return repeats.flatMap(({ first, others }) => (isAsked(first) ? others : []));
}

/** A bureau corrects the return and sends it again, with our sheet in it. */
function passedOver({ name, cells }: Sheet): readonly Disposition[] {
  return Array.from(cells, ({ row, column }) => {
    return { sheet: name, cell: toAddress(row, column), kind: "ignored", reason: "本程序加的表" };
  });
}

/** Partly read where something can be used: a figure with its value, or a project. */
function outcomeOf(found: readonly (Observation | MilestoneReport)[], issues: readonly Issue[]): SubmissionOutcome {
  if (!issues.some(({ severity }) => severity === "error")) return "accepted";
  return found.some((one) => !("value" in one) || one.value !== null) ? "partial" : "refused";
}

/** @throws the error itself unless it says that this file cannot be read */
function refused(file: string, sha256: string | null, error: unknown): Reading {
  if (!(error instanceof PipelineError)) throw error;
  const issue = makeIssue("file-refused", {}, { problem: error.message, remedy: error.hint ?? "请核对后重新上传" });
  const nothing = { format: null, source: null, bureau: null, illustrative: false, vintage: null, url: null };
  return {
    file,
    sha256,
    ...nothing,
    outcome: "refused",
    mayPass: error.mayPass,
    observations: [],
    reports: [],
    issues: [issue],
    questions: [],
    dispositions: () => [],
    book: null,
  };
}
