import type { Assessment, Light, Verdict } from "../../model/assessment.ts";
import { dividedBy, times } from "../../model/decimal.ts";
import { earlierTime } from "../../model/earlier-period.ts";
import type { Figure } from "../../model/figure.ts";
import { type Postponement, postponementOf, type Standing, standingOf, VERDICT_CODES } from "./verdict-groups.ts";

/** Counts of one chapter's targets. */
export interface ChapterCounts {
  readonly chapter: number;
  readonly total: Figure;
  readonly lights: Readonly<Record<Light, Figure>>;
  readonly standings: Readonly<Record<Standing, Figure>>;
}

/** How many targets came out how. */
export interface CountFigures {
  readonly chapters: readonly ChapterCounts[]; // those with targets, in order
  readonly total: Figure;
  readonly lights: Readonly<Record<Light, Figure>>;
  readonly judged: Figure; // with a figure that can be judged
  readonly earlier: Figure; // how many of these on a figure of an earlier month than the paper's
  readonly standings: Readonly<Record<Standing, Figure>>;
  readonly verdicts: Readonly<Record<Verdict, Figure>>;
  readonly unknown: Readonly<Record<UnknownVerdict, Figure>>; // of those without a figure
  readonly postponed: Readonly<Record<Postponement, Figure>>; // of those with a figure that is not judged yet
  readonly heldShare: Figure | null; // % of those judged; null where none is
}

export const LIGHTS: readonly Light[] = ["green", "yellow", "red", "grey"];

/** Verdicts that no figure stands behind, in the order of the papers. */
export const UNKNOWN_VERDICTS = ["未到期", "未发布", "无数据来源", "待上级下达"] as const satisfies readonly Verdict[];

type UnknownVerdict = (typeof UNKNOWN_VERDICTS)[number];

const STANDINGS: readonly Standing[] = ["held", "lagging", "postponed", "unknown"];

const POSTPONEMENT_NAMES: Readonly<Record<Postponement, string>> = {
  month: "还不到评价月份的目标",
  due: "期限未到的目标",
};

const VERDICTS = Object.keys(VERDICT_CODES) as readonly Verdict[];

const STANDING_NAMES: Readonly<Record<Standing, string>> = {
  held: "完成、达到或快于序时的目标",
  lagging: "未完成或滞后的目标",
  postponed: "已有数据、尚不评价进度的目标",
  unknown: "尚无数据的目标",
};

const LIGHT_NAMES: Readonly<Record<Light, string>> = { green: "绿灯", yellow: "黄灯", red: "红灯", grey: "灰灯" };

/** Counts assessments by light, verdict and chapter, each count naming the targets or counts it adds up. */
export function countFigures(assessments: readonly Assessment[]): CountFigures {
  const numbers = [...new Set(assessments.map(({ target }) => target.chapter))].sort((a, b) => a - b);
  const chapters = numbers.map((chapter) => countChapter(chapter, assessments));
  const sumChapters = (part: string, name: string, of: (counts: ChapterCounts) => Figure) =>
    sum(`count/${part}`, name, chapters.map(of));
  const standings = byName(STANDINGS, (part) =>
    sumChapters(part, STANDING_NAMES[part], (chapter) => chapter.standings[part]),
  );
  const judged = sum("count/judged", "可评价的目标", [standings.held, standings.lagging]);
  return {
    chapters,
    total: sumChapters("total", "目标", ({ total }) => total),
    lights: byName(LIGHTS, (light) => sumChapters(light, LIGHT_NAMES[light], ({ lights }) => lights[light])),
    judged,
    earlier: countTargets(
      "count/earlier",
      "按较早一期的数评价的目标",
      assessments.filter((one) => ["held", "lagging"].includes(standingOf(one)) && earlierTime(one) !== null),
    ),
    standings,
    verdicts: byName(VERDICTS, (verdict) =>
      countTargets(
        `count/verdict/${VERDICT_CODES[verdict]}`,
        verdict,
        assessments.filter((assessment) => assessment.verdict === verdict),
      ),
    ),
    unknown: byName(UNKNOWN_VERDICTS, (verdict) =>
      countTargets(
        `count/unknown/${VERDICT_CODES[verdict]}`,
        `${verdict}、尚无数据的目标`,
        assessments.filter((assessment) => standingOf(assessment) === "unknown" && assessment.verdict === verdict),
      ),
    ),
    postponed: byName(["month", "due"], (cause) =>
      countTargets(
        `count/postponed/${cause}`,
        POSTPONEMENT_NAMES[cause],
        assessments.filter(
          (assessment) => standingOf(assessment) === "postponed" && postponementOf(assessment) === cause,
        ),
      ),
    ),
    heldShare: heldShare(standings.held, judged),
  };
}

/** Every count, each once. */
export function figuresOfCounts({ chapters, heldShare: share, ...counts }: CountFigures): readonly Figure[] {
  const overall = [counts.total, counts.judged, counts.earlier, ...(share === null ? [] : [share])];
  const records = [
    counts.lights,
    counts.standings,
    counts.verdicts,
    counts.unknown,
    counts.postponed,
    ...chapters.flatMap((c) => [c.lights, c.standings]),
  ];
  return [...overall, ...chapters.map(({ total }) => total), ...records.flatMap((record) => Object.values(record))];
}

/** A count of things that are listed by their names. */
export function countNames(id: string, name: string, unit: string, names: readonly string[]): Figure {
  const formula = `计数：${names.length === 0 ? "无" : names.join("、")}`;
  return { id, name, value: String(names.length), unit, derivation: { kind: "computed", formula, operands: [] } };
}

function countChapter(chapter: number, assessments: readonly Assessment[]): ChapterCounts {
  const own = assessments.filter(({ target }) => target.chapter === chapter);
  const lights = byName(LIGHTS, (light) =>
    countTargets(
      `count/chapter-${chapter}/${light}`,
      LIGHT_NAMES[light],
      own.filter((assessment) => assessment.light === light),
    ),
  );
  const standings = byName(STANDINGS, (part) =>
    countTargets(
      `count/chapter-${chapter}/${part}`,
      STANDING_NAMES[part],
      own.filter((assessment) => standingOf(assessment) === part),
    ),
  );
  const total = sum(`count/chapter-${chapter}/total`, "目标", Object.values(lights));
  return { chapter, total, lights, standings };
}

function countTargets(id: string, name: string, assessments: readonly Assessment[]): Figure {
  return countNames(id, name, "项", assessments.map(({ target }) => target.id).sort());
}

function sum(id: string, name: string, terms: readonly Figure[]): Figure {
  const value = String(terms.reduce((total, figure) => total + Number(figure.value), 0));
  const formula = terms.length === 0 ? "计数：无" : terms.map((figure) => figure.value).join("+");
  const operands = terms.map((figure) => figure.id);
  return { id, name, value, unit: "项", derivation: { kind: "computed", formula, operands } };
}

function heldShare(held: Figure, judged: Figure): Figure | null {
  if (judged.value === "0") return null;
  return {
    id: "count/held-share",
    name: "达到或快于序时的目标占可评价目标的比重",
    value: times(dividedBy(held.value, judged.value), "100"),
    unit: "%",
    decimals: 1,
    derivation: { kind: "computed", formula: `${held.value}÷${judged.value}×100`, operands: [held.id, judged.id] },
  };
}

function byName<K extends string, V>(names: readonly K[], make: (name: K) => V): Readonly<Record<K, V>> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<K, V>;
}
