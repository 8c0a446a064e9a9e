/** A place in a file, as deep as it is known; rows and columns as the reader of the file sees them. */
export interface Location {
  readonly file?: string;
  readonly sheet?: string;
  readonly cell?: string; // A1
  readonly line?: number; // text files: 1-based, header included
}

export type ErrorCode =
  | "USAGE"
  | "CONFIG_INVALID"
  | "SEED_INVALID"
  | "TEMPLATE_INVALID"
  | "NOTE_INVALID"
  | "NOTE_UNPROVEN"
  | "FILE_NOT_FOUND"
  | "FILE_TOO_LARGE"
  | "FILE_UNREADABLE"
  | "FORMAT_UNSUPPORTED"
  | "STORE_BUSY"
  | "STORE_FAILED"
  | "CLOCK_DOUBTFUL"
  | "PLAN_NOT_FOUND"
  | "NOTHING_TO_PUBLISH"
  | "PROOF_FAILED"
  | "EDITION_NOT_FOUND"
  | "NOT_CERTIFIED"
  | "NOT_APPROVED"
  | "NOTHING_TO_ARCHIVE"
  | "ARCHIVE_REFUSED";

interface ErrorDetails {
  readonly location?: Location;
  readonly hint?: string;
  readonly cause?: unknown;
  readonly mayPass?: boolean; // false where not given
}

/**
 * Says that this run, or this file, cannot go on.
 *
 * What is wrong with single figures is never thrown: it is an `Issue` (model/issue.ts).
 */
export class PipelineError extends Error {
  readonly code: ErrorCode;
  readonly location: Location;
  readonly hint: string | undefined;
  readonly mayPass: boolean; // the same may go well another time: the machine was busy

  constructor(code: ErrorCode, message: string, { location = {}, hint, cause, mayPass = false }: ErrorDetails = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "PipelineError";
    this.code = code;
    this.location = location;
    this.hint = hint;
    this.mayPass = mayPass;
  }
}

/** What is wrong, and what to do where that is known, in one line. */
export function withHint({ message, hint }: Pick<PipelineError, "message" | "hint">): string {
  return [message, hint].filter(Boolean).join("。");
}

/** Writes where an error is, without the line where its message begins with it; empty where nothing is known. */
export function placeToTell({ location: { line, ...place }, message }: PipelineError): string {
  const isNamed = line !== undefined && message.startsWith(`第${line}行`);
  return formatLocation(line === undefined || isNamed ? place : { ...place, line });
}

/** Writes a location as people say it: `工业.xlsx › 6月 › C7`; empty where nothing is known. */
export function formatLocation({ file, sheet, cell, line }: Location): string {
  return [file, sheet, cell, line === undefined ? undefined : `第${line}行`].filter(Boolean).join(" › ");
}
