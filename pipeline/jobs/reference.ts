import { readdirSync } from "node:fs";
import { join } from "node:path";
import { PipelineError } from "../errors.ts";
import type { Bureau } from "../model/bureau.ts";
import type { Indicator } from "../model/indicator.ts";
import type { MilestoneAction, MilestonePhrase, MilestoneRules } from "../model/milestone-rules.ts";
import type { Plan } from "../model/plan.ts";
import type { Region } from "../model/region.ts";
import { DEFAULT_RULES, type LightRules } from "../model/rules.ts";
import type { SourceProfile } from "../model/source.ts";
import type { Target } from "../model/target.ts";
import { readCsvRows } from "../read/csv-rows.ts";
import { readTextFile } from "../read/text-file.ts";
import { parseBureaus } from "../reference/bureaus.ts";
import { parseIndicators } from "../reference/indicators.ts";
import { requireKnownCodes } from "../reference/known-codes.ts";
import { parseMilestoneActions, parseMilestoneRules, parseMilestoneWords } from "../reference/milestone-rules.ts";
import { parseRegions } from "../reference/regions.ts";
import { parseSource } from "../reference/sources.ts";
import { loadRules } from "./rules.ts";

/** What the seeds say of indicators, places, offices, sources and lights. */
export interface Reference {
  readonly indicators: readonly Indicator[];
  readonly regions: readonly Region[]; // in the order of the city's tables
  readonly bureaus: readonly Bureau[];
  readonly sources: readonly SourceProfile[]; // by name
  readonly rules: LightRules;
  readonly milestonePhrases: readonly MilestonePhrase[];
  readonly milestoneActions: readonly MilestoneAction[];
  readonly milestoneRules: MilestoneRules;
}

/**
 * Reads the reference seeds.
 *
 * @param root the project's folder
 * @param rules name of the rule set for the lights
 * @throws PipelineError USAGE for a rule set there is not; SEED_INVALID, FILE_NOT_FOUND
 */
export function loadReference(root: string, rules = DEFAULT_RULES): Reference {
  const rows = <T>(name: string, parse: (rows: ReturnType<typeof readCsvRows>, file: string) => T): T =>
    parse(readCsvRows(join(root, "seeds", name)), `seeds/${name}`);
  const text = <T>(name: string, parse: (text: string, file: string) => T): T =>
    parse(readTextFile(join(root, "seeds", name)), `seeds/${name}`);
  const profiles = readdirSync(join(root, "seeds/sources"))
    .filter((name) => name.endsWith(".yaml"))
    .sort();
  const indicators = rows("indicators.csv", parseIndicators);
  const codes = new Set<string>(indicators.map(({ code }) => code));
  const reference: Reference = {
    indicators,
    regions: rows("regions.csv", parseRegions),
    bureaus: rows("bureaus.csv", parseBureaus),
    sources: profiles.map((name) =>
      text(`sources/${name}`, (yaml, file) => parseSource(name.slice(0, -".yaml".length), yaml, file)),
    ),
    rules: loadRules(root, rules, (code) => codes.has(code)),
    milestonePhrases: rows("milestone-words.csv", parseMilestoneWords),
    milestoneActions: rows("milestone-actions.csv", parseMilestoneActions),
    milestoneRules: text("milestone-rules.yaml", parseMilestoneRules),
  };
  requireKnownCodes(reference);
  return reference;
}

/** The region a person named by code, name, short name or alias. @throws PipelineError USAGE if there is none */
export function findRegion(regions: readonly Region[], words: string): Region {
  const region = regions.find(({ code, name, shortName, aliases }) =>
    [code, name, shortName, ...aliases].includes(words),
  );
  if (region) return region;
  throw new PipelineError("USAGE", `没有 ${JSON.stringify(words)} 这个地区`, {
    hint: `可以写：${regions.map(({ code, shortName }) => `${code} ${shortName}`).join("、")}`,
  });
}

/**
 * The region of a plan's targets, sought by a person or not.
 *
 * @param divided targets set for places below the plan's own
 * @throws PipelineError USAGE if the plan sets none for it
 */
export function requirePlanRegion(
  { year, region }: Plan,
  divided: readonly Target[],
  regions: readonly Region[],
  words: string | undefined,
): string {
  const asked = words === undefined ? region : findRegion(regions, words).code;
  if (asked === region || divided.some((target) => target.region === asked)) return asked;
  throw new PipelineError("USAGE", `${year} 年的计划没有给 ${JSON.stringify(words)} 分解目标`, {
    hint: "目前只能对照全市目标；各旗县市区的数据见工作簿“旗县市区”表",
  });
}

/** Sees to it that a person named a source there is. @throws PipelineError USAGE */
export function requireSource(sources: readonly SourceProfile[], name: string): void {
  if (sources.some((source) => source.name === name)) return;
  throw new PipelineError("USAGE", `没有 ${JSON.stringify(name)} 这个来源`, {
    hint: `可以写：${sources.map((source) => source.name).join("、")}`,
  });
}

/** The city itself: the one region whose targets the plan sets. @throws PipelineError SEED_INVALID if there is none */
export function cityOf(regions: readonly Region[]): Region {
  const city = regions.find(({ kind }) => kind === "city");
  if (city) return city;
  throw new PipelineError("SEED_INVALID", "没有 kind 为 city 的地区", { location: { file: "seeds/regions.csv" } });
}
