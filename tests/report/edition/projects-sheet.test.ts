import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edition, SheetDescription } from "../../../pipeline/model/edition.ts";
import type { MilestoneAssessment } from "../../../pipeline/model/milestone-assessment.ts";
import type { KnownMilestoneReport } from "../../../pipeline/model/milestone-report.ts";
import { makePeriod } from "../../../pipeline/model/period.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import type { EditionInput } from "../../../pipeline/report/edition/input.ts";
import { firstBodyRow } from "../../../pipeline/report/sheet-layout.ts";
import { amount, judge, report } from "../../assess/milestone-fixture.ts";
import { juneInput } from "../../support/edition-month-fixture.ts";
import { undeclaredDigits } from "../../support/standing-text.ts";

const month = (number: number) => makePeriod(2023, number);

/** A milestone of the plan, `number` from 1, judged in June on what was reported. */
function judged(
  number: number,
  action: string,
  reports: readonly Partial<KnownMilestoneReport>[],
  change: { readonly chapter?: number; readonly task?: string } = {},
): MilestoneAssessment {
  const project = `样本路${"甲乙丙丁戊己庚辛壬癸"[number - 1]}`;
  const id = `2023-m${String(number).padStart(3, "0")}`;
  const source = { text: `${action}${project}`, start: number * 10, end: number * 10 + 5 };
  const all = reports.map((one) => report({ project, key: project, cell: `B${number + 4}`, ...one }));
  return judge(action, all, { id, project, task: `${action}${project}`, source, ...change });
}

const LATE = { state: "前期", words: "未开工", plannedStart: month(4) } as const;
const SPENT = { plannedInvestment: amount("1000"), completedInvestment: { ...amount("213"), cell: "G5" } };

const MONTH: readonly MilestoneAssessment[] = [
  judged(1, "建设", [{ state: "在建", words: "主体施工", ...SPENT }]), // slow, and not overdue
  judged(2, "开工", [LATE]),
  judged(3, "建成", [{ state: "在建", plannedFinish: month(6) }]),
  judged(4, "开工", [{ state: "开工" }]),
  judged(5, "开工", [{ state: null, words: "按计划推进" }]),
  judged(6, "开工", [], { chapter: 2 }),
  judged(7, "开工", []),
  judged(8, "前期", [{ state: "前期", words: "可研", illustrative: true }]),
  judged(9, "开工", [{ state: "在建" }, { state: "前期", file: "b.xlsx", sha256: "cd" }]), // two that disagree
];

function editionOf(milestones: readonly MilestoneAssessment[], change: Partial<EditionInput> = {}): Edition {
  return describeEdition(inputOf(milestones, change));
}

function inputOf(milestones: readonly MilestoneAssessment[], change: Partial<EditionInput> = {}): EditionInput {
  const input = juneInput({ milestones, ...change });
  return { ...input, plan: { ...input.plan, milestones: milestones.map(({ milestone }) => milestone) } };
}

function sheetOf({ sheets }: Edition): SheetDescription {
  return sheets.find(({ name }) => name === "重点项目与任务") ?? expect.fail();
}

/** The text of a column in every row; a section's heading after "# ". */
function columnOf({ rows, columns }: SheetDescription, header: string): readonly string[] {
  const at = columns.findIndex((column) => column.header === header);
  return rows.map((row) => {
    if (row.kind === "section") return `# ${row.text}`;
    const cell = row.cells[at];
    if (cell?.kind === "number") return cell.text;
    if (cell?.kind === "light") return cell.light;
    return cell?.kind === "text" ? cell.runs.map((run) => (typeof run === "string" ? run : run.text)).join("") : "";
  });
}

/** The counts on top by their words: "在建" -> ["2", "COUNTIF(…)"]. */
function countsOf({ rows }: SheetDescription): ReadonlyMap<string, readonly [string, string | undefined]> {
  const heads = rows.flatMap((row, index) => (row.kind === "data" && row.look === "header" ? [{ row, index }] : []));
  return new Map(
    heads.flatMap(({ row, index }) => {
      const below = rows[index + 1];
      return row.cells.map((cell, at) => {
        const number = below?.kind === "data" ? below.cells[at] : undefined;
        if (cell.kind !== "text" || number?.kind !== "number") throw new Error("a count stands below each word");
        return [cell.runs.join(""), [number.text, number.formula]] as const;
      });
    }),
  );
}

const LISTED = 5; // rows of counts above the list: a heading, and twice words and numbers

describe("an edition that lists projects", () => {
  it.each([
    ["a later report of one", [{ state: "在建", vintage: "2023-07-23" }], [], "2023-07-23"],
    ["a later one of a project that the plan does not name", [], ["2023-07-24"], "2023-07-24"],
    ["an earlier one", [{ state: "在建", vintage: "2023-07-01" }], ["2023-07-02"], "2023-07-12"],
    [
      "an earlier month's that came late, beside the one that speaks",
      [
        { state: "在建", vintage: "2023-07-09" },
        { state: "开工", vintage: "2023-08-09", period: month(5) },
      ],
      [],
      "2023-07-12",
    ],
    ["none", [], [], "2023-07-12"],
  ] as const)("says how far its data go, with %s", (_case, reports, others, expected) => {
    const otherProjects = others.map((vintage) => ({ report: report({ vintage }), nearest: [] }));
    const edition = editionOf([judged(1, "建设", reports)], { otherProjects });
    expect(edition.dataVintage).toBe(expected);
  });
});

describe("projectsSheet(facts, sheet)", () => {
  it("lists what is overdue first, then by state, then what no report speaks of by chapter", () => {
    const [, , , , , ...projects] = columnOf(sheetOf(editionOf(MONTH)), "项目");
    expect(projects).toEqual(
      [
        "# 逾期：应开未开、应竣未竣、到期未完成",
        "样本路乙",
        "样本路丙",
        "# 前期",
        "样本路辛",
        "# 开工",
        "样本路丁",
        "# 在建",
        "样本路甲",
        "# 报送了而看不出进展",
        "样本路戊",
        "样本路壬",
        "# 未报送：有力落实稳增长政策，有效扩大需求释放潜力",
        "样本路庚",
        "# 未报送：凝聚科技创新力量，引领经济高质量发展",
        "样本路己",
      ].map((text) => (text.startsWith("# 未报送") ? expect.stringMatching(/^# 未报送：.*(政策|力量)/) : text)),
    );
  });

  it("tells what was reported, where and when, and the numbers of a reason as figures", () => {
    const edition = editionOf(MONTH);
    const sheet = sheetOf(edition);
    const at = columnOf(sheet, "项目").indexOf("样本路甲");
    const told = (header: string) => columnOf(sheet, header)[at];
    expect([told("报送的进展"), told("报送期"), told("数据版本"), told("出处"), told("是否演示")]).toEqual([
      "主体施工",
      "2023年6月",
      "2023-07-08",
      "a.xlsx　S!E5",
      "否",
    ]);
    expect(told("投资完成率%")).toBe("21.3");
    expect(told("说明")).toContain("28.7个百分点");
    const completion = edition.figures.find(({ id }) => id === "2023-m001/completion");
    expect(completion?.derivation).toEqual({
      ...{ kind: "computed", formula: "213÷1000×100" },
      operands: ["2023-m001/planned", "2023-m001/invested"],
    });
    const late = edition.figures.find(({ id }) => id === "2023-m002/start-overdue");
    expect(late).toMatchObject({ value: "3", derivation: { formula: "计数：2023-04、2023-05、2023-06" } });
  });

  it("shows both of two reports that disagree", () => {
    const sheet = sheetOf(editionOf(MONTH));
    expect(columnOf(sheet, "出处")[columnOf(sheet, "项目").indexOf("样本路壬")]).toBe("a.xlsx　S!E5；b.xlsx　S!E5");
  });

  it("marks 演示数据, in its row and on the sheet", () => {
    const edition = editionOf(MONTH);
    const sheet = sheetOf(edition);
    expect(columnOf(sheet, "是否演示").filter((text) => text === "是")).toHaveLength(1);
    expect(edition.illustrative).toBe(true);
    expect(sheet.lines.flat().join("")).toContain("演示数据");
  });

  it("prints no digit that is neither a figure nor declared standing text", () => {
    const input = inputOf(MONTH, {
      otherProjects: [{ report: report({ project: "500千伏线路", words: "完成30%" }), nearest: [] }],
    });
    expect(undeclaredDigits(describeEdition(input), input)).toEqual([]);
  });

  it.each<[string, readonly MilestoneAssessment[], Readonly<Record<string, string>>]>([
    ["a month", MONTH, { 合计: "9", 前期: "2", 开工: "1", 在建: "2", 竣工: "0", 未报送: "2", 不明: "2" }],
    ["all overdue", [judged(1, "开工", [LATE]), judged(2, "开工", [LATE])], { 合计: "2", 前期: "2", 严重滞后: "2" }],
    ["none reported", [judged(1, "开工", []), judged(2, "建成", [])], { 合计: "2", 未报送: "2", 无数据来源: "2" }],
    ["no projects at all", [], { 合计: "0", 未报送: "0" }],
  ])("counts by state and verdict over the list's own columns: %s", (_name, milestones, expected) => {
    const sheet = sheetOf(editionOf(milestones));
    const counts = countsOf(sheet);
    for (const [word, value] of Object.entries(expected)) expect([word, counts.get(word)?.[0]]).toEqual([word, value]);
    for (const [word, [text, formula]] of counts) {
      if (milestones.length === 0) expect(formula).toBeUndefined();
      else expect(recounted(sheet, formula ?? "")).toBe(text);
      expect(word).not.toBe("");
    }
  });

  it("counts plainly where the column is gone, or first, where headings stand", () => {
    const input = inputOf(MONTH);
    const withColumns = (change: (columns: readonly string[]) => readonly string[]) => ({
      sheets: input.workbook.sheets.map((sheet) => {
        const keys = change(sheet.columns.map(({ column }) => column));
        const columns = keys.flatMap((key) => sheet.columns.find(({ column }) => column === key) ?? []);
        return sheet.sheet === "projects" ? { ...sheet, columns } : sheet;
      }),
    });
    const formulas = (workbook: EditionInput["workbook"]) =>
      [...countsOf(sheetOf(describeEdition({ ...input, workbook }))).values()].map(([, formula]) => formula ?? "");
    const without = formulas(withColumns((keys) => keys.filter((key) => key !== "state")));
    expect(without.filter((formula) => formula !== "").length).toBeLessThan(without.length);
    const first = formulas(withColumns((keys) => ["state", ...keys.filter((key) => key !== "state")]));
    expect(first.filter((formula) => formula.includes("$A$"))).toEqual([]);
    const few = formulas(withColumns(() => ["number", "project", "state"]));
    expect(few).toHaveLength(without.length);
  });

  it("puts projects that the plan does not name last, outside the counts, with the plan's nearest names", () => {
    const others = [
      { report: report({ project: "外路乙", cell: "B9", state: "在建", words: "施工" }), nearest: ["样本路甲"] },
      { report: report({ project: "外路甲", cell: "B8", state: null, words: null }), nearest: [] },
    ];
    const sheet = sheetOf(editionOf(MONTH, { otherProjects: others }));
    expect(columnOf(sheet, "项目").slice(-3)).toEqual([expect.stringMatching(/^# 计划以外的项目/), "外路乙", "外路甲"]);
    expect(columnOf(sheet, "说明").at(-2)).toContain("样本路甲");
    const counts = countsOf(sheet);
    expect(counts.get("在建")?.[0]).toBe("2");
    expect(counts.get("计划以外")).toEqual(["2", undefined]);
    expect(recounted(sheet, counts.get("在建")?.[1] ?? "")).toBe("2");
    expect(sheetOf(editionOf(MONTH, { otherProjects: [...others].reverse() }))).toEqual(sheet);
  });

  it("is the same for any order of what was judged and reported", () => {
    const expected = editionOf(MONTH);
    fc.assert(
      fc.property(fc.shuffledSubarray([...MONTH], { minLength: MONTH.length }), (milestones) => {
        expect(editionOf(milestones)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it("lists every milestone once, whatever was reported of it", () => {
    const states = fc.constantFrom(null, "未启动", "前期", "开工", "在建", "竣工", "投产", "达产");
    const drawn = fc.array(
      fc.record({
        action: fc.constantFrom("开工", "建成", "投产", "前期", "谋划", "续建"),
        state: states,
        isHeard: fc.boolean(),
        start: fc.option(fc.integer({ min: 1, max: 12 })),
        chapter: fc.integer({ min: 1, max: 2 }),
      }),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(drawn, (all) => {
        const milestones = all.map(({ action, state, isHeard, start, chapter }, index) =>
          judged(
            index + 1,
            action,
            isHeard
              ? [
                  {
                    state: state as KnownMilestoneReport["state"],
                    plannedStart: start === null ? null : month(start),
                    ...SPENT,
                  },
                ]
              : [],
            { chapter },
          ),
        );
        const sheet = sheetOf(editionOf(milestones));
        const listed = columnOf(sheet, "项目")
          .slice(LISTED)
          .filter((text) => text.startsWith("样本路"));
        expect([...listed].sort()).toEqual(milestones.map(({ milestone }) => milestone.project).sort());
        for (const [text, formula] of countsOf(sheet).values()) {
          if (formula !== undefined) expect(recounted(sheet, formula)).toBe(text);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** What a spreadsheet would count: COUNTIF of a word, or COUNTA, over one column. */
function recounted(sheet: SheetDescription, formula: string): string {
  const [, name, column = "", from, to, word] =
    /^(COUNTIF|COUNTA)\(\$([A-Z])\$(\d+):\$[A-Z]\$(\d+)(?:,"(.+)")?\)$/.exec(formula) ?? expect.fail(formula);
  const at = column.charCodeAt(0) - "A".charCodeAt(0);
  const first = firstBodyRow(sheet);
  const texts = columnOf(sheet, sheet.columns[at]?.header ?? "").slice(Number(from) - first, Number(to) - first + 1);
  const words = texts.filter((text) => !text.startsWith("# ") && text !== "");
  return String(name === "COUNTA" ? words.length : words.filter((text) => text === word).length);
}
