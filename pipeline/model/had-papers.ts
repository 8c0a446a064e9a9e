import { type Delivery, isOfSamePaper, type PaperName } from "./delivery.ts";

/** What a delivery that needs no sending has for its code. */
export const HAD = "had";

/** What a recipient has of an edition before one of its versions goes out. */
export interface Had {
  /** The version that brought the last of the papers, where every one is the same, byte for byte; null where one is not. */
  readonly same: Delivery | null;
  readonly replaced: readonly number[]; // versions from which the recipient has another paper of the same name
}

/**
 * Compares the papers that a delivery is to bring with those that the recipient got last, each under its name. What nobody
 * knows to have arrived counts as had; what was refused or came back does not. A paper of which no hash was kept counts as
 * another one.
 *
 * @param before every delivery there has been
 */
export function hadBefore(delivery: Delivery, before: readonly Delivery[]): Had {
  const last = new Map<PaperName, Delivery>();
  for (const one of [...before].sort((a, b) => a.version - b.version)) {
    const isEarlier = isOfSamePaper(one, delivery) && one.version < delivery.version;
    if (!isEarlier || (one.state !== "sent" && one.state !== "handed")) continue;
    for (const paper of one.papers) last.set(paper, one);
  }
  const isSame = (paper: PaperName) => {
    const hash = delivery.paperSha256[paper];
    return hash !== undefined && last.get(paper)?.paperSha256[paper] === hash;
  };
  const own = delivery.papers.flatMap((paper) => last.get(paper) ?? []);
  const latest = own.toSorted((a, b) => a.version - b.version).at(-1) ?? null;
  const others = delivery.papers.filter((paper) => !isSame(paper)).flatMap((paper) => last.get(paper)?.version ?? []);
  return {
    same: delivery.papers.every(isSame) ? latest : null,
    replaced: [...new Set(others)].sort((a, b) => a - b),
  };
}

/**
 * A delivery as it is to be recorded: where the recipient has all of its papers from an earlier version, as had, so that it
 * is not sent; where nobody knows whether they arrived, as unknown, for a person to say.
 */
export function orHad(delivery: Delivery, before: readonly Delivery[]): Delivery {
  const { same } = hadBefore(delivery, before);
  if (same === null) return delivery;
  const told = { ...delivery, code: HAD, reply: same.code === HAD ? same.reply : `第${same.version}版` };
  return same.state === "sent"
    ? { ...told, state: "sent", settledAt: delivery.reservedAt }
    : { ...told, state: "handed", settledAt: null };
}
