import { PipelineError } from "../../errors.ts";
import { BRIEFING_FILE, DATA_FILE, LEDGER_FILE, WORKBOOK_FILE } from "../../model/edition-files.ts";
import type { ProofResult } from "../../proof/result.ts";
import { fingerprint } from "../../read/fingerprint.ts";
import type { EditionFiles } from "../../report/edition-folder.ts";
import { describeUnmatched } from "./proof-words.ts";
import { proveBriefingFile, proveWorkbookFile } from "./prove-files.ts";

/** What certificate.json says of an edition: only what was proved is ever written. */
export interface Certificate {
  readonly ok: true;
  readonly papers: Readonly<Record<string, Omit<ProofResult, "unmatched" | "ok">>>; // by file
  readonly ledgerSha256: string; // of the ledger within the briefing, whatever way an editor writes it back
  readonly files: Readonly<Record<string, string>>; // SHA-256 of each other file of the edition
}

/**
 * Proves an edition's papers as they were written, before anything is kept.
 *
 * @returns its certificate, the same for the same files
 * @throws PipelineError PROOF_FAILED naming every number of both papers that could not be resolved
 */
export async function certify(files: EditionFiles): Promise<Certificate> {
  const bytes = (name: string) => files.get(name) ?? new Uint8Array();
  const text = (name: string) => new TextDecoder().decode(bytes(name));
  const { result, ledgerSha256 } = await proveBriefingFile(bytes(BRIEFING_FILE), BRIEFING_FILE);
  const beside = { file: WORKBOOK_FILE, ledger: text(LEDGER_FILE), data: text(DATA_FILE) };
  const papers = { [BRIEFING_FILE]: result, [WORKBOOK_FILE]: await proveWorkbookFile(bytes(WORKBOOK_FILE), beside) };
  if (Object.values(papers).some(({ ok }) => !ok)) throw proofFailed(papers);
  return {
    ok: true,
    papers: Object.fromEntries(
      Object.entries(papers).map(([name, { ok: _ok, unmatched: _none, ...counts }]) => [name, counts]),
    ),
    ledgerSha256,
    files: Object.fromEntries([...files].map(([name, content]) => [name, fingerprint(content)])),
  };
}

function proofFailed(papers: Readonly<Record<string, ProofResult>>): PipelineError {
  const lines = Object.entries(papers).flatMap(([name, { ok, unmatched }]) => {
    if (ok) return [];
    return unmatched.length === 0
      ? [`${name} 一个统计数也没有`]
      : unmatched.map((one) => `${name} ${describeUnmatched(one)}`);
  });
  return new PipelineError("PROOF_FAILED", `数字核对没有通过，文稿没有生成：\n  ${lines.join("\n  ")}`, {
    hint: "文字里的数要由程序填入；名称、计划原文中的数要登记在 seeds 里",
  });
}
