/** Where a process is killed: at its nth change, from 1; `within` is with half of it done. */
export interface KillPoint {
  readonly at: number;
  readonly mode: "before" | "within" | "after";
}

/** The points that were chosen out of all there are. */
export interface Choice {
  readonly points: readonly KillPoint[];
  readonly boundaries: number; // kinds of boundaries, each of them hit: before, within and after each kind of change
}

const CAN_BE_HALF = /^(?:writeSync|writeFileSync|socket)\b/;

/**
 * Chooses where to kill: first so that every kind of change is hit before it, after it and, where it can be half done, within
 * it; then evenly spread over the rest.
 *
 * Right before a change is right after the one before it, as far as disk and database go, so that one point may hit two kinds.
 * What stands in a process's scratch folder is lost with it in any case: its changes are hit by kind and no further.
 *
 * @param kinds of the changes that an undisturbed run makes, in order
 * @param least how many points, where there are so many
 * @param known kinds of changes that are hit elsewhere
 */
export function chooseKills(kinds: readonly string[], least: number, known: ReadonlySet<string> = new Set()): Choice {
  const candidates = candidatesOf(kinds, known);
  const wanted = new Set(candidates.flatMap(({ hits }) => hits));
  const boundaries = wanted.size;
  const chosen = new Set<Candidate>();
  for (const hitting of [2, 1]) {
    for (const candidate of candidates) {
      if (candidate.hits.filter((hit) => wanted.has(hit)).length < hitting) continue;
      chosen.add(candidate);
      for (const hit of candidate.hits) wanted.delete(hit);
    }
  }
  const rest = candidates.filter((candidate) => !chosen.has(candidate) && !candidate.isScratch);
  for (const candidate of spread(rest, least - chosen.size)) chosen.add(candidate);
  const points = [...chosen].map(({ point }) => point);
  return { points: points.sort((a, b) => a.at - b.at), boundaries };
}

interface Candidate {
  readonly point: KillPoint;
  readonly hits: readonly string[];
  readonly isScratch: boolean;
}

function candidatesOf(kinds: readonly string[], known: ReadonlySet<string>): readonly Candidate[] {
  return kinds.flatMap((kind, index): readonly Candidate[] => {
    const at = index + 1;
    const earlier = kinds[index - 1];
    const isScratch = kind.includes("scratch") && (earlier?.includes("scratch") ?? false);
    const boundary = (side: string, of: string) => (known.has(of) ? [] : [`${side} ${of}`]);
    const before = earlier === undefined ? [] : boundary(isSent(earlier) ? "answered" : "after", earlier);
    const point = (mode: KillPoint["mode"], hits: readonly string[]) => ({ point: { at, mode }, hits, isScratch });
    return [
      point("before", [...before, ...boundary("before", kind)]),
      ...(CAN_BE_HALF.test(kind) ? [point("within", boundary("within", kind))] : []),
      ...(isSent(kind) || at === kinds.length ? [point("after", boundary("after", kind))] : []),
    ];
  });
}

/** Between what is sent and what comes next, the other side may answer. */
function isSent(kind: string): boolean {
  return kind.startsWith("socket");
}

function spread<T>(things: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, things.length / Math.max(1, count));
  return things.filter((_, index) => count > 0 && Math.floor(index / step) !== Math.floor((index - 1) / step));
}
