import type { EditionKind } from "../model/edition.ts";
import { parsePeriod } from "../model/period.ts";
import { leadsOut } from "./bag-path.ts";

/** Where a package keeps what replay goes by. */
export const REPLAY_SCRIPT = "data/process/replay.json";

/** Where a package keeps what compilers answered. */
export const REPLAY_ANSWERS = "data/process/answers.json";

/** A paper of a package and what it was made by. */
export interface ReplayPaper {
  readonly folder: string; // in the package
  readonly period: string; // "2023-06"
  readonly kind: EditionKind;
  readonly version: number;
  readonly asOf: string | null;
  readonly rules: string; // name of the rule set
  readonly createdAt: string; // ISO 8601, UTC
  readonly basis: string; // folder in the package with the seeds and templates
  readonly answers: number; // how many of the answers had been given
  readonly known: readonly KnownOriginal[]; // the sheets that had come
}

/** A sheet that was known when a paper was made. */
export interface KnownOriginal {
  readonly path: string; // in the package
  readonly sender: string | null; // code of the bureau in whose folder it first lay
}

/** A sheet of a package as it was received. */
export interface ReplayOriginal {
  readonly path: string; // in the package
  readonly file: string; // base name as received
  readonly sha256: string;
  readonly receivedAt: string; // ISO 8601, UTC
  readonly sender?: string; // code of the bureau in whose folder it lay, where the sheet itself does not say whose it is
  readonly hints: Readonly<Record<string, string>>;
}

/** All that is needed, beside the files themselves, to make a quarter's papers again. */
export interface ReplayScript {
  readonly papers: readonly ReplayPaper[]; // in the order in which they were made
  readonly originals: readonly ReplayOriginal[]; // in the order in which they came
}

/** Reads replay.json; undefined where it is not what this program writes, or leads out of the package. */
export function parseReplayScript(text: string): ReplayScript | undefined {
  try {
    const script: ReplayScript = JSON.parse(text);
    const paths = [
      ...script.papers.flatMap(({ folder, basis }) => [folder, basis]),
      ...script.originals.map(({ path }) => path),
    ];
    const isSafe = paths.every((path) => path.startsWith("data/") && !leadsOut(path));
    const isTold = script.papers.every(({ period, known }) => parsePeriod(period) && Array.isArray(known));
    return isSafe && isTold ? script : undefined;
  } catch {
    return undefined; // no JSON, or a list that is none
  }
}
