import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RowDescription, SheetDescription } from "../../../pipeline/model/edition.ts";
import type { SheetKey, WorkbookTemplate } from "../../../pipeline/model/workbook-template.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import type { EditionInput } from "../../../pipeline/report/edition/input.ts";
import { runsText } from "../../../pipeline/report/printable.ts";
import { firstBodyRow } from "../../../pipeline/report/sheet-layout.ts";
import { illustrativeJune, juneInput } from "../../support/edition-month-fixture.ts";
import { codes, issueFixture, recordFixture, recordsOfJune, reportingFixture } from "../../support/records-fixture.ts";
import { shippedWorkbook } from "../../support/shipped-templates.ts";

const told = (change: Partial<EditionInput> = {}) => juneInput({ ...recordsOfJune(), ...change });

function sheetOf(input: EditionInput, key: SheetKey): SheetDescription {
  const at = input.workbook.sheets.findIndex(({ sheet }) => sheet === key);
  const sheet = describeEdition(input).sheets[at];
  if (!sheet) throw new Error(`no sheet ${key}`);
  return sheet;
}

/** The rows as texts, by the heads of their columns. */
function table({ rows, columns }: SheetDescription, ...heads: readonly string[]): readonly string[] {
  return rows.flatMap((row) =>
    row.kind === "data" ? [heads.map((head) => textAt(row, columns, head)).join(" ")] : [],
  );
}

function textAt(row: RowDescription, columns: SheetDescription["columns"], head: string): string {
  const cell = row.kind === "data" ? row.cells[columns.findIndex(({ header }) => header === head)] : undefined;
  if (cell?.kind === "text") return runsText(cell.runs);
  return cell?.kind === "number" ? cell.text : "";
}

const lastLine = ({ lines }: SheetDescription) => runsText(lines.at(-1) ?? []);

describe("submissionsSheet(facts, sheet)", () => {
  it("tells of each row what came, how it was read, what is missing and what is not due", () => {
    const sheet = sheetOf(told(), "submissions");
    expect(table(sheet, "单位", "状态", "报表", "本期应报", "尚未收到", "数据数", "错误", "提醒")).toEqual([
      "市统计局 有错误 主要经济指标月报 2项：一般公共预算收入、城镇新增就业 — 3 2 1",
      "市统计局 未报送 没有收到过含这些指标的报表 1项：地区生产总值 1项：全部 — — —",
      "市统计局 未到期 没有收到过含这些指标的报表 未到期的1项：粮食产量 — — — —",
      "市财政局 已报送 没有认出是哪种报表 — — 12 0 0",
      "单位不明 未报送 主要经济指标月报 项目进展 项目进展 — — —",
    ]);
    expect(lastLine(sheet)).toBe("收到的报表：没有错误的1份，有错误的1份；未报送的2行，未到期的1行。");
  });

  it.each([
    ["all", ["gross-domestic-product", "grain"], "2项：全部"],
    ["none", [], "无，都已由别的报表报来"],
  ])("tells briefly where of what is due nothing or everything has come: %s", (_case, missing, expected) => {
    const row = reportingFixture({ due: codes("gross-domestic-product", "grain"), missing: codes(...missing) });
    expect(table(sheetOf(told({ reporting: [row] }), "submissions"), "尚未收到")).toEqual([expected]);
  });

  it.each([
    [["grain", "cattle"], "2项：除地区生产总值以外的全部"],
    [["grain"], "1项：粮食产量"],
  ])("names the shorter of what has come and what has not: %j missing", (missing, expected) => {
    const due = codes("gross-domestic-product", "grain", "cattle");
    const row = reportingFixture({ due, missing: codes(...missing) });
    expect(table(sheetOf(told({ reporting: [row] }), "submissions"), "尚未收到")).toEqual([expected]);
  });

  it.each([
    [0, "项目进展"],
    [22, "—"],
  ])("misses the projects of a file that tells of %i", (projects, expected) => {
    const row = reportingFixture({
      projectsDue: true,
      submission: recordFixture("项目.xlsx", { projects }),
      state: "已报送",
    });
    expect(table(sheetOf(told({ reporting: [row] }), "submissions"), "尚未收到")).toEqual([expected]);
  });

  it("counts the files that a later one has corrected apart from those with errors", () => {
    const row = reportingFixture({ submission: recordFixture("旧.xlsx", { errors: 2 }), state: "已由后一份更正" });
    const sheet = sheetOf(told({ reporting: [...recordsOfJune().reporting, row] }), "submissions");
    expect(table(sheet, "收到的文件", "状态", "错误")).toContain("旧.xlsx 已由后一份更正 2");
    expect(lastLine(sheet)).toContain("有错误的1份，已由后一份更正的1份；");
  });

  it("leads from the count of errors to the first issue of the file", () => {
    const input = told();
    const errors = sheetOf(input, "submissions").rows[0];
    const at = shippedColumn("submissions", "errors");
    const cell = errors?.kind === "data" ? errors.cells[at] : undefined;
    const issues = sheetOf(input, "issues");
    expect(cell).toMatchObject({ kind: "number", text: "2", link: `数据质量!A${firstBodyRow(issues)}` });
  });
});

describe("issuesSheet(facts, sheet)", () => {
  it("lists the issues of the files behind the edition, errors first, in the order of their places", () => {
    const sheet = sheetOf(told(), "issues");
    expect(table(sheet, "序号", "级别", "单元格", "情况")).toEqual([
      "1 错误 — 读不出确切的数",
      "2 错误 C9 读不出确切的数",
      "3 错误 C10 读不出确切的数",
      "4 提醒 A2 =1+1",
    ]);
    expect(lastLine(sheet)).toBe("本期所用的报表中未解决的问题：错误3个，提醒1个，说明0个。");
  });

  it("tells files of one name apart by their day, the earlier first", () => {
    const sent = ["2023-07-23", "2023-07-22"].map((vintage, index) =>
      recordFixture("表.xlsx", { vintage, sha256: String(index).repeat(64) }),
    );
    const reporting = sent.map((submission) => reportingFixture({ submission, state: "有错误" }));
    const issues = sent.map((record) => issueFixture(record));
    const sheet = sheetOf(told({ reporting, issues }), "issues");
    expect(table(sheet, "文件", "数据版本")).toEqual(["表.xlsx 2023-07-22", "表.xlsx 2023-07-23"]);
  });
});

describe("revisionsSheet(facts, sheet)", () => {
  it("tells what was, what is, and by how much, in the unit and the digits of the new value", () => {
    const sheet = sheetOf(told(), "revisions");
    const heads = ["指标", "量", "修订幅度", "单位", "文件", "工作表", "单元格"];
    expect(table(sheet, ...heads)).toEqual([
      "规模以上工业增加值 总量 956 万元 修订.xlsx +cmd C9",
      "规模以上工业增加值 同比 0.15 % 修订.xlsx +cmd C8",
    ]);
    const rows = sheet.rows.map((row) => (row.kind === "data" ? row.cells.slice(5, 10) : []));
    expect(rows[0]).toMatchObject([{ text: "8012500" }, {}, { text: "8013456" }, {}, { text: "956" }]);
    expect(rows[1]).toMatchObject([{ text: "-3.2" }, {}, { text: "-3.05" }, {}, { formula: "ROUND(H6-F6,2)" }]);
    expect(lastLine(sheet)).toContain("共修订2处");
  });

  it("holds a plain number where a column of the formula has been taken out", () => {
    const workbook = changed("revisions", ({ column }) => column !== "before-vintage" && column !== "before");
    const [row] = sheetOf(told({ workbook }), "revisions").rows.slice(-1);
    const change = row?.kind === "data" ? row.cells[7] : undefined;
    expect(change).toMatchObject({ kind: "number", text: "0.15" });
    expect(change).not.toHaveProperty("formula");
  });

  it("makes an edition one of 演示数据 where a revision is of it", () => {
    const vintages = recordsOfJune().vintages.map((one) => ({ ...one, illustrative: true }));
    expect(describeEdition(told({ vintages })).illustrative).toBe(true);
  });
});

describe("coverSheet(facts, sheet)", () => {
  it("leads to the top of every other sheet, under the name that office staff gave it", () => {
    const { sheets } = shippedWorkbook();
    const workbook = { sheets: sheets.map((one) => (one.sheet === "sources" ? { ...one, name: "出处（一）" } : one)) };
    const cover = sheetOf(told({ workbook }), "cover");
    const links = cover.rows.flatMap((row) =>
      row.kind === "data" ? row.cells.flatMap((cell) => (cell.kind === "text" && cell.link ? [cell.link] : [])) : [],
    );
    expect(links).toEqual(workbook.sheets.slice(1).map(({ name }) => `${name}!A1`));
    expect(links).toContain("出处（一）!A1");
  });

  it("has a line on what each shipped sheet holds", () => {
    expect(shippedWorkbook().sheets.filter(({ sheet, about }) => sheet !== "cover" && about === "")).toEqual([]);
  });

  it("says what the paper is, and 演示数据 only where there is any", () => {
    const words = table(sheetOf(told(), "cover"), "项目", "内容").join("\n");
    for (const part of ["2023年上半年", "通辽市", "2023年7月12日", "通辽市发展和改革委员会", "草稿"]) {
      expect(words).toContain(part);
    }
    expect(words).not.toContain("演示数据");
    expect(table(sheetOf(illustrativeJune(), "cover"), "内容").join("\n")).toContain("演示数据");
  });

  it.each([
    ["数据质量", { vintages: recordsOfJune().vintages }],
    ["修订", { issues: recordsOfJune().issues, reporting: recordsOfJune().reporting }],
  ])("says what a workbook without %s has none of, and leads nowhere", (name, records) => {
    const workbook = { sheets: shippedWorkbook().sheets.map((one) => (one.empty ? { ...one, empty: "无此表" } : one)) };
    const { sheets } = describeEdition(juneInput({ ...records, workbook }));
    const missing = shippedWorkbook().sheets.filter((one) => sheets.every((sheet) => sheet.name !== one.name));
    expect(missing.map((one) => one.name)).toEqual([name]);
    const [cover] = sheets;
    const row = cover?.rows.find((one) => textAt(one, cover.columns, "项目") === name);
    if (!cover || row?.kind !== "data") throw new Error(name);
    expect(textAt(row, cover.columns, "内容")).toBe("无此表");
    expect(row.cells.flatMap(linkOf)).toEqual([]);
    const words = JSON.stringify(sheets.slice(1));
    expect(words).not.toContain(`“${name}”`);
  });

  it("keeps an empty sheet of records where the workbook has nothing else", () => {
    const workbook = { sheets: shippedWorkbook().sheets.filter(({ sheet }) => sheet === "issues") };
    expect(describeEdition(juneInput({ workbook })).sheets.map(({ rows }) => rows)).toEqual([[]]);
  });

  it("prints every rule of the lights in use", () => {
    const input = told();
    const words = table(sheetOf(input, "cover"), "内容");
    for (const rule of input.rules.text) expect(words).toContain(rule);
  });
});

describe("the sheets of what was received", () => {
  it("are the same for any order in which it is given", () => {
    const input = told();
    const expected = describeEdition(input);
    const shuffled = <T>(list: readonly T[]) =>
      fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
    const { issues, vintages, sources, indicators, bureaus, regions } = input;
    const lists = fc.record({
      ...{ issues: shuffled(issues), vintages: shuffled(vintages), sources: shuffled(sources) },
      ...{ indicators: shuffled(indicators), bureaus: shuffled(bureaus), regions: shuffled(regions) },
    });
    fc.assert(
      fc.property(lists, (change) => {
        expect(describeEdition({ ...input, ...change })).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});

describe("a workbook that office staff have changed", () => {
  it("resolves every link whatever columns are left, in whatever order, of whatever sheets", () => {
    const shipped = shippedWorkbook().sheets;
    const template = fc
      .shuffledSubarray([...shipped], { minLength: 1 })
      .chain((sheets) => fc.tuple(...sheets.map(anyColumns)))
      .map((sheets): WorkbookTemplate => ({ sheets }));
    fc.assert(
      fc.property(template, (workbook) => {
        const { sheets } = describeEdition(told({ workbook }));
        const links = sheets.flatMap(({ rows }) =>
          rows.flatMap((row) => (row.kind === "data" ? row.cells.flatMap(linkOf) : [])),
        );
        for (const link of links) {
          const [, name, row] = /^([^!]+)![A-Z]+(\d+)$/.exec(link) ?? [];
          const sheet = sheets.find((one) => one.name === name);
          if (!sheet) throw new Error(`${link} leads nowhere`);
          expect(Number(row)).toBeLessThan(firstBodyRow(sheet) + Math.max(1, sheet.rows.length));
        }
      }),
      { numRuns: 30 },
    );
  });
});

function anyColumns(sheet: WorkbookTemplate["sheets"][number]) {
  const columns = [...sheet.columns];
  const some = columns.length === 0 ? fc.constant(columns) : fc.shuffledSubarray(columns, { minLength: 1 });
  return some.map((left) => ({ ...sheet, name: `${sheet.name}（改）`, columns: left }));
}

function linkOf(cell: { readonly kind: string }): readonly string[] {
  const link = "link" in cell && typeof cell.link === "string" ? cell.link : "";
  return link === "" || link.startsWith("http") ? [] : [link];
}

function shippedColumn(key: SheetKey, name: string): number {
  return (
    shippedWorkbook()
      .sheets.find(({ sheet }) => sheet === key)
      ?.columns.findIndex(({ column }) => column === name) ?? -1
  );
}

function changed(key: SheetKey, keep: (column: WorkbookTemplate["sheets"][number]["columns"][number]) => boolean) {
  const { sheets } = shippedWorkbook();
  return { sheets: sheets.map((one) => (one.sheet === key ? { ...one, columns: one.columns.filter(keep) } : one)) };
}
