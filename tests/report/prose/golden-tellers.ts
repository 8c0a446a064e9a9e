import { milestoneTotals } from "../../../pipeline/assess/milestone-totals.ts";
import type { Assessment, ReasonCode, Verdict } from "../../../pipeline/model/assessment.ts";
import type { EditionKind } from "../../../pipeline/model/edition.ts";
import { periodBefore } from "../../../pipeline/model/edition-kind.ts";
import type { Change, ChangeKind } from "../../../pipeline/model/explanation.ts";
import type { Figure } from "../../../pipeline/model/figure.ts";
import type { MilestoneState } from "../../../pipeline/model/milestone-report.ts";
import type { Chance, WayHome } from "../../../pipeline/model/prospect.ts";
import { chanceFigures } from "../../../pipeline/report/edition/chance-figures.ts";
import { toldChanges } from "../../../pipeline/report/edition/change-figures.ts";
import { countFigures } from "../../../pipeline/report/edition/count-figures.ts";
import { laggingTargets } from "../../../pipeline/report/edition/lagging-targets.ts";
import { milestoneCounts } from "../../../pipeline/report/edition/milestone-counts.ts";
import { milestoneFigures } from "../../../pipeline/report/edition/milestone-figures.ts";
import { milestoneRates } from "../../../pipeline/report/edition/milestone-rates.ts";
import { milestoneStandings } from "../../../pipeline/report/edition/milestone-standings.ts";
import { namesOf } from "../../../pipeline/report/edition/names.ts";
import { projectCounts } from "../../../pipeline/report/edition/project-counts.ts";
import { type RegionPlaces, regionPlaces, regionTallies } from "../../../pipeline/report/edition/region-places.ts";
import { NO_RANKS } from "../../../pipeline/report/edition/region-ranks.ts";
import type { TargetFigures } from "../../../pipeline/report/edition/target-figures.ts";
import { turnFigures } from "../../../pipeline/report/edition/turn-figures.ts";
import { changesParagraph } from "../../../pipeline/report/prose/changes.ts";
import { chapterParagraph } from "../../../pipeline/report/prose/chapters.ts";
import { scopeParagraphs, sourcesParagraph } from "../../../pipeline/report/prose/closing.ts";
import { bareGrowth, change, growth } from "../../../pipeline/report/prose/growth.ts";
import { headlineInBrief, headlineParagraphs } from "../../../pipeline/report/prose/headline.ts";
import { laggingInBrief, laggingParagraphs } from "../../../pipeline/report/prose/lagging.ts";
import { enumerateNames } from "../../../pipeline/report/prose/list.ts";
import {
  type MilestonesInput,
  milestoneParagraphs,
  milestonesInBrief,
} from "../../../pipeline/report/prose/milestones.ts";
import { outcome, shortfall, shortfallInBrief } from "../../../pipeline/report/prose/outcome.ts";
import { growthRange, outlookParagraph } from "../../../pipeline/report/prose/outlook.ts";
import { overview } from "../../../pipeline/report/prose/overview.ts";
import { growthPace, ratePace } from "../../../pipeline/report/prose/pace.ts";
import { sentence, type Tell, tellBy } from "../../../pipeline/report/prose/phrase.ts";
import { rankMoves, rankWords, respectively } from "../../../pipeline/report/prose/rank.ts";
import { rates, regionsInBrief, regionsSentence } from "../../../pipeline/report/prose/regions.ts";
import { neededGrowth } from "../../../pipeline/report/prose/remainder.ts";
import type { Words } from "../../../pipeline/report/prose/runs.ts";
import { unknownInBrief, unknownParagraphs } from "../../../pipeline/report/prose/unknown.ts";
import { ACTIONS, amount, judge as judgeMilestone, milestone, report } from "../../assess/milestone-fixture.ts";
import {
  CITY,
  code,
  indicatorFixture,
  REGIONS,
  targetFixture,
  unknownFixture,
} from "../../support/edition-input-fixture.ts";
import { shippedPhrases } from "../../support/shipped-templates.ts";
import { figureOf, judgedTarget, periodOf, type Row, verdictsOf } from "./golden-facts.ts";

/** Names of the patterns that any sentence was told by. */
export const USED = new Set<string>();

const told = tellBy(shippedPhrases());
const tell: Tell = (name, slots) => {
  USED.add(name);
  return told(name, slots);
};

const NAMES = namesOf({
  ...{ indicators: [], regions: [] },
  bureaus: [{ code: "industry", name: "通辽市工业和信息化局", shortName: "市工信局", aliases: [] }],
});

const list = (text: string | undefined) => (text ?? "").split("；").filter((part) => part !== "");

/** Rows of a list: 名称=甲 goal=>=9% actual=5 written as 甲|>=9%|5. */
function targetsOf(text: string | undefined, fields: readonly string[]): readonly TargetFigures[] {
  return list(text).map((part, index) => {
    const values = part.split("|");
    const given = fields.flatMap((field, at) => (values[at] ? [[field, values[at]] as const] : []));
    return judgedTarget(Object.fromEntries(given), index);
  });
}

const TARGET_FIELDS = ["name", "kind", "goal", "actual", "at", "headline", "paper", "strength", "bureau", "cadence"];

function withChance(t: TargetFigures, chance: string): TargetFigures {
  const wayHome = { ...(t.assessment.wayHome as WayHome), chance: chance as Chance };
  return { ...t, assessment: { ...t.assessment, wayHome } };
}

function placesOf(row: Row, name = row.name ?? "", rows = row.rates): readonly RegionPlaces[] {
  const known = list(rows).map((part) => part.split("|"));
  const find = (short: string) => REGIONS.find(({ shortName }) => shortName === short)?.code ?? short;
  const figures = (at: number, unit: string): ReadonlyMap<string, Figure> =>
    new Map(
      known.flatMap((parts): readonly (readonly [string, Figure])[] => {
        const text = parts[at];
        return text ? [[find(parts[0] ?? ""), figureOf(`${text}${unit}`, `${parts[0]}/${at}`)]] : [];
      }),
    );
  const city: readonly (readonly [string, Figure])[] = row.city ? [[CITY, figureOf(`${row.city}%`, "city")]] : [];
  const regional = {
    ...{ ...NO_RANKS, indicator: indicatorFixture({ name, code: code(name) }), period: periodOf("2023-06") },
    ...{ scope: row.scope ?? null, previous: row.previous ? periodOf(row.previous) : null, amount: new Map() },
    ...{
      growth: new Map([...figures(1, "%"), ...city]),
      rank: figures(2, ""),
      rankChange: figures(3, ""),
      gapShare: figures(4, "%"),
    },
    ...{ growthGaps: new Map(), amountGaps: new Map(), read: [] },
  };
  return regionPlaces([regional], { regions: REGIONS, city: CITY });
}

function changesOf(row: Row): { readonly targets: readonly TargetFigures[]; readonly changes: readonly Change[] } {
  const rows = list(row.changes).map((part) => part.split("|"));
  const targets = rows.map(([name = "", , , , kind], index) =>
    judgedTarget({ name, kind: kind ?? "增速", goal: kind === "总量" ? ">=100亿元" : ">=9%", actual: "5.0" }, index),
  );
  const changes = rows.map(([, change = "verdict", from = "", to = ""], index): Change => {
    const target = targets[index] as TargetFigures;
    const observations = change === "revised" ? [from, to].map((value) => revisedCell(target, value)) : [];
    return {
      ...{ kind: change as ChangeKind, target: target.assessment.target.id, from, to, unit: null, text: "" },
      ...(row.note ? { onRevised: true as const } : {}),
      ...{ period: periodOf("2023-05"), observations },
    };
  });
  return { targets, changes };
}

function revisedCell({ assessment }: TargetFigures, value: string) {
  const [seen] = assessment.observations;
  if (!seen) throw new Error("a revision needs an observation");
  return { ...seen, value, decimals: value.split(".")[1]?.length ?? 0, period: periodOf("2023-05"), cell: `C${value}` };
}

function milestonesOf(row: Row): MilestonesInput {
  const rows = list(row.projects).map((part) => part.split("|"));
  const assessments = rows.map(
    ([project = "", action = "开工", state = "", planned = "", task = "", money = "", month = ""], index) => {
      const own = { id: `2023-m0${index}`, project, task: task || `${action}${project}`, bureau: "industry" };
      const [plannedInvestment, completedInvestment] = money.split("/").map((value) => (value ? amount(value) : null));
      const invested = {
        plannedInvestment: plannedInvestment ?? null,
        completedInvestment: completedInvestment ?? null,
      };
      const plannedStart = planned ? periodOf(planned) : null;
      const reports =
        state === ""
          ? []
          : [
              report({
                project,
                key: project,
                state: state as MilestoneState,
                plannedStart,
                ...invested,
                ...(month && { period: periodOf(month) }),
              }),
            ];
      return judgeMilestone(action, reports, own);
    },
  );
  const all = assessments.map(({ milestone: one }) => one);
  const others = Array.from({ length: Number(row.unheard ?? "0") }, (_, index) => milestone({ id: `2023-m9${index}` }));
  const projects = assessments.map(milestoneFigures);
  return {
    milestones: milestoneCounts([...all, ...others], assessments),
    projectCounts: projectCounts(projects, []),
    milestoneStandings: milestoneStandings(projects),
    milestoneRates: milestoneRates(milestoneTotals(assessments, { period: periodOf("2023-06"), actions: ACTIONS })),
    ...{ names: NAMES, period: periodOf("2023-06") },
    isMixed: row.mixed === "yes",
  };
}

/** 甲|未到期|not-due|no: name, verdict, the reason of one with a figure, and whether it is a headline target. */
function unknownOf({ targets }: Row): readonly TargetFigures[] {
  return list(targets).map((part, index) => {
    const [name = "", verdict = "未发布", cause, headline = "yes"] = part.split("|");
    const reasons = cause ? [{ code: cause as ReasonCode, text: "" }] : [];
    const target = targetFixture({ id: `2023-${index + 100}`, name, headline: headline === "yes" });
    const actual = cause ? "5" : null;
    return { assessment: unknownFixture(target, { verdict: verdict as Verdict, reasons, actual }) } as TargetFigures;
  });
}

function assessmentOf({ assessment }: TargetFigures): Assessment {
  return assessment;
}

/** How each table tells its rows. */
export const TELLERS: Readonly<Record<string, (row: Row) => readonly Words[]>> = {
  growth: ({ rate = "", price }) => [growth(figureOf(`${rate}%`), { isPrice: price !== undefined })],
  "bare-growth": ({ rate = "", price }) => [bareGrowth(figureOf(`${rate}%`), { isPrice: price !== undefined })],
  change: ({ amount = "" }) => [change(figureOf(amount))],
  pace: ({ now = "", before = "", time = "1—5月", moved = "", price }) => {
    const pace = { before: figureOf(`${before}%`), time, difference: figureOf(`${moved}百分点`) };
    return [growthPace(figureOf(`${now}%`), pace, { isPrice: price !== undefined })];
  },
  "rate-pace": ({ time = "5月末", moved = "", cap }) => [
    ratePace({ time, difference: figureOf(`${moved}百分点`) }, { isCapped: cap !== undefined }),
  ],
  rank: ({ rank = "", moved }) => [rankWords(figureOf(rank), moved === undefined ? null : figureOf(moved))],
  moves: ({ moves }) => [
    rankMoves(
      list(moves).map((part) => ({ name: part.split("|")[0] ?? "", change: figureOf(part.split("|")[1] ?? "") })),
    ),
  ],
  names: ({ names }) => [[enumerateNames(list(names))]],
  rates: ({ rates: all }) => [rates(list(all).map((rate) => ({ growth: figureOf(`${rate}%`) })))],
  respectively: ({ numbers, unit = "%" }) => [
    respectively(
      list(numbers).map((one) => figureOf(one)),
      unit === "%" ? "%" : "个百分点",
    ),
  ],
  needed: ({ rate = "", cap }) => [neededGrowth(figureOf(`${rate}%`), cap !== undefined)],
  range: ({ low = "", high = "" }) => [growthRange(figureOf(`${low}%`, "low"), figureOf(`${high}%`, "high"))],
  outcome: (row) => {
    const amount = row.amount ? figureOf(row.amount) : null;
    const pace = row.before
      ? { before: figureOf(`${row.before}%`), time: row.time ?? "1—5月", difference: figureOf(`${row.moved}百分点`) }
      : undefined;
    return [outcome(judgedTarget(row), { period: periodOf(row.paper ?? row.at), amount, pace }, tell)];
  },
  shortfall: (row) => {
    const lag = row.lag ? figureOf(row.lag) : undefined;
    return [shortfall(judgedTarget(row), tell, { lag, source: row.source ?? "" })];
  },
  "shortfall-brief": (row) => [shortfallInBrief(judgedTarget(row), tell)],
  overview: ({ verdicts = "", kind = "monthly", at, postponed = "0" }) => {
    const judged = verdictsOf(verdicts).map((verdict, index) =>
      unknownFixture(targetFixture({ id: `2023-${index + 100}` }), { verdict }),
    );
    const later = Array.from({ length: Number(postponed) }, (_, index) =>
      unknownFixture(targetFixture({ id: `2023-${index + 300}` }), { verdict: "未到期", actual: "5" }),
    );
    const counts = countFigures([...judged, ...later]);
    return [overview({ kind: kind as EditionKind, year: 2023, period: periodOf(at), counts }, tell)];
  },
  chapter: ({ targets, kind = "quarterly" }) => {
    const all = list(targets).map((part, index) => {
      const [name = "", verdict = "达序时"] = part.split("|");
      return unknownFixture(
        targetFixture({ id: `2023-${index + 100}`, name }),
        verdictsOf(`${verdict}1`).map((one) => ({ verdict: one }))[0],
      );
    });
    const [chapter] = countFigures(all).chapters;
    const figures = all.map((one) => ({ assessment: one }) as unknown as TargetFigures);
    return chapter ? [chapterParagraph(chapter, figures, { kind: kind as EditionKind, tell })] : [];
  },
  headline: ({ targets, at }) => {
    const input = { period: periodOf(at), amountBeside: () => null, paceOf: () => undefined };
    return headlineParagraphs(targetsOf(targets, TARGET_FIELDS), input, tell);
  },
  "headline-brief": ({ targets, at }) =>
    headlineInBrief(targetsOf(targets, TARGET_FIELDS), { period: periodOf(at) }, tell),
  lagging: ({ targets }) => {
    const lagging = laggingTargets(targetsOf(targets, TARGET_FIELDS));
    return laggingParagraphs({ lagging, lags: new Map(), names: NAMES }, tell);
  },
  "lagging-brief": ({ targets }) => {
    const lagging = laggingTargets(targetsOf(targets, TARGET_FIELDS));
    return laggingInBrief({ lagging, lags: new Map(), names: NAMES }, tell);
  },
  outlook: ({ targets, ranges }) => {
    const all = targetsOf(targets, ["name", "kind", "goal", "actual", "chance"]).map((t, index) => {
      const [low, high] = (list(ranges)[index] ?? "").split("|");
      const outlook = low && high ? { low: figureOf(low), mid: figureOf(low), high: figureOf(high) } : null;
      return { ...withChance(t, (list(targets)[index] ?? "").split("|")[4] ?? "有望"), outlook };
    });
    return [outlookParagraph(chanceFigures(all), tell)];
  },
  regions: (row) => placesOf(row).map((one) => regionsSentence(one, tell)),
  "regions-brief": (row) => {
    const all = list(row.indicators).flatMap((part) => {
      const [name = "", rows = ""] = part.split("：");
      return placesOf(row, name, rows.replaceAll("，", "；").replaceAll("/", "|"));
    });
    return regionsInBrief(all, regionTallies(all), tell).map(sentence);
  },
  changes: (row) => {
    const { targets, changes } = changesOf(row);
    const kind = (row.kind ?? "monthly") as EditionKind;
    const input = { kind, comparedWith: row.apart === "yes" ? null : periodBefore(kind, periodOf(row.at)) };
    const facts = { changes: toldChanges(targets, changes), turns: turnFigures(targets, changes) };
    return [changesParagraph({ ...input, ...facts }, tell)];
  },
  milestones: (row) => milestoneParagraphs(milestonesOf(row), tell),
  "milestones-brief": (row) => milestonesInBrief(milestonesOf(row), tell),
  unknown: (row) => unknownParagraphs(unknownOf(row), countFigures(unknownOf(row).map(assessmentOf)), tell),
  "unknown-brief": (row) => unknownInBrief(unknownOf(row), tell),
  scopes: ({ targets }) => {
    const all = list(targets).map((part, index) => {
      const [name = "", text = ""] = part.split("|");
      const t = judgedTarget({ name, actual: "5.0" }, index);
      const reasons = [{ code: "scope-differs" as const, text }];
      return { ...t, assessment: { ...t.assessment, reasons } };
    });
    return scopeParagraphs(all, tell);
  },
  sources: ({ files = "1个", cells = "1个", marked = "no", sheet, column }) => {
    const observation = { bureau: "industry", url: null, illustrative: marked !== "no" };
    const other = { bureau: null, url: "https://example.org", illustrative: marked === "all" };
    const sources = [observation, other].map((one) => ({ observation: one })) as never;
    const bureaus = [{ code: "industry", name: "通辽市工业和信息化局", shortName: "市工信局", aliases: [] }];
    const milestones = milestoneCounts([], []);
    const names = { sources: sheet, illustrative: column, scopes: undefined };
    const counts = { files: figureOf(files, "files"), cells: figureOf(cells, "cells") };
    return [sourcesParagraph({ sources, bureaus, ...counts, milestones, names }, tell)];
  },
};
