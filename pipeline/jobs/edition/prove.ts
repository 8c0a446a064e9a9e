import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { PipelineError } from "../../errors.ts";
import { BRIEFING_FILE, CERTIFICATE_FILE, DATA_FILE, LEDGER_FILE, WORKBOOK_FILE } from "../../model/edition-files.ts";
import type { NonFigureKind } from "../../model/non-figure.ts";
import type { ProofResult, Unmatched } from "../../proof/result.ts";
import { fingerprint } from "../../read/fingerprint.ts";
import { receiveFile } from "../../read/received-file.ts";
import { findHome } from "../home.ts";
import type { Certificate } from "./certify.ts";
import { parseEditionName } from "./name.ts";
import { OTHER_EDITION, OTHER_LEDGER } from "./proof-words.ts";
import { OWN_PAPER_LIMITS, proveBriefingFile, proveWorkbookFile } from "./prove-files.ts";

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
  const files = papersOf(path, findHome(home).editions);
  const proved: ProvedFile[] = [];
  for (const file of files) proved.push(await proveFile(file));
  return {
    ...together(proved.map(({ result }) => result)),
    files,
    certified: proved.every(({ isCertified }) => isCertified),
    altered: files.filter((_, index) => proved[index]?.isAltered),
  };
}

function papersOf(path: string, editions: string): readonly string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return [path];
  const folder = editionFolder(path, editions);
  return [join(folder, BRIEFING_FILE), join(folder, WORKBOOK_FILE)];
}

/** The folder of an edition that is named by its path or in the home; of several versions, the latest. */
function editionFolder(path: string, editions: string): string {
  const edition = parseEditionName(path);
  const version = edition?.version ?? null;
  const folder = edition === null ? path : join(editions, edition.name, ...(version === null ? [] : [`v${version}`]));
  if (!existsSync(folder)) throw notFound(path);
  if (existsSync(join(folder, BRIEFING_FILE))) return folder;
  const versions = readdirSync(folder).flatMap((one) => Number(/^v(\d+)$/.exec(one)?.[1] ?? []));
  if (versions.length === 0) throw notFound(path);
  return join(folder, `v${Math.max(...versions)}`);
}

/** What came of one file, held against the certificate beside it where there is one. */
interface ProvedFile {
  readonly result: ProofResult;
  readonly isCertified: boolean; // its ledgers are
  readonly isAltered: boolean; // its bytes are others than the certified ones; false under another name than the certified
}

async function proveFile(path: string): Promise<ProvedFile> {
  const { bytes, file, sha256 } = receiveFile(path, OWN_PAPER_LIMITS);
  const certificate = certificateIn(dirname(path));
  const { result, ledgers } = await proveContent(path, bytes, file);
  if (certificate === null) return { result, isCertified: false, isAltered: false };
  const certified = new Map([...Object.entries(certificate.files), [INNER_LEDGER, certificate.ledgerSha256]]);
  const others = ledgers.flatMap(([place, text]): readonly Unmatched[] => {
    const expected = certified.get(place) ?? "";
    return text === expected ? [] : [{ fault: "ledger", place, text, expected, figure: null, name: OTHER_LEDGER }];
  });
  const ok = result.ok && others.length === 0;
  const own = certificate.files[basename(path)];
  return {
    result: { ...result, ok, unmatched: [...others, ...result.unmatched] },
    isCertified: others.length === 0,
    isAltered: own !== undefined && own !== sha256,
  };
}

const INNER_LEDGER = "文件内的台账";

interface ProvedContent {
  readonly result: ProofResult;
  readonly ledgers: readonly (readonly [place: string, sha256: string])[]; // what it was held against
}

async function proveContent(path: string, bytes: Buffer, file: string): Promise<ProvedContent> {
  if (!path.toLowerCase().endsWith(".xlsx")) {
    const { result, ledgerSha256 } = await proveBriefingFile(bytes, file);
    return { result, ledgers: [[INNER_LEDGER, ledgerSha256]] };
  }
  const beside = [LEDGER_FILE, DATA_FILE].map((name) => ({
    name,
    content: contentOf(join(dirname(path), name), file),
  }));
  const [ledger = "", data = ""] = beside.map(({ content }) => content.toString("utf8"));
  const result = asOneFault(await proveWorkbookFile(bytes, { file, ledger, data }), file);
  return { result, ledgers: beside.map(({ name, content }) => [name, fingerprint(content)] as const) };
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

function certificateIn(folder: string): Certificate | null {
  const file = join(folder, CERTIFICATE_FILE);
  if (!existsSync(file)) return null;
  const fault = (cause?: unknown) =>
    new PipelineError("FILE_UNREADABLE", "核对证书读不出来", { location: { file }, hint: "请重新发布这一期", cause });
  try {
    const parsed: Certificate | null = JSON.parse(readFileSync(file, "utf8"));
    if (parsed?.files) return parsed;
  } catch (cause) {
    throw fault(cause);
  }
  throw fault();
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
