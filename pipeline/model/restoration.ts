import { beijingClock, beijingDay } from "./beijing-time.ts";
import { type Delivery, isOfSamePaper } from "./delivery.ts";
import { HAD } from "./had-papers.ts";
import type { RecordedReminder } from "./reporting-calendar.ts";

/** That a home was made out of a backup: of what was done between the two times it knows nothing. ISO 8601, UTC. */
export interface Restoration {
  readonly restoredAt: string;
  readonly backedUpAt: string; // not after it was restored
}

/** What has for its code whatever may have gone out between a backup and the restore. */
export const RESTORED = "restored";

/** Why nobody knows of it, in words. */
export function restoredWords({ backedUpAt }: Restoration): string {
  return `由 ${beijingClock(backedUpAt)} 的备份恢复，此后发过没有不知道`;
}

/**
 * A delivery as it is to be recorded after a restore: one by mail that may have gone out before it, for all that is known, as
 * unknown, for a person to say; any other as it is.
 *
 * A paper may have gone out before where it was made before, or where its period was over by then, so that it may have been
 * made, sent and lost, and made again. What a recipient got, or was said to have got, since the restore tells of later versions
 * of that paper that they did not. In a folder the same paper cannot stand twice.
 *
 * @param createdAt when its edition was made
 * @param known every delivery there has been
 */
export function orUnknown(
  delivery: Delivery,
  createdAt: string,
  restoration: Restoration | null,
  known: readonly Delivery[],
): Delivery {
  if (restoration === null || delivery.channel !== "mail" || delivery.state !== "reserved") return delivery;
  const { restoredAt } = restoration;
  const isEarlier = createdAt <= restoredAt || delivery.period < beijingDay(restoredAt).slice(0, 7);
  const isSince = ({ code, settledAt }: Delivery) => code !== HAD && settledAt !== null && settledAt > restoredAt;
  const isSettled = known.some((one) => isOfSamePaper(one, delivery) && isSince(one));
  if (!isEarlier || isSettled) return delivery;
  return { ...delivery, state: "handed", code: RESTORED, reply: restoredWords(restoration) };
}

/** The same of a reminder: one by mail of the day of the restore may have gone out on that day before it. */
export function orUnknownReminder(reminder: RecordedReminder, restoration: Restoration | null): RecordedReminder {
  const isUnknown =
    restoration !== null && reminder.channel === "mail" && reminder.day === beijingDay(restoration.restoredAt);
  return isUnknown ? { ...reminder, state: "handed", code: RESTORED, reply: restoredWords(restoration) } : reminder;
}
