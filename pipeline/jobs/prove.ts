import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { PipelineError } from "../errors.ts";
import type { NonFigureKind } from "../model/non-figure.ts";
import type { ProofResult, Unmatched } from "../proof/result.ts";
import { fingerprint } from "../read/fingerprint.ts";
import { receiveFile } from "../read/received-file.ts";
import { CERTIFICATE, type Certificate } from "./certify.ts";
import { parseEditionName } from "./edition-name.ts";
import { homePaths } from "./home.ts";
import { OTHER_EDITION, OTHER_LEDGER } from "./proof-words.ts";
import {
  BRIEFING,
  DATA,
  EDITION_LEDGER,
  OWN_PAPER_LIMITS,
  proveBriefingFile,
  proveWorkbookFile,
  WORKBOOK,
} from "./prove-files.ts";

/** What came of proving a file, or all papers of an edition. */
export interface Proved extends ProofResult {
  readonly files: readonly string[]; // that were proved
  readonly certified: boolean; // what they were held against is what the certificate beside them was made for
  readonly altered: readonly string[]; // of `files`, those whose bytes are not the certified ones any more: saved again, or edited
}

const MOST_CHANGED = 4; // one figure of so many

/**
 * Proves papers as they stand on disk: a file, both papers in an edition's folder, or an edition by its name
 * (2023-06-monthly, the latest version unless /v2 is written). Reads the files alone; changes nothing.
 *
 * A briefing is proved by itself, a workbook by edition.json and data.csv beside it; these are held against
 * certificate.json where that stands there too.
 *
 * @throws PipelineError FILE_NOT_FOUND, FILE_TOO_LARGE, FILE_UNREADABLE, FORMAT_UNSUPPORTED
 */
export async function prove(path: string, { home }: { home: string }): Promise<Proved> {
  const files = papersOf(path, homePaths(home).editions);
  const results: ProofResult[] = [];
  for (const file of files) results.push(await proveFile(file));
  const certificates = files.map((file) => certificateIn(dirname(file)));
  return {
    ...together(results),
    files,
    certified: certificates.every((one) => one !== null) && results.every(isCertified),
    altered: files.filter((file, index) => isAltered(file, certificates[index] ?? null)),
  };
}

function papersOf(path: string, editions: string): readonly string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return [path];
  const folder = editionFolder(path, editions);
  return [join(folder, BRIEFING), join(folder, WORKBOOK)];
}

/** The folder of an edition that is named by its path or in the home; of several versions, the latest. */
function editionFolder(path: string, editions: string): string {
  const edition = parseEditionName(path);
  const version = edition?.version ?? null;
  const folder = edition === null ? path : join(editions, edition.name, ...(version === null ? [] : [`v${version}`]));
  if (!existsSync(folder)) throw notFound(path);
  if (existsSync(join(folder, BRIEFING))) return folder;
  const versions = readdirSync(folder).flatMap((one) => Number(/^v(\d+)$/.exec(one)?.[1] ?? []));
  if (versions.length === 0) throw notFound(path);
  return join(folder, `v${Math.max(...versions)}`);
}

async function proveFile(path: string): Promise<ProofResult> {
  const limits = OWN_PAPER_LIMITS;
  const { bytes, file } = receiveFile(path, limits);
  const folder = dirname(path);
  const certificate = certificateIn(folder);
  if (!path.toLowerCase().endsWith(".xlsx")) {
    const { result, ledgerSha256 } = await proveBriefingFile(bytes, file, limits);
    return withLedgers(result, certificate === null ? [] : [["文件内的台账", ledgerSha256, certificate.ledgerSha256]]);
  }
  const beside = [EDITION_LEDGER, DATA].map((name) => ({ name, content: contentOf(join(folder, name), file) }));
  const [ledger = "", data = ""] = beside.map(({ content }) => content.toString("utf8"));
  const result = asOneFault(await proveWorkbookFile(bytes, { file, ledger, data, limits }), file);
  const hashes = beside.map(
    ({ name, content }) => [name, fingerprint(content), certificate?.files[name] ?? ""] as const,
  );
  return withLedgers(result, certificate === null ? [] : hashes);
}

/** A workbook of another edition is said once: no one changes a quarter of all figures by hand. */
function asOneFault(result: ProofResult, file: string): ProofResult {
  const changed = result.unmatched.filter(({ text }) => text !== "").length;
  if (changed * MOST_CHANGED < result.figures) return result;
  const fault: Unmatched = {
    ...{ fault: "ledger", place: file, text: "", expected: null },
    ...{ figure: null, name: OTHER_EDITION },
  };
  return { ...result, ok: false, unmatched: [fault] };
}

function contentOf(path: string, file: string): Buffer {
  if (existsSync(path)) return readFileSync(path);
  throw new PipelineError("FILE_NOT_FOUND", `旁边没有 ${basename(path)}，不能核对`, {
    location: { file },
    hint: "请把工作簿放回它那一期的文件夹",
  });
}

/** Ledgers are the ones that were certified, or the proof has failed. */
function withLedgers(
  result: ProofResult,
  hashes: readonly (readonly [place: string, found: string, certified: string])[],
): ProofResult {
  const others = hashes.flatMap(([place, text, expected]): readonly Unmatched[] =>
    text === expected ? [] : [{ fault: "ledger", place, text, expected, figure: null, name: OTHER_LEDGER }],
  );
  return { ...result, ok: result.ok && others.length === 0, unmatched: [...others, ...result.unmatched] };
}

function isCertified({ unmatched }: ProofResult): boolean {
  return unmatched.every(({ name }) => name !== OTHER_LEDGER);
}

/** A paper that goes by another name than when it was certified is not held against any. */
function isAltered(path: string, certificate: Certificate | null): boolean {
  const expected = certificate?.files[basename(path)];
  return expected !== undefined && fingerprint(readFileSync(path)) !== expected;
}

function certificateIn(folder: string): Certificate | null {
  const file = join(folder, CERTIFICATE);
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new PipelineError("FILE_UNREADABLE", "核对证书读不出来", {
      location: { file },
      hint: "请重新发布这一期",
      cause,
    });
  }
}

function together(results: readonly ProofResult[]): ProofResult {
  const others: Partial<Record<NonFigureKind, number>> = {};
  for (const result of results) {
    for (const [kind, count] of Object.entries(result.others) as [NonFigureKind, number][])
      others[kind] = (others[kind] ?? 0) + count;
  }
  const sum = (of: (result: ProofResult) => number) => results.reduce((total, result) => total + of(result), 0);
  return {
    ok: results.every(({ ok }) => ok),
    figures: sum(({ figures }) => figures),
    matched: sum(({ matched }) => matched),
    numerals: sum(({ numerals }) => numerals),
    others,
    unmatched: results.flatMap(({ unmatched }) => unmatched),
  };
}

function notFound(path: string): PipelineError {
  return new PipelineError("FILE_NOT_FOUND", `没有 ${JSON.stringify(basename(path))} 这个文件或这一期文稿`, {
    hint: "可以写文件、文稿的文件夹，或一期的名称，例如 2023-06-monthly",
  });
}
