import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PipelineError } from "../../pipeline/errors.ts";
import { SHEET_COLUMNS } from "../../pipeline/model/workbook-template.ts";
import { parseWorkbookTemplate } from "../../pipeline/reference/workbook-template.ts";

const FILE = "templates/workbook.yaml";
const SHIPPED = readFileSync(new URL(`../../${FILE}`, import.meta.url), "utf8");

const SMALL = `sheets:
  - sheet: overview
    name: 总览
    title: 总览
  - sheet: scopes
    name: 口径
    title: "{plan}口径"
    paper: portrait
    freeze: 1
    color: C00000
    about: 规则全文
    columns:
      - { column: text, header: 内容, width: 90 }
      - { column: topic, header: 项目, width: 30, align: center, group: 条目 }
`;

/** SMALL with one of its lines changed, which must be there. */
function changed(before: string, after: string): string {
  expect(SMALL).toContain(before);
  return SMALL.replace(before, after);
}

function failure(text: string): PipelineError {
  try {
    parseWorkbookTemplate(text, FILE);
  } catch (error) {
    if (error instanceof PipelineError) return error;
    throw error;
  }
  throw new Error("nothing thrown");
}

describe("parseWorkbookTemplate(text, file)", () => {
  it("reads every sheet and column that there is, as shipped", () => {
    const { sheets } = parseWorkbookTemplate(SHIPPED, FILE);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(Object.keys(SHEET_COLUMNS));
    for (const { sheet, columns } of sheets) {
      const known: readonly string[] = SHEET_COLUMNS[sheet];
      expect(columns.map(({ column }) => column).filter((one) => !known.includes(one))).toEqual([]);
      expect(columns.length > 0).toBe(known.length > 0);
    }
  });

  it.each([
    ["as shipped", SHIPPED, false],
    ["where nothing is said", SMALL, false],
    ["where asked to", `balance: 是\n${SMALL}`, true],
  ])("balances shares or not: %s", (_case, text, expected) => {
    expect(parseWorkbookTemplate(text, FILE).balancesShares).toBe(expected);
  });

  it("takes no other word for balancing than 是 and 否, and names the line", () => {
    expect(failure(`${SMALL}balance: 对\n`).location?.line).toBe(SMALL.split("\n").length);
  });

  it("keeps the order of sheets and columns, and fills in what is left out", () => {
    expect(parseWorkbookTemplate(SMALL, FILE).sheets).toEqual([
      {
        ...{ sheet: "overview", name: "总览", title: "总览", about: "", orientation: "landscape", frozenColumns: 0 },
        ...{ tabColour: null, columns: [] },
      },
      {
        ...{ sheet: "scopes", name: "口径", title: "{plan}口径", about: "规则全文", orientation: "portrait" },
        ...{ frozenColumns: 1, tabColour: "C00000" },
        columns: [
          { column: "text", header: "内容", widthChars: 90, align: "left", group: null },
          { column: "topic", header: "项目", widthChars: 30, align: "center", group: "条目" },
        ],
      },
    ]);
  });

  it.each([
    ["a sheet that there is none of", "sheet: scopes", "sheet: scope", 5, "scopes"],
    ["a column that there is none of", "column: topic", "column: topics", 14, "topic"],
    ["a column of another sheet", "column: topic", "column: hash", 14, "text"],
    ["a key that there is none of", "paper: portrait", "papper: portrait", 8, "paper"],
    ["a key of a column that there is none of", "width: 90", "wide: 90", 13, "width"],
    [
      "a sheet twice",
      "  - sheet: scopes",
      "  - { sheet: overview, name: 又, title: 又 }\n  - sheet: scopes",
      5,
      "overview",
    ],
    ["what to say without rows, of a sheet that has some", "about: 规则全文", "empty: 没有", 11, "issues"],
    [
      "a sheet of records that may be empty",
      "  - sheet: scopes",
      "  - { sheet: issues, name: 又, title: 又, columns: [{ column: kind, header: 甲, width: 9 }] }\n  - sheet: scopes",
      5,
      "没有内容",
    ],
    ["a column twice", "column: topic", "column: text", 14, "text"],
    ["a name twice", "name: 口径", "name: 总览", 6, "总览"],
    ["names that Excel takes for one", "name: 口径", "name: 总览 ", 6, "总览"],
    [
      "columns of a sheet that lays itself out",
      "    title: 总览\n",
      "    title: 总览\n    columns: [{ column: a, header: 甲, width: 9 }]\n",
      5,
      "overview",
    ],
    ["a sheet without its columns", SMALL.slice(SMALL.indexOf("    columns:")), "", 5, "scopes"],
    ["a width that is no number", "width: 90", "width: 宽", 13, "整数"],
    ["a width below what a cell shows", "width: 90", "width: 2", 13, "3"],
    ["a width beyond a page", "width: 90", "width: 121", 13, "120"],
    ["a negative width", "width: 90", "width: -5", 13, "整数"],
    ["too many frozen columns", "freeze: 1", "freeze: 10", 9, "9"],
    ["a paper that is none", "paper: portrait", "paper: 竖", 8, "portrait"],
    ["an alignment that is none", "align: center", "align: middle", 14, "center"],
    ["a colour by name", "color: C00000", "color: red", 10, "C00000"],
    ["a header left blank", "header: 内容", 'header: " "', 13, "空"],
    ["a title left out", "    title: 总览\n", "", 2, "title"],
    ["a name left blank", "name: 口径", 'name: ""', 6, "空"],
    ["a name beyond Excel's limit", "name: 口径", `name: ${"长".repeat(32)}`, 6, "31"],
    ...["History", "history"].map(
      (name) => ["a name that Excel keeps for itself", "name: 口径", `name: ${name}`, 6, "Excel"] as const,
    ),
    ...["[", "]", ":", "*", "?", "/", "\\\\", "'", '\\"', "<", ">", "&", "!"].map(
      (hostile) => [`a name with ${hostile}`, "name: 口径", `name: "口${hostile}径"`, 6, "不能有"] as const,
    ),
    ...["\\n", "\\t", "\\u0007", "\\u200b", "\\u202e"].map(
      (hidden) => [`a name with ${hidden}`, "name: 口径", `name: "口${hidden}径"`, 6, "看不见"] as const,
    ),
  ] as const)("refuses %s, naming line and what is valid", (_case, before, after, line, valid) => {
    const error = failure(changed(before, after));
    expect([error.code, error.location.file, error.location.line]).toEqual(["TEMPLATE_INVALID", FILE, line]);
    expect(error.message).toContain(valid);
  });

  it("tells no capitals from small letters in names of sheets, as Excel does not", () => {
    const text = changed("name: 口径", "name: Data").replace("name: 总览", "name: DATA");
    expect(failure(text).location.line).toBe(6);
  });

  it.each([
    ["nothing", ""],
    ["no sheets", "sheets: []"],
    ["a list where names belong", "- a"],
    ["bad YAML", "sheets:\n  - {"],
    ["a sheet that is a word", "sheets:\n  - overview"],
  ])("refuses %s", (_case, text) => {
    expect(failure(text).code).toBe("TEMPLATE_INVALID");
  });

  it("tells of all that is wrong in one go", () => {
    const text = changed("width: 90", "width: 2").replace("freeze: 1", "freeze: x");
    expect(failure(text).message).toMatch(/第9行.*第13行/);
  });
});
