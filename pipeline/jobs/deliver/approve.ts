import { approveDraft } from "../../store/approvals.ts";
import type { Effects } from "../effects.ts";
import type { OpenHome } from "../open-home.ts";
import { requireDeliverable } from "./deliverable.ts";

/** What is to be approved, and by whom. */
export interface ApproveRequest {
  readonly edition: string; // 2023-06-monthly
  readonly by: string | null; // 签发人; null where nobody says
}

/** An edition that a person has approved. */
export interface Approved {
  readonly edition: string; // 2023-06-monthly
  readonly version: number;
  readonly isNew: boolean; // false where it was approved, or had left, before
}

/**
 * Approves an edition's latest version, whose proof is held against its files first, and keeps who and when. Safe to run again:
 * what was recorded first stays.
 *
 * @throws PipelineError USAGE, EDITION_NOT_FOUND, NOT_CERTIFIED, STORE_BUSY, STORE_FAILED
 */
export async function approve(open: OpenHome, { edition, by }: ApproveRequest, { now }: Effects): Promise<Approved> {
  const { name, record } = await requireDeliverable(open, edition);
  const { period, kind, region, version } = record;
  const approval = { period, kind, region, version, approvedAt: now(), approvedBy: by?.trim() || null };
  return { edition: name, version, isNew: await approveDraft(open.store, approval) };
}
