import type { ErrorCode, Location } from "../errors.ts";
import type { CellFormat } from "../model/cell.ts";
import type { ReadLimits } from "./limits.ts";
import type { PackedSheet } from "./packed-sheets.ts";

/** What the parsing thread is asked. */
export interface ParseJob {
  readonly file: string; // base name, for messages
  readonly bytes: Uint8Array;
  readonly limits: ReadLimits;
}

/** What it answers; a refusal in pieces, because classes do not pass between threads. */
export type ParseAnswer = { readonly hasGrown: boolean } & (
  | { readonly type: "parsed"; readonly format: CellFormat; readonly sheets: readonly PackedSheet[] }
  | { readonly type: "refused"; readonly refusal: PackedRefusal }
  | { readonly type: "failed"; readonly error: unknown } // a bug
);

export interface PackedRefusal {
  readonly code: ErrorCode;
  readonly message: string;
  readonly location: Location;
  readonly hint: string | undefined;
  readonly cause: string | undefined;
}
