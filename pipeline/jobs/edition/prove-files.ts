import { PipelineError } from "../../errors.ts";
import { LEDGER_FILE } from "../../model/edition-files.ts";
import { READ_LIMITS } from "../../model/read-limit.ts";
import { readLedger } from "../../proof/ledger-reader.ts";
import { proveBriefing } from "../../proof/prove-briefing.ts";
import { proveWorkbook, type WorkbookLedger } from "../../proof/prove-workbook.ts";
import type { ProofResult } from "../../proof/result.ts";
import { fingerprint } from "../../read/fingerprint.ts";
import type { ReadLimits } from "../../read/limits.ts";
import { openBriefing, openWorkbook } from "./open-paper.ts";

/** Papers of our own may be larger than what a bureau may send: what `publish` wrote, `prove` and `trace` open. */
export const OWN_PAPER_LIMITS = Object.fromEntries(
  Object.entries(READ_LIMITS).map(([name, { most, scale }]) => [name, most * scale]),
) as ReadLimits;

/** What proof says of a briefing, and the hash of the ledger that it carries. */
export interface ProvedBriefing {
  readonly result: ProofResult;
  readonly ledgerSha256: string; // of the ledger's content, whatever way an editor writes it back
}

/**
 * Proves a briefing by the ledger that it carries.
 *
 * @throws PipelineError FILE_TOO_LARGE, FILE_UNREADABLE, FORMAT_UNSUPPORTED
 */
export async function proveBriefingFile(bytes: Uint8Array, file: string): Promise<ProvedBriefing> {
  const paper = await openBriefing(bytes, file, OWN_PAPER_LIMITS);
  const carried = readLedger(paper);
  if (carried === null) {
    throw new PipelineError("FORMAT_UNSUPPORTED", "文件里没有数字台账，不能核对", {
      location: { file },
      hint: "只能核对本程序生成的简报；如果曾用别的软件另存，请改用 Word、WPS 或 LibreOffice",
    });
  }
  const ledgerSha256 = fingerprint(new TextEncoder().encode(carried.canonical));
  return { result: proveBriefing(paper, carried.ledger), ledgerSha256 };
}

/**
 * Proves a workbook by the texts of edition.json and data.csv beside it.
 *
 * @throws PipelineError FILE_TOO_LARGE; FILE_UNREADABLE, also where edition.json is none
 */
export async function proveWorkbookFile(
  bytes: Uint8Array,
  { file, ledger, data }: { file: string; ledger: string; data: string },
): Promise<ProofResult> {
  return proveWorkbook(await openWorkbook(bytes, file, OWN_PAPER_LIMITS), editionLedger(ledger), data);
}

/**
 * What edition.json says.
 *
 * @throws PipelineError FILE_UNREADABLE where it is none, or lacks what is needed now
 */
export function editionLedger<Ledger extends WorkbookLedger>(text: string): Ledger {
  const fault = (cause?: unknown) =>
    new PipelineError("FILE_UNREADABLE", "edition.json 读不出来，或是较早的版本生成的", {
      location: { file: LEDGER_FILE },
      hint: "请重新发布这一期",
      cause,
    });
  try {
    const parsed: Ledger = JSON.parse(text);
    if (parsed.words && parsed.chartWords && parsed.figures) return parsed;
  } catch (cause) {
    throw fault(cause);
  }
  throw fault();
}
