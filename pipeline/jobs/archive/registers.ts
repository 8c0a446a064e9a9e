import { join } from "node:path";
import type { GoalRecord, OriginalRecord } from "../../archive/registers.ts";
import type { DigestedFile } from "../../archive/write-bag.ts";
import { beijingClock } from "../../model/beijing-time.ts";
import type { Bureau } from "../../model/bureau.ts";
import { goalWords } from "../../model/target.ts";
import type { OpenHome } from "../open-home.ts";
import { loadPlans } from "../plan.ts";
import { loadReference } from "../reference.ts";
import type { ArchivedOriginal } from "./payload.ts";

/** Describes the sheets of a package, each with the office in whose folder it first lay, else that of its source. */
export function describeOriginals(
  { reference }: OpenHome,
  originals: readonly ArchivedOriginal[],
  packed: readonly DigestedFile[],
): readonly OriginalRecord[] {
  const sizes = new Map(packed.map(({ path, bytes }) => [path, bytes]));
  return originals.map(({ path, file, sha256, sender, bureau, receivedAt, vintage, illustrative }) => {
    return {
      ...{ path, file, vintage, sha256, bytes: sizes.get(path) ?? 0, isIllustrative: illustrative },
      bureau: nameOf(reference.bureaus, sender ?? bureau),
      isFromInbox: sender !== null,
      receivedAt: beijingClock(receivedAt),
    };
  });
}

/** The goals of every plan that a package's papers were made by, as the package has them. */
export function describeGoals(bag: string, bases: readonly string[]): readonly GoalRecord[] {
  return bases.flatMap((basis) => {
    const root = join(bag, basis);
    const reference = loadReference(root);
    return loadPlans(root, reference).flatMap(({ title, documentNumber, targets }) =>
      targets.map((target): GoalRecord => {
        const { id, name, unit, due, strength, bureau, source } = target;
        const plan = `${title}（${documentNumber}）`;
        const named = nameOf(reference.bureaus, bureau);
        const words = source.text;
        return { plan, basis, id, name, goal: goalWords(target), unit, due, strength, bureau: named, words };
      }),
    );
  });
}

function nameOf(bureaus: readonly Bureau[], code: string | null): string | null {
  return code === null ? null : (bureaus.find((bureau) => bureau.code === code)?.name ?? code);
}
