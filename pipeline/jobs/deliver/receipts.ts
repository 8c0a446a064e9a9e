import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { receiptTable } from "../../model/delivery-receipt.ts";
import { type ReportedDelivery, withReports } from "../../model/mail-report.ts";
import { renderTextCsv } from "../../report/data-csv.ts";
import { listDeliveries } from "../../store/deliveries.ts";
import { listMailReports } from "../../store/mail-reports.ts";
import type { OpenHome } from "../open-home.ts";

/** Name of the file that tells who got an edition, when, and what came back. */
export const RECEIPT_FILE = "送达回执.csv";

/**
 * Brings receipts/ up to what the database holds: a folder for each version of an edition that somebody was to get. Only what
 * differs is written, each file whole or not at all; to be called where nobody else delivers.
 */
export async function writeReceipts({ store, home }: OpenHome): Promise<void> {
  const deliveries = withReports(await listDeliveries(store), await listMailReports(store));
  const editions = new Map<string, ReportedDelivery[]>();
  for (const one of deliveries) {
    const name = `${one.period}-${one.kind}-v${one.version}`;
    editions.set(name, [...(editions.get(name) ?? []), one]);
  }
  for (const [name, own] of editions) rewrite(join(home.receipts, name), renderTextCsv(receiptTable(own)));
}

function rewrite(folder: string, bytes: Uint8Array): void {
  const file = join(folder, RECEIPT_FILE);
  if (existsSync(file) && readFileSync(file).equals(bytes)) return;
  mkdirSync(folder, { recursive: true });
  const partial = join(folder, `.${RECEIPT_FILE}.partial`);
  writeFileSync(partial, bytes);
  renameSync(partial, file);
}
