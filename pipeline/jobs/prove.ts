import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { PipelineError } from "../errors.ts";
import { readLedger } from "../proof/ledger-reader.ts";
import { proveBriefing } from "../proof/prove-briefing.ts";
import type { ProofResult, Unmatched } from "../proof/result.ts";
import type { ReadLimits } from "../read/limits.ts";
import { receiveFile } from "../read/received-file.ts";
import { CERTIFICATE, ledgerHash } from "./certify.ts";
import { parseEditionName } from "./edition-name.ts";
import { homePaths } from "./home.ts";
import { openBriefing } from "./open-paper.ts";

/** What came of proving a file, or all papers of an edition. */
export interface Proved extends ProofResult {
  readonly files: readonly string[]; // that were proved
  readonly certified: boolean; // the ledger is the one that the certificate beside it was made for
}

/**
 * Proves a paper as it stands on disk: a file, an edition's folder, or an edition by its name (2023-06-monthly, the latest
 * version unless /v2 is written). Reads the files alone; changes nothing.
 *
 * The ledger is held against certificate.json where that stands beside the file.
 *
 * @throws PipelineError FILE_NOT_FOUND, FILE_TOO_LARGE, FILE_UNREADABLE, FORMAT_UNSUPPORTED
 */
export async function prove(path: string, { home, limits }: { home: string; limits: ReadLimits }): Promise<Proved> {
  const file = paperOf(path, homePaths(home).editions);
  const { bytes, file: name } = receiveFile(file, limits);
  const paper = await openBriefing(bytes, name, limits);
  const carried = readLedger(paper);
  if (carried === null) throw noLedger(name);
  const result = proveBriefing(paper, carried.ledger);
  const expected = certifiedLedger(dirname(file));
  const found = ledgerHash(carried.canonical);
  const unmatched = expected === null || expected === found ? [] : [otherLedger(found, expected)];
  return {
    ...result,
    ok: result.ok && unmatched.length === 0,
    unmatched: [...unmatched, ...result.unmatched],
    files: [file],
    certified: expected === found,
  };
}

function paperOf(path: string, editions: string): string {
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  return isFile ? path : join(editionFolder(path, editions), "briefing.docx");
}

/** The folder of an edition that is named by its path or in the home; of several versions, the latest. */
function editionFolder(path: string, editions: string): string {
  const edition = parseEditionName(path);
  const version = edition?.version ?? null;
  const folder = edition === null ? path : join(editions, edition.name, ...(version === null ? [] : [`v${version}`]));
  if (!existsSync(folder)) throw notFound(path);
  if (existsSync(join(folder, "briefing.docx"))) return folder;
  const versions = readdirSync(folder).flatMap((one) => Number(/^v(\d+)$/.exec(one)?.[1] ?? []));
  if (versions.length === 0) throw notFound(path);
  return join(folder, `v${Math.max(...versions)}`);
}

function certifiedLedger(folder: string): string | null {
  const file = join(folder, CERTIFICATE);
  if (!existsSync(file)) return null;
  try {
    const { ledgerSha256 } = JSON.parse(readFileSync(file, "utf8"));
    return typeof ledgerSha256 === "string" ? ledgerSha256 : "";
  } catch (cause) {
    throw new PipelineError("FILE_UNREADABLE", "核对证书读不出来", {
      location: { file },
      hint: "请重新发布这一期",
      cause,
    });
  }
}

function otherLedger(found: string, expected: string): Unmatched {
  return { fault: "ledger", place: "文件内的台账", text: found, expected, figure: null, name: "台账的 SHA-256" };
}

function notFound(path: string): PipelineError {
  return new PipelineError("FILE_NOT_FOUND", `没有 ${JSON.stringify(basename(path))} 这个文件或这一期文稿`, {
    hint: "可以写文件、文稿的文件夹，或一期的名称，例如 2023-06-monthly",
  });
}

function noLedger(file: string): PipelineError {
  return new PipelineError("FORMAT_UNSUPPORTED", "文件里没有数字台账，不能核对", {
    location: { file },
    hint: "只能核对本程序生成的简报；如果曾用别的软件另存，请改用 Word、WPS 或 LibreOffice",
  });
}
