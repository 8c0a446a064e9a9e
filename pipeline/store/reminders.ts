import type { Channel } from "../model/delivery.ts";
import type { RecordedReminder, ReminderStage } from "../model/reporting-calendar.ts";
import { ask, askDurably, type Store } from "./database.ts";
import { takeWriteLock } from "./write-lock.ts";

export interface ReminderTable {
  readonly day: string;
  readonly recipient: string;
  readonly stage: ReminderStage;
  readonly periods: string; // JSON array
  readonly channel: Channel;
  readonly address: string;
  readonly name: string;
  readonly subject: string;
  readonly body: string;
  readonly message_id: string | null;
  readonly state: RecordedReminder["state"];
  readonly reserved_at: string;
  readonly code: string | null;
  readonly reply: string | null;
}

/**
 * Reserves the reminders of a day, all in one transaction. Those reserved before, on that day or earlier, that have not gone
 * out make way for them; one that has, or may have, stays as it is, words and all.
 */
export async function reserveReminders(
  store: Store,
  day: string,
  reminders: readonly RecordedReminder[],
): Promise<void> {
  await ask(store, (database) =>
    database.transaction().execute(async (transaction) => {
      await takeWriteLock(transaction);
      await transaction.deleteFrom("reminder").where("day", "<=", day).where("state", "=", "reserved").execute();
      if (reminders.length === 0) return;
      await transaction
        .insertInto("reminder")
        .values(reminders.map(toRow))
        .onConflict((conflict) => conflict.columns(["day", "recipient"]).doNothing())
        .execute();
    }),
  );
}

/** Records what has become of a reminder, so that a power cut takes it back no more. */
export async function stepReminder(
  store: Store,
  { day, recipient }: Pick<RecordedReminder, "day" | "recipient">,
  step: Pick<RecordedReminder, "state" | "code" | "reply">,
): Promise<void> {
  await askDurably(store, (database) =>
    database
      .updateTable("reminder")
      .set(step)
      .where("day", "=", day)
      .where("recipient", "=", recipient)
      .executeTakeFirstOrThrow(),
  );
}

/** Every reminder there has been, by day, then recipient. */
export async function listReminders(store: Store): Promise<readonly RecordedReminder[]> {
  const rows = await ask(store, (database) =>
    database.selectFrom("reminder").selectAll().orderBy("day").orderBy("recipient").execute(),
  );
  return rows.map(({ periods, message_id: messageId, reserved_at: reservedAt, ...row }) => {
    return { ...row, periods: JSON.parse(periods), messageId, reservedAt };
  });
}

function toRow({
  periods,
  messageId: message_id,
  reservedAt: reserved_at,
  ...reminder
}: RecordedReminder): ReminderTable {
  return { ...reminder, periods: JSON.stringify(periods), message_id, reserved_at };
}
