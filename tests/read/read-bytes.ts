import { PipelineError } from "../../pipeline/errors.ts";
import { type Book, type RawValue, type Sheet, toAddress } from "../../pipeline/model/cell.ts";
import { parseBook } from "../../pipeline/read/book.ts";
import { fingerprint } from "../../pipeline/read/fingerprint.ts";
import { DEFAULT_READ_LIMITS, type ReadLimits } from "../../pipeline/read/limits.ts";
import { cellList } from "../support/cells.ts";

/** Reads bytes as if a file of this name had come in. */
export function readBytes(bytes: Uint8Array, file = "报表.xlsx", limits: Partial<ReadLimits> = {}): Promise<Book> {
  const received = { file, bytes: Buffer.from(bytes), sha256: fingerprint(bytes) };
  return parseBook(received, { limits: { ...DEFAULT_READ_LIMITS, ...limits } });
}

/** The code of the refusal, or "read" where there is none; anything else that is thrown is a bug and comes through. */
export async function codeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return "read";
  } catch (error) {
    if (error instanceof PipelineError) return error.code;
    throw error;
  }
}

/** The refusal itself. @throws Error if there is none */
export async function refusalOf(work: () => Promise<unknown>): Promise<PipelineError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof PipelineError) return error;
    throw error;
  }
  throw new Error("not refused");
}

/** A sheet as address -> what stands there, text and numbers bare, everything else as "type:value". */
export function grid(sheet: Sheet | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(cellList(sheet).map(({ row, column, raw }) => [toAddress(row, column), plain(raw)]));
}

function plain(raw: RawValue): string {
  switch (raw.type) {
    case "text":
      return raw.text;
    case "number":
      return `=${raw.value}`;
    case "date":
      return `date:${raw.date}`;
    case "boolean":
      return `boolean:${raw.value}`;
    case "error":
      return `error:${raw.text}`;
    case "uncached":
      return "uncached";
  }
}
