import { join } from "node:path";
import { type Delivery, isOfEdition, PAPER_FILES, type Recipient } from "../../model/delivery.ts";
import { orHad } from "../../model/had-papers.ts";
import type { MailSetting } from "../../model/mail-setting.ts";
import { orUnknown } from "../../model/restoration.ts";
import { fingerprint } from "../../read/fingerprint.ts";
import { readTextFile } from "../../read/text-file.ts";
import { parseRecipients } from "../../reference/recipients.ts";
import { type EditionRecord, listEditions } from "../../store/editions.ts";
import { findRestoration } from "../../store/restorations.ts";
import type { OpenHome } from "../open-home.ts";
import { messageIdOf } from "./by-word.ts";
import type { Deliverable } from "./deliverable.ts";

/** Reads whom papers go to. @throws PipelineError SEED_INVALID, FILE_NOT_FOUND */
export function loadRecipients(root: string): readonly Recipient[] {
  return parseRecipients(readTextFile(join(root, "seeds/recipients.yaml")), "seeds/recipients.yaml");
}

/** What planning rests on besides the edition and its recipients. */
interface PlanContext {
  readonly all: readonly Delivery[]; // every delivery there has been
  readonly key: string; // of the Message-IDs
  readonly mail: MailSetting | null;
  readonly startedAt: string; // ISO 8601, UTC
}

/**
 * The deliveries of an edition as they would be reserved now: to be sent, had already from an earlier version, or, after a
 * restore, unknown; and those before it that it may correct. Nothing is recorded.
 *
 * @returns `planned` in the order of the recipients
 * @throws PipelineError STORE_BUSY, STORE_FAILED
 */
export async function planDeliveries(
  open: OpenHome,
  deliverable: Deliverable,
  recipients: readonly Recipient[],
  context: PlanContext,
): Promise<{ readonly planned: readonly Delivery[]; readonly before: readonly Delivery[] }> {
  const { record } = deliverable;
  const before = await withoutPast(open, record, context.all);
  const restoration = await findRestoration(open.store);
  const planned = recipients
    .map((recipient) => newDelivery(recipient, deliverable, context))
    .map((delivery) => orHad(delivery, before))
    .map((delivery) => orUnknown(delivery, record.createdAt, restoration, context.all));
  return { planned, before };
}

/** What an edition may correct: nothing where it is a look into the past, and no such look. */
async function withoutPast(
  { store }: OpenHome,
  edition: EditionRecord,
  deliveries: readonly Delivery[],
): Promise<readonly Delivery[]> {
  if (edition.asOf !== null) return [];
  const past = (await listEditions(store)).filter(({ asOf }) => asOf !== null);
  return deliveries.filter((delivery) => !past.some((one) => isOfEdition(delivery, one)));
}

function newDelivery(
  { role, name, channel, address, papers }: Recipient,
  { record, files }: Deliverable,
  { mail, key, startedAt }: PlanContext,
): Delivery {
  const { period, kind, region, version, contentSha256 } = record;
  const named = { period, kind, region, version, contentSha256, channel, address };
  const hashes = papers.map((paper) => [paper, fingerprint(files.get(PAPER_FILES[paper]) ?? new Uint8Array())]);
  return {
    ...{ ...named, role, name, papers, paperSha256: Object.fromEntries(hashes) },
    ...{ messageId: channel === "mail" ? messageIdOf(key, named, mail) : null, earlierIds: [] },
    ...{ state: "reserved", attempts: 0, reservedAt: startedAt, settledAt: null, code: null, reply: null },
  };
}
