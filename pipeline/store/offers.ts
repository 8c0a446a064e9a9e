import { ask, type Store } from "./database.ts";

/** A row of `offer`: the candidates that were last shown for a question. */
export interface OfferTable {
  readonly question: string; // its whole id
  readonly candidates: string; // JSON list of OfferedCandidate
}

/** A meaning that was offered; its number is its place in the list, from 1. */
export interface OfferedCandidate {
  readonly code: string;
  readonly scope: string | null; // 口径
  readonly name: string; // as it was then
}

/**
 * Remembers what is being shown for each question, by its whole id, in place of what was shown before; one transaction,
 * and none where all of it is as before.
 */
export async function keepOffers(
  store: Store,
  offers: ReadonlyMap<string, readonly OfferedCandidate[]>,
): Promise<void> {
  await ask(store, async (database) => {
    const known = new Map(
      (await database.selectFrom("offer").selectAll().execute()).map((row) => [row.question, row.candidates]),
    );
    const rows = [...offers].map(([question, list]) => {
      return { question, candidates: JSON.stringify(list.map(({ code, scope, name }) => ({ code, scope, name }))) };
    });
    const changed = rows.filter(({ question, candidates }) => known.get(question) !== candidates);
    if (changed.length === 0) return;
    await database.transaction().execute(async (transaction) => {
      for (const { question, candidates } of changed)
        await transaction
          .insertInto("offer")
          .values({ question, candidates })
          .onConflict((conflict) => conflict.column("question").doUpdateSet({ candidates }))
          .execute();
    });
  });
}

/** What was last shown for a question, by its whole id; undefined where it never was. */
export async function findOffer(store: Store, question: string): Promise<readonly OfferedCandidate[] | undefined> {
  const row = await ask(store, (database) =>
    database.selectFrom("offer").select("candidates").where("question", "=", question).executeTakeFirst(),
  );
  return row && JSON.parse(row.candidates);
}
