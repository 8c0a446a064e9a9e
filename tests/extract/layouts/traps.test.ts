import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bookOf, type GridValue, sheetOf } from "../../support/grid.ts";
import { extract, facts, fate, profileOf, questions } from "../small-vocabulary.ts";

/** The traps that every reader of such sheets has met, by the numbers of the collection; those of files stand in trap-files.test.ts. */

const TITLE = "2023年1—6月通辽市主要指标";
const HEAD = ["指标", "单位", "1—6月累计", "同比增长(%)"];
const READ = ["C3 investment 2023-06 ytd value 90 亿元", "D3 investment 2023-06 ytd yoy 31.7 %"];
const ROW = ["固定资产投资", "亿元", 90, 31.7];

type Rows = readonly (readonly GridValue[])[];

function read(rows: Rows, merges: readonly string[] = []) {
  return extract(bookOf(sheetOf(rows, { merges })));
}

/** Facts without their cells, in a fixed order: what a sheet says wherever its columns stand. */
function meanings(rows: Rows): readonly string[] {
  return facts(read(rows))
    .map((fact) => fact.replace(/^\S+ /, ""))
    .sort();
}

it("every trap of the collection has a fixture", () => {
  const texts = ["traps.test.ts", "trap-files.test.ts"].map((name) =>
    readFileSync(new URL(name, import.meta.url), "utf8"),
  );
  const numbers = texts.flatMap((text) =>
    [...text.matchAll(/describe\("trap (\d+): /g)].map((match) => Number(match[1])),
  );
  expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
});

describe("trap 2: period and unit in the title rows", () => {
  it.each<[string, Rows]>([
    ["in A2", [["2023年1—6月通辽市投资"], ["单位：亿元"], ["指标", "累计"], ["固定资产投资", 90]]],
    ["in the right corner", [["通辽市投资"], ["2023年1—6月", "单位：亿元"], ["指标", "累计"], ["固定资产投资", 90]]],
    ["in the title itself", [["2023年1—6月通辽市投资（亿元）"], [], ["指标", "累计"], ["固定资产投资", 90]]],
  ])("%s", (_, rows) => {
    expect(facts(read(rows))).toEqual(["B4 investment 2023-06 ytd value 90 亿元"]);
  });
});

describe("trap 3: header words spaced, broken and in full width", () => {
  it.each<[string, readonly GridValue[]]>([
    ["soft returns and wide blanks", ["指\u3000标\n名\u00a0称", "计量\r\n单位", "1—6月\n累计", "同比\n增长\v（％）"]],
    ["full-width digits and brackets", ["指标", "单位", "１－６月累计", "同比增长（％）"]],
  ])("%s", (_, head) => {
    expect(facts(read([[TITLE], head, ROW]))).toEqual(READ);
  });
});

describe("trap 4: several tables on one sheet", () => {
  const investment = ["investment 2023-06 ytd value 90 亿元"];
  const both = [...investment, "revenue 2023-06 ytd value 63.6 亿元"];

  it.each<[string, Rows, readonly string[]]>([
    [
      "stacked",
      [
        [TITLE],
        ["指标", "累计（亿元）"],
        ["固定资产投资", 90],
        ["2、财政", "累计（亿元）"],
        ["一般公共预算收入", 63.6],
      ],
      both,
    ],
    [
      "continued",
      [
        [TITLE],
        ["指标", "累计（亿元）"],
        ["固定资产投资", 90],
        ["续表"],
        ["指标", "累计（亿元）"],
        ["一般公共预算收入", 63.6],
      ],
      both,
    ],
    [
      "side by side",
      [
        [TITLE],
        ["指标", "累计（亿元）", null, "指标", "累计（亿元）"],
        ["固定资产投资", 90, null, "一般公共预算收入", 63.6],
      ],
      both,
    ],
  ])("%s", (_, rows, expected) => {
    expect(meanings(rows)).toEqual(expected);
  });
});

describe("trap 5: sections, groups, notes and long text", () => {
  it("are no data, and end up as labels and notes", () => {
    const prose =
      "固定资产投资统计范围为计划总投资500万元及以上的建设项目和全部房地产开发投资，不含农户投资，数据为累计数。";
    const extraction = read([
      [TITLE],
      ["指标", "累计（亿元）"],
      ["一、投资"],
      ["固定资产投资", 90],
      ["注：初步数。"],
      [prose],
    ]);
    expect([facts(extraction), questions(extraction)]).toEqual([["B4 investment 2023-06 ytd value 90 亿元"], []]);
    expect(["A3", "A5", "A6"].map((cell) => fate(extraction, cell))).toEqual(["label", "note", "note"]);
  });
});

describe("trap 6: levels by alignment, blanks, wide blanks and NBSP", () => {
  it.each<[string, GridValue]>([
    ["NBSP", "\u00a0\u00a0税收收入"],
    ["blanks", "  税收收入"],
    ["wide blanks", "　税收收入"],
    ["alignment", { value: "税收收入", indent: 1 }],
  ])("%s", (_, child) => {
    const { observations } = read([[TITLE], HEAD, ["一般公共预算收入", "亿元", 63.6, 6], [child, "亿元", 45.2, 4]]);
    expect(observations[2]?.path).toEqual(["一般公共预算收入"]);
  });
});

describe("trap 7: #, 其中 and 在总计中 belong to their parent", () => {
  it.each(["其中：税收收入", "#税收收入", "在总计中：税收收入", "其中:#税收收入"])("%s", (child) => {
    const { observations } = read([[TITLE], HEAD, ["一般公共预算收入", "亿元", 63.6, 6], [child, "亿元", 45.2, 4]]);
    expect([observations[2]?.path, observations[2]?.indicator]).toEqual([["一般公共预算收入"], "tax"]);
  });
});

describe("trap 8: nested sums of places", () => {
  it("are the city's only where they are all of it, else a question", () => {
    const rows = [
      ["2023年1—6月分旗县投资"],
      ["地区", "固定资产投资（亿元）"],
      ["全市", 90],
      ["县级小计", 20],
      ["开鲁县", 11],
      ["合计", 11],
    ];
    const extraction = read(rows);
    expect(facts(extraction)).toEqual([
      "B3 investment 2023-06 ytd value 90 亿元",
      "B4 investment ? 2023-06 ytd value 20 亿元",
      "B5 investment 150523 2023-06 ytd value 11 亿元",
      "B6 investment ? 2023-06 ytd value 11 亿元",
    ]);
    expect(questions(extraction)).toEqual([
      ["A4", "unknown-region"],
      ["A6", "unknown-region"],
    ]);
  });
});

describe("trap 9: the growth alone, under the amounts", () => {
  const rows = [[TITLE], ["指标", "绝对量", "同比增长(%)"], ["规模以上工业增加值", 4.6]];

  it("is asked about where nobody says so", () => {
    expect(questions(read(rows))).toEqual([["A3", "missing-unit"]]);
  });

  it("is a growth where the profile says so", () => {
    const profile = profileOf("industry", ["主要指标"], { rates: ["规模以上工业增加值"] });
    const extraction = extract(bookOf(sheetOf(rows)), [profile]);
    expect([facts(extraction), questions(extraction)]).toEqual([["B3 industry 2023-06 ytd yoy 4.6 %"], []]);
  });
});

describe("trap 10: months that differ within one file", () => {
  it("each table keeps its own, an earlier one too", () => {
    const rows = [
      ["2023年6月通辽市进度数据"],
      ["1、消费（亿元）", "1-6月累计"],
      ["社会消费品零售总额", 160.1],
      ["2、税收（亿元）", "1-5月累计"],
      ["税收收入", 33],
    ];
    expect(facts(read(rows))).toEqual(["B3 retail 2023-06 ytd value 160.1 亿元", "B5 tax 2023-05 ytd value 33 亿元"]);
  });

  it("a later one than the title's is a question", () => {
    const rows = [["2023年5月通辽市进度数据"], ["1、消费（亿元）", "1-6月累计"], ["社会消费品零售总额", 160.1]];
    expect(questions(read(rows))).toEqual([["B2", "period-conflict"]]);
  });
});

describe("trap 11: numbers that are text", () => {
  it.each<[string, GridValue, GridValue]>([
    ["typed as text", "90", "31.7"],
    ["with a thousands separator and a percent sign", "90", "31.7%"],
    ["in full width", "９０", "３１．７"],
    ["with a sign of its own", "90", "+31.7"],
    ["with words", "90亿元", "增长31.7%"],
  ])("%s", (_, value, growth) => {
    expect(facts(read([[TITLE], HEAD, ["固定资产投资", "亿元", value, growth]]))).toEqual(READ);
  });

  it.each<[string, GridValue, string]>([
    ["an error of a formula", { raw: { type: "error", text: "#DIV/0!" } }, "formula-error"],
    ["a formula without its result", { raw: { type: "uncached" } }, "formula-not-calculated"],
  ])("%s is asked about", (_, value, code) => {
    expect(questions(read([[TITLE], HEAD, ["固定资产投资", "亿元", 90, value]]))).toEqual([["D3", code]]);
  });
});

describe("trap 12: 0.317 and 31.7 are told apart by the number format", () => {
  it.each<[string, GridValue]>([
    ["a percent format", { value: 0.317, format: "0.0%" }],
    ["a plain format", { value: 31.7, format: "0.0" }],
  ])("%s", (_, growth) => {
    expect(facts(read([[TITLE], HEAD, ["固定资产投资", "亿元", 90, growth]]))).toEqual(READ);
  });
});

describe("trap 13: columns that move, appear and vanish", () => {
  const all = [
    "investment 2022-06 ytd value 80 亿元",
    "investment 2023-06 ytd value 90 亿元",
    "investment 2023-06 ytd yoy 31.7 %",
  ];

  it.each<[string, readonly GridValue[], readonly GridValue[], readonly string[]]>([
    [
      "in one order",
      ["指标", "单位", "1—6月累计", "上年同期", "同比增长(%)"],
      ["固定资产投资", "亿元", 90, 80, 31.7],
      all,
    ],
    [
      "in another",
      ["指标", "1—6月累计", "同比增长(%)", "2022年1—6月", "单位"],
      ["固定资产投资", 90, 31.7, 80, "亿元"],
      all,
    ],
    ["with one more", ["序号", ...HEAD, "备注"], [1, ...ROW, "快报"], all.slice(1)],
    ["with one less", HEAD.slice(0, 3), ROW.slice(0, 3), all.slice(1, 2)],
  ])("%s", (_, head, row, expected) => {
    expect(meanings([[TITLE], head, row])).toEqual(expected);
  });
});

describe("trap 14: other names, 口径 in brackets, footnote marks", () => {
  it.each(["固定资产投资①", "固定资产投资[2]", "固定资产投资*", "固定资产投资（不含农户）①"])("%s", (label) => {
    const [value] = facts(read([[TITLE], HEAD, [label, "亿元", 90, 31.7]]));
    expect(value).toMatch(/^C3 investment 2023-06 ytd value (?:不含农户 )?90 亿元$/);
  });

  it("a name that nobody knows is asked about, however near", () => {
    expect(questions(read([[TITLE], HEAD, ["固定资产投资额度", "亿元", 90, 31.7]]))).toEqual([
      ["A3", "unknown-indicator"],
    ]);
  });
});

describe("trap 17: units over lines, and others for counties", () => {
  it("switch for the rest of a table where a unit line stands inside it", () => {
    const extraction = read([
      [TITLE],
      ["单位：亿元"],
      ["指标", "1—6月累计"],
      ["固定资产投资", 90],
      ["单位：万元"],
      ["一般公共预算收入", 636000],
      ["税收收入", 452000],
    ]);
    expect(facts(extraction)).toEqual([
      "B4 investment 2023-06 ytd value 90 亿元",
      "B6 revenue 2023-06 ytd value 636000 万元",
      "B7 tax 2023-06 ytd value 452000 万元",
    ]);
  });

  it("are each table's own where counties are counted in 万元", () => {
    const rows = [
      ["2023年1—6月投资"],
      ["地区", "固定资产投资（亿元）"],
      ["全市", 90],
      [],
      ["2023年1—6月分旗县投资"],
      ["地区", "固定资产投资（万元）"],
      ["开鲁县", 110000],
    ];
    expect(facts(read(rows))).toEqual([
      "B3 investment 2023-06 ytd value 90 亿元",
      "B7 investment 150523 2023-06 ytd value 110000 万元",
    ]);
  });
});

describe("trap 18: an index is no growth", () => {
  it.each<[string, GridValue, string]>([
    ["上年同期=100", 100.7, "B3 cpi 2023-06 month index 100.7 上年同期=100"],
    ["同比（%）", 0.7, "B3 cpi 2023-06 month yoy 0.7 %"],
  ])("%s", (head, value, fact) => {
    expect(facts(read([["2023年6月通辽市价格"], ["指标", `6月${head}`], ["居民消费价格指数", value]]))).toEqual([fact]);
  });
});

describe("trap 19: a rank among equals", () => {
  it.each(["并列3", "3", "第3位", "3/8"])("%s", (rank) => {
    expect(facts(read([[TITLE], [...HEAD, "位次"], [...ROW, rank]])).at(-1)).toBe(
      "E3 investment 2023-06 ytd rank 3 位",
    );
  });
});

describe("trap 20: last year's figure, revised", () => {
  it("stands beside this year's, and nothing is computed from it", () => {
    const head = ["指标", "单位", "1—6月累计", "上年同期", "同比增长(%)"];
    expect(facts(read([[TITLE], head, ["固定资产投资", "亿元", 90, 80, 10.1]]))).toEqual([
      "C3 investment 2023-06 ytd value 90 亿元",
      "D3 investment 2022-06 ytd value 80 亿元",
      "E3 investment 2023-06 ytd yoy 10.1 %",
    ]);
  });
});

describe("trap 22: blank rows for print and heads on every page", () => {
  it("are read over", () => {
    const rows = [[TITLE], HEAD, ROW, [], [TITLE], HEAD, [], ["税收收入", "亿元", 45.2, 4]];
    expect(facts(read(rows))).toEqual([...READ, "C8 tax 2023-06 ytd value 45.2 亿元", "D8 tax 2023-06 ytd yoy 4 %"]);
  });
});

describe("trap 23: a red negative without its sign", () => {
  it("is negative, as the cell holds it", () => {
    const red = { value: -3.2, format: "0.0;[Red]0.0" };
    expect(facts(read([[TITLE], HEAD, ["固定资产投资", "亿元", 90, red]]))[1]).toContain("yoy -3.2 %");
  });
});

describe("trap 24: ± and +", () => {
  it.each(["增减±%", "同比±%", "±%"])("%s over +31.7", (head) => {
    expect(facts(read([[TITLE], ["指标", "单位", "1—6月累计", head], ["固定资产投资", "亿元", 90, "+31.7"]]))).toEqual(
      READ,
    );
  });
});

describe("a head over a head, whose words must not be lost", () => {
  it("is asked about", () => {
    const extraction = read([[TITLE], ["指标", "增速(%)"], ["指标", "累计（亿元）"], ["固定资产投资", 31.7]]);
    expect(extraction.observations).toEqual([]);
    expect(questions(extraction)).toEqual([["B3", "unread-header"]]);
  });
});
