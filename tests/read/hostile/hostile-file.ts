import type { ErrorCode } from "../../../pipeline/errors.ts";

type Outcome = ErrorCode | "read";

/** What is wrong with a file, the file, and what may become of it. */
export type HostileFile = readonly [
  what: string,
  bytes: Uint8Array,
  outcome: Outcome | readonly Outcome[],
  name?: string,
];
