import type { DeliveryKey } from "../model/delivery.ts";
import type { MailReport, ReportAction } from "../model/mail-report.ts";
import type { RecordedReminder } from "../model/reporting-calendar.ts";
import { ask, askDurably, type Store } from "./database.ts";
import { type DeliveryStep, recordStep } from "./deliveries.ts";
import { recordMove } from "./editions.ts";
import { takeWriteLock } from "./write-lock.ts";

export interface MailReportTable {
  readonly id: string;
  readonly message_id: string;
  readonly action: ReportAction;
  readonly status: string | null;
  readonly words: string | null;
  readonly received_at: string;
  readonly file: string;
  readonly stamp: string;
}

/** What a report changes, beside being kept. */
export interface ReportedStep {
  readonly delivery?: { readonly key: DeliveryKey; readonly step: DeliveryStep };
  readonly reminder?: Pick<RecordedReminder, "day" | "recipient" | "state" | "code" | "reply">;
}

/**
 * Keeps a report and changes what it is about, in one transaction; an edition that had been delivered to everybody is so no
 * longer where a paper has come back. One that is known already changes nothing.
 * A power cut takes it back no more, so that its file may be moved away.
 *
 * @returns the one that was kept before, where there was one
 */
export async function insertMailReport(
  store: Store,
  report: MailReport,
  { delivery, reminder }: ReportedStep,
): Promise<MailReport | undefined> {
  return askDurably(store, (database) =>
    database.transaction().execute(async (transaction) => {
      await takeWriteLock(transaction);
      const known = await transaction
        .selectFrom("mail_report")
        .selectAll()
        .where("id", "=", report.id)
        .where("message_id", "=", report.messageId)
        .where("action", "=", report.action)
        .executeTakeFirst();
      if (known) return toReport(known);
      await transaction.insertInto("mail_report").values(toRow(report)).execute();
      if (delivery) {
        await recordStep(transaction, delivery.key, delivery.step);
        if (delivery.step.state === "bounced")
          await recordMove(transaction, delivery.key, ["delivered"], "undelivered");
      }
      if (reminder) {
        const { day, recipient, state, code, reply } = reminder;
        await transaction
          .updateTable("reminder")
          .set({ state, code, reply })
          .where("day", "=", day)
          .where("recipient", "=", recipient)
          .executeTakeFirstOrThrow();
      }
      return undefined;
    }),
  );
}

/** Everything that came back, by the time it was read, then id, mail and action. */
export async function listMailReports(store: Store): Promise<readonly MailReport[]> {
  const rows = await ask(store, (database) =>
    database
      .selectFrom("mail_report")
      .selectAll()
      .orderBy("received_at")
      .orderBy("id")
      .orderBy("message_id")
      .orderBy("action")
      .execute(),
  );
  return rows.map(toReport);
}

function toRow({ messageId: message_id, receivedAt: received_at, ...report }: MailReport): MailReportTable {
  return { ...report, message_id, received_at };
}

function toReport({ message_id: messageId, received_at: receivedAt, ...row }: MailReportTable): MailReport {
  return { ...row, messageId, receivedAt };
}
