import { ask, type Store } from "./database.ts";
import type { EditionKey } from "./edition-bases.ts";

/** That an edition was approved. */
export interface Approval extends EditionKey {
  readonly approvedAt: string; // ISO 8601, UTC
  readonly approvedBy: string | null; // null where nobody said who
}

export interface ApprovalTable extends EditionKey {
  readonly approved_at: string;
  readonly approved_by: string | null;
}

/**
 * Approves a draft and records it, both or neither.
 *
 * @returns false where the edition was no draft any more; nothing is recorded then
 */
export async function approveDraft(store: Store, approval: Approval): Promise<boolean> {
  const { period, kind, region, version, approvedAt: approved_at, approvedBy: approved_by } = approval;
  return ask(store, (database) =>
    database.transaction().execute(async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable("edition")
        .set({ state: "approved" })
        .where("period", "=", period)
        .where("kind", "=", kind)
        .where("region", "=", region)
        .where("version", "=", version)
        .where("state", "=", "draft")
        .executeTakeFirstOrThrow();
      if (numUpdatedRows !== 1n) return false;
      const row = { period, kind, region, version, approved_at, approved_by };
      await transaction.insertInto("approval").values(row).execute();
      return true;
    }),
  );
}

/** Every approval, by period, kind, region, version. */
export async function listApprovals(store: Store): Promise<readonly Approval[]> {
  const rows = await ask(store, (database) =>
    database
      .selectFrom("approval")
      .selectAll()
      .orderBy("period")
      .orderBy("kind")
      .orderBy("region")
      .orderBy("version")
      .execute(),
  );
  return rows.map(({ approved_at: approvedAt, approved_by: approvedBy, ...key }) => ({
    ...key,
    approvedAt,
    approvedBy,
  }));
}
