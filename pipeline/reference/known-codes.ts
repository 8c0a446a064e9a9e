import { PipelineError } from "../errors.ts";
import type { Bureau } from "../model/bureau.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Region } from "../model/region.ts";
import type { SourceProfile } from "../model/source.ts";
import { findUnit, INDEX_UNIT } from "../model/unit.ts";

interface CodedSeeds {
  readonly indicators: readonly Indicator[];
  readonly regions: readonly Region[];
  readonly bureaus: readonly Bureau[];
  readonly sources: readonly SourceProfile[];
}

/**
 * Sees to it that the seeds' tables fit together: every publisher, and every bureau, indicator and region that a source's
 * profile names, and that a profile's unit can be one of its indicator.
 *
 * A code that leads nowhere would file figures where no target looks for them.
 *
 * @throws PipelineError SEED_INVALID telling each of them
 */
export function requireKnownCodes({ indicators, regions, bureaus, sources }: CodedSeeds): void {
  const bureauCodes = new Set(bureaus.map(({ code }) => code));
  const regionCodes = new Set(regions.map(({ code }) => code));
  const indicatorCodes = new Set<string>(indicators.map(({ code }) => code));
  const problems = [
    ...indicators
      .filter(({ publisher }) => !bureauCodes.has(publisher))
      .map(({ code, publisher }) => `indicators.csv 指标 ${code} 的发布单位 ${publisher} 不在 bureaus.csv 中`),
    ...sources.flatMap((source) => {
      const unknown = (table: string, codes: readonly string[], known: ReadonlySet<string>) =>
        codes
          .filter((code) => !known.has(code))
          .map((code) => `sources/${source.name}.yaml 用到的 ${code} 不在 ${table} 中`);
      return [
        ...unknown("bureaus.csv", [source.bureau], bureauCodes),
        ...unknown(
          "regions.csv",
          [...(source.region ? [source.region] : []), ...Object.values(source.regions)],
          regionCodes,
        ),
        ...unknown(
          "indicators.csv",
          Object.values(source.indicators).map(({ code }) => code),
          indicatorCodes,
        ),
        ...unfitUnits(source, indicators),
      ];
    }),
  ];
  if (problems.length === 0) return;
  throw new PipelineError("SEED_INVALID", problems.join("；"), {
    location: { file: "seeds" },
    hint: "请补上缺少的代码，或改正引用它的地方",
  });
}

function unfitUnits(source: SourceProfile, indicators: readonly Indicator[]): readonly string[] {
  return Object.entries(source.units).flatMap(([label, unit]) => {
    const indicator = indicators.find(
      ({ code, aliases }) =>
        code === source.indicators[label]?.code ||
        (!source.indicators[label] && aliases.some(({ text }) => text === label)),
    );
    if (!indicator || (unit === INDEX_UNIT && indicator.nature === "index")) return [];
    if (findUnit(unit)?.dimension === findUnit(indicator.unit)?.dimension) return [];
    return [`sources/${source.name}.yaml 给“${label}”写的单位 ${unit} 与指标的单位 ${indicator.unit} 不能换算`];
  });
}
