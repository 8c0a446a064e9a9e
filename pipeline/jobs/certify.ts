import { PipelineError } from "../errors.ts";
import { readLedger } from "../proof/ledger-reader.ts";
import { proveBriefing } from "../proof/prove-briefing.ts";
import type { ProofResult, Unmatched } from "../proof/result.ts";
import { fingerprint } from "../read/fingerprint.ts";
import { DEFAULT_READ_LIMITS } from "../read/limits.ts";
import type { EditionFiles } from "../report/edition-folder.ts";
import { openBriefing } from "./open-paper.ts";
import { describeUnmatched } from "./proof-words.ts";

/** Name of the file that tells what proof came to. */
export const CERTIFICATE = "certificate.json";

/** What certificate.json says of an edition: only what was proved is ever written. */
export interface Certificate {
  readonly ok: true;
  readonly papers: Readonly<Record<string, Omit<ProofResult, "unmatched" | "ok">>>; // by file
  readonly ledgerSha256: string; // of the ledger within briefing.docx, whatever way an editor writes it back
  readonly files: Readonly<Record<string, string>>; // SHA-256 of each other file of the edition
}

/**
 * Proves an edition's papers as they were written, before anything is kept.
 *
 * @returns its certificate, the same for the same files
 * @throws PipelineError PROOF_FAILED naming every number that could not be resolved
 */
export async function certify(files: EditionFiles): Promise<Certificate> {
  const name = "briefing.docx";
  const paper = await openBriefing(files.get(name) ?? new Uint8Array(), name, DEFAULT_READ_LIMITS);
  const carried = readLedger(paper);
  if (carried === null) throw new Error(`${name} carries no ledger`);
  const { ok, unmatched, ...counts } = proveBriefing(paper, carried.ledger);
  if (!ok) throw proofFailed(name, unmatched);
  return {
    ok,
    papers: { [name]: counts },
    ledgerSha256: ledgerHash(carried.canonical),
    files: Object.fromEntries([...files].map(([file, bytes]) => [file, fingerprint(bytes)])),
  };
}

/** The hash of a ledger's content: SHA-256, hex. */
export function ledgerHash(canonical: string): string {
  return fingerprint(new TextEncoder().encode(canonical));
}

function proofFailed(file: string, unmatched: readonly Unmatched[]): PipelineError {
  const lines = unmatched.length === 0 ? ["一个数也没有找到"] : unmatched.map(describeUnmatched);
  return new PipelineError(
    "PROOF_FAILED",
    `数字核对没有通过，文稿没有生成：\n${lines.map((line) => `  ${line}`).join("\n")}`,
    {
      location: { file },
      hint: "文字里的数要由程序填入；名称、计划原文中的数要登记在 seeds 里",
    },
  );
}
