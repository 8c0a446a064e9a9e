import type { Plan } from "../model/plan.ts";
import type { Region } from "../model/region.ts";
import type { RegionalShare } from "../model/regional-share.ts";
import { problemAt, repeatedKeys, requireNoProblems, type SeedProblem, type SeedRow } from "../model/seed-row.ts";
import type { Target } from "../model/target.ts";
import { boundProblems } from "./targets.ts";

/**
 * The targets set for places below the city: those of the plan's own text, then those that other documents divide.
 *
 * A divided target is the city's in all but place and number, and its number is the document's also where the city's is
 * relative. Its id is the city's and the place's; its note names the
 * document, and its words are that document's, so that their offsets are 0 and not of the plan's text.
 *
 * @throws PipelineError SEED_INVALID telling every row whose target, place or number does not fit
 */
export function regionalTargets(
  { region: city, targets }: Plan,
  shares: readonly SeedRow<RegionalShare>[],
  regions: readonly Region[],
): readonly Target[] {
  const own = targets.filter(({ region }) => region !== city);
  const rows = shares.map((row) => ({ row, divided: dividedTarget(row.value, targets) }));
  requireNoProblems([
    ...repeatedKeys(shares, "目标和地区", ({ target, region }) => [`${target} ${region}`]),
    ...rows.flatMap(({ row, divided }) => problemsOf(row, divided, { city, regions, own })),
  ]);
  return [...own, ...rows.flatMap(({ divided }) => divided ?? [])];
}

function dividedTarget({ target, region, low, high, document, source }: RegionalShare, targets: readonly Target[]) {
  const whole = targets.find(({ id }) => id === target);
  if (whole === undefined) return undefined;
  const words = { text: source, start: 0, end: 0 };
  const own = { id: `${target}-${region}`, region, low, high, relativeTo: null };
  return { ...whole, ...own, note: `分解文件：${document}`, source: words };
}

function problemsOf(
  row: SeedRow<RegionalShare>,
  divided: Target | undefined,
  {
    city,
    regions,
    own,
  }: { readonly city: string; readonly regions: readonly Region[]; readonly own: readonly Target[] },
): readonly SeedProblem[] {
  const { target, region } = row.value;
  if (divided === undefined) return [problemAt(row, `“target”栏：计划里没有 ${target} 这项目标`)];
  const isPlace = region !== city && regions.some(({ code }) => code === region);
  const isTwice = own.some(
    (one) => one.region === region && one.indicator === divided.indicator && one.quantity === divided.quantity,
  );
  return [
    ...(own.some(({ id }) => id === target) ? [problemAt(row, `“target”栏：${target} 不是全市的目标`)] : []),
    ...(isPlace ? [] : [problemAt(row, `“region”栏：没有 ${region} 这个旗县市区`)]),
    ...(isTwice ? [problemAt(row, `：计划原文已给 ${region} 定了这项目标`)] : []),
    ...boundProblems(divided).map((text) => problemAt(row, text)),
  ];
}
