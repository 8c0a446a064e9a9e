import type { Kysely } from "kysely";
import type { Channel, Delivery, DeliveryKey, DeliveryState, PaperName, RecipientRole } from "../model/delivery.ts";
import type { EditionKind } from "../model/edition.ts";
import type { Period } from "../model/period.ts";
import { ask, type Store, type Tables } from "./database.ts";
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
  readonly message_id: string | null;
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
            conflict.columns(["period", "kind", "region", "content_sha256", "channel", "address"]).doNothing(),
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

/** Records what has become of a delivery. */
export async function stepDelivery(store: Store, key: DeliveryKey, step: DeliveryStep): Promise<void> {
  const { state, at: settled_at, code, reply } = step;
  await ask(store, (database) =>
    withKey(database, key).set({ state, settled_at, code, reply }).executeTakeFirstOrThrow(),
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
    .where("content_sha256", "=", key.contentSha256)
    .where("channel", "=", key.channel)
    .where("address", "=", key.address);
}

function toRow(delivery: Delivery): DeliveryTable {
  const { period, kind, region, version, channel, address, role, name, state, attempts, code, reply } = delivery;
  return {
    ...{ period, kind, region, version, channel, address, role, name, state, attempts, code, reply },
    content_sha256: delivery.contentSha256,
    papers: JSON.stringify(delivery.papers),
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
    messageId: row.message_id,
    reservedAt: row.reserved_at,
    settledAt: row.settled_at,
  };
}
