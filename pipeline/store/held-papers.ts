import type { EditionKind } from "../model/edition.ts";
import type { Period } from "../model/period.ts";
import { ask, type Store } from "./database.ts";
import { type Receipt, settleReceipts } from "./receipts.ts";
import { takeWriteLock } from "./write-lock.ts";

export interface HeldPaperTable {
  readonly period: Period;
  readonly kind: EditionKind;
  readonly problem: string;
  readonly since: string;
}

/** A paper whose sheets are in and that could not be written. */
export interface HeldPaper {
  readonly period: Period;
  readonly kind: EditionKind;
  readonly problem: string; // Chinese, with its place
}

/** What a look at the months for which something came has come to. */
export interface PaperLook {
  readonly receipts: readonly Receipt[]; // that it was for
  readonly months: readonly Period[]; // that were looked at
  readonly held: readonly HeldPaper[]; // of these months
  readonly at: string; // ISO 8601, UTC
}

/** Every paper that waits for what keeps it back to be mended, by period and kind. */
export async function listHeldPapers(store: Store): Promise<readonly HeldPaper[]> {
  return ask(store, (database) =>
    database.selectFrom("held_paper").select(["period", "kind", "problem"]).orderBy("period").orderBy("kind").execute(),
  );
}

/** Records a look, all in one transaction: the arrivals have been looked at, and just these papers of its months are held. */
export async function recordLook(store: Store, { receipts, months, held, at: since }: PaperLook): Promise<void> {
  await ask(store, (database) =>
    database.transaction().execute(async (transaction) => {
      await takeWriteLock(transaction);
      await settleReceipts(transaction, receipts);
      for (const period of months) await transaction.deleteFrom("held_paper").where("period", "=", period).execute();
      for (const paper of held)
        await transaction
          .insertInto("held_paper")
          .values({ ...paper, since })
          .execute();
    }),
  );
}
