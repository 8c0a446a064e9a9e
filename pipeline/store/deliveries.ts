import type { Kysely } from "kysely";
import type { Channel, Delivery, DeliveryKey, DeliveryState, PaperName, RecipientRole } from "../model/delivery.ts";
import type { EditionKind } from "../model/edition.ts";
import type { Period } from "../model/period.ts";
import { ask, askDurably, type Store, type Tables } from "./database.ts";
import { takeWriteLock } from "./write-lock.ts";

export interface DeliveryTable {
  readonly period: Period;
  readonly kind: EditionKind;
  readonly region: string;
  readonly version: number;
  readonly content_sha256: string;
  readonly channel: Channel;
  readonly address: string;
  readonly role: RecipientRole;
  readonly name: string;
  readonly papers: string; // JSON array
  readonly paper_sha256: string; // JSON object
  readonly message_id: string | null;
  readonly earlier_ids: string; // JSON array
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly reserved_at: string;
  readonly settled_at: string | null;
  readonly code: string | null;
  readonly reply: string | null;
}

/** What an attempt came to, or that one begins. */
export interface DeliveryStep {
  readonly state: DeliveryState;
  readonly at: string | null; // ISO 8601, UTC; null while nothing is settled
  readonly code: string | null;
  readonly reply: string | null;
}

/**
 * Reserves deliveries, all in one transaction. One that is reserved already stays as it is, with its Message-ID and whatever
 * has become of it.
 */
export async function reserveDeliveries(store: Store, deliveries: readonly Delivery[]): Promise<void> {
  await ask(store, (database) =>
    database.transaction().execute(async (transaction) => {
      await takeWriteLock(transaction);
      for (const delivery of deliveries) {
        const insert = transaction.insertInto("delivery").values(toRow(delivery));
        await insert
          .onConflict((conflict) =>
            conflict.columns(["period", "kind", "region", "version", "channel", "address"]).doNothing(),
          )
          .execute();
      }
    }),
  );
}

/** Counts one more attempt at a delivery, before it is made. */
export async function countAttempt(store: Store, key: DeliveryKey): Promise<void> {
  await ask(store, (database) =>
    withKey(database, key)
      .set((eb) => ({ attempts: eb("attempts", "+", 1) }))
      .executeTakeFirstOrThrow(),
  );
}

/** Records what has become of a delivery, so that a power cut takes it back no more. */
export async function stepDelivery(store: Store, key: DeliveryKey, step: DeliveryStep): Promise<void> {
  await askDurably(store, (database) => recordStep(database, key, step));
}

/** The same within a transaction of the caller. */
export async function recordStep(
  database: Kysely<Tables>,
  key: DeliveryKey,
  { state, at: settled_at, code, reply }: DeliveryStep,
): Promise<void> {
  await withKey(database, key).set({ state, settled_at, code, reply }).executeTakeFirstOrThrow();
}

/** Reserves a delivery anew that was refused or has come back: as though nothing had been sent, under a Message-ID of its own. */
export async function reserveAnew(
  store: Store,
  {
    messageId,
    earlierIds,
    reservedAt,
    ...key
  }: DeliveryKey & Pick<Delivery, "messageId" | "earlierIds" | "reservedAt">,
): Promise<void> {
  const fresh = { state: "reserved", attempts: 0, settled_at: null, code: null, reply: null } as const;
  const named = { message_id: messageId, earlier_ids: JSON.stringify(earlierIds), reserved_at: reservedAt };
  await ask(store, (database) =>
    withKey(database, key)
      .set({ ...fresh, ...named })
      .executeTakeFirstOrThrow(),
  );
}

/** Every delivery, by edition, then in the order in which recipients are read: role, channel, address. */
export async function listDeliveries(store: Store): Promise<readonly Delivery[]> {
  const rows = await ask(store, (database) =>
    database
      .selectFrom("delivery")
      .selectAll()
      .orderBy("period")
      .orderBy("kind")
      .orderBy("region")
      .orderBy("version")
      .orderBy("role")
      .orderBy("channel")
      .orderBy("address")
      .execute(),
  );
  return rows.map(toDelivery);
}

function withKey(database: Kysely<Tables>, key: DeliveryKey) {
  return database
    .updateTable("delivery")
    .where("period", "=", key.period)
    .where("kind", "=", key.kind)
    .where("region", "=", key.region)
    .where("version", "=", key.version)
    .where("channel", "=", key.channel)
    .where("address", "=", key.address);
}

function toRow(delivery: Delivery): DeliveryTable {
  const { period, kind, region, version, channel, address, role, name, state, attempts, code, reply } = delivery;
  return {
    ...{ period, kind, region, version, channel, address, role, name, state, attempts, code, reply },
    content_sha256: delivery.contentSha256,
    papers: JSON.stringify(delivery.papers),
    paper_sha256: JSON.stringify(delivery.paperSha256),
    earlier_ids: JSON.stringify(delivery.earlierIds),
    message_id: delivery.messageId,
    reserved_at: delivery.reservedAt,
    settled_at: delivery.settledAt,
  };
}

function toDelivery(row: DeliveryTable): Delivery {
  const { period, kind, region, version, channel, address, role, name, state, attempts, code, reply } = row;
  const papers: readonly PaperName[] = JSON.parse(row.papers);
  return {
    ...{ period, kind, region, version, channel, address, role, name, papers, state, attempts, code, reply },
    contentSha256: row.content_sha256,
    paperSha256: JSON.parse(row.paper_sha256),
    earlierIds: JSON.parse(row.earlier_ids),
    messageId: row.message_id,
    reservedAt: row.reserved_at,
    settledAt: row.settled_at,
  };
}
