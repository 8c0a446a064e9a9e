import { moveEdition } from "../store/editions.ts";
import { requireDeliverable } from "./deliverable.ts";
import type { OpenHome } from "./open-home.ts";

/** An edition that a person has approved. */
export interface Approved {
  readonly edition: string; // 2023-06-monthly
  readonly version: number;
  readonly isNew: boolean; // false where it was approved, or had left, before
}

/**
 * Approves an edition's latest version, whose proof is held against its files first. Safe to run again.
 *
 * @throws PipelineError USAGE, EDITION_NOT_FOUND, NOT_CERTIFIED, STORE_BUSY, STORE_FAILED
 */
export async function approve(open: OpenHome, words: string): Promise<Approved> {
  const { name, record } = await requireDeliverable(open, words);
  const isNew = await moveEdition(open.store, record, ["draft"], "approved");
  return { edition: name, version: record.version, isNew };
}
