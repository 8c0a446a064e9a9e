import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CellObject, utils, write } from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { ingestFiles } from "../../pipeline/jobs/ingest.ts";
import { DEFAULT_READ_LIMITS } from "../../pipeline/read/limits.ts";
import { odsRow, tinyOds } from "../read/tiny-ods.ts";
import { memoryEffects, ROOT, scratchFolder } from "../support/scratch-home.ts";

async function ingest(home: string, name: string, bytes: Uint8Array) {
  const file = join(scratchFolder(), name);
  writeFileSync(file, bytes);
  const options = { root: ROOT, home, hints: {}, limits: DEFAULT_READ_LIMITS, isDryRun: false };
  const [result] = await ingestFiles([file], options, memoryEffects());
  if (!result) throw new Error("nothing came back");
  return result;
}

/** The same small table in every format, with a unit or without, and with what its format can say besides. */
const FORMATS: Readonly<Record<string, (unit: string) => Uint8Array>> = {
  "消费.csv": (unit) =>
    Buffer.from(`通辽市2023年6月消费情况\n指标,1-6月累计${unit},同比增长(%)\n　　社会消费品零售总额,"1,061.50",6.1%\n`),
  "消费.xls": (unit) => {
    const number = (v: number, z: string): CellObject => ({ t: "n", v, z });
    const sheet = utils.aoa_to_sheet([
      ["通辽市2023年6月消费情况"],
      ["指标", `1-6月累计${unit}`, "同比增长", "填报日期"],
      ["  社会消费品零售总额", number(1061.5, "0.00_ "), number(0.061, "0.0%"), number(45078, 'yyyy"年"m"月"')],
      ["限额以上消费品零售额", { t: "s", v: "12.50" }, number(-0.02, "0.0%"), { t: "b", v: true }],
      ["其中：限额以上餐饮收入", { t: "e", v: 7 }],
    ]);
    sheet["!merges"] = [utils.decode_range("A1:D1")];
    sheet["!rows"] = [{}, {}, {}, { hidden: true }];
    return write({ SheetNames: ["消费"], Sheets: { 消费: sheet } }, { type: "buffer", bookType: "biff8" });
  },
  "消费.ods": (unit) => {
    const text = (words: string) =>
      `<table:table-cell office:value-type="string"><text:p>${words}</text:p></table:table-cell>`;
    const value = (type: string, number: string) =>
      `<table:table-cell office:value-type="${type}" office:value="${number}"/>`;
    const rows = [
      odsRow(text("通辽市2023年6月消费情况")),
      odsRow(text("指标") + text(`1-6月累计${unit}`) + text("同比增长(%)")),
      odsRow(text("社会消费品零售总额") + value("float", "1061.5") + value("float", "6.1")),
    ];
    return tinyOds({ rows: rows.join("") });
  },
  "消费.html": (unit) =>
    Buffer.from(
      `<html><p>通辽市2023年6月消费情况</p><table><tr><td rowspan=2>指标<td colspan=2>金额<tr><td>1-6月累计${unit}<td>同比增长(%)<tr><td>社会消费品零售总额<td>1061.50<td>6.1</table></html>`,
    ),
};

describe("a return of a file that is no .xlsx", () => {
  it.each(Object.keys(FORMATS))(
    "%s: reads as the file itself does, and clean as the file would once it is corrected",
    async (name) => {
      const make = FORMATS[name] ?? (() => new Uint8Array());
      const home = scratchFolder();
      const wrong = await ingest(home, name, make(""));
      expect(wrong.issues.map(({ code }) => code)).toContain("missing-unit");
      expect(wrong.returned).toMatch(/\/核对结果\.xlsx$/);
      const back = readFileSync(join(home, wrong.returned ?? ""));
      const same = await ingest(scratchFolder(), "核对结果.xlsx", back);
      expect([same.observations, same.issues]).toEqual([wrong.observations, wrong.issues]);

      const right = await ingest(scratchFolder(), name, make("（亿元）"));
      const corrected = await ingest(scratchFolder(), "核对结果.xlsx", withUnit(back));
      expect(corrected.observations.filter(({ value }) => value !== null).length).toBeGreaterThan(0);
      expect([corrected.observations, corrected.issues]).toEqual([right.observations, right.issues]);
    },
  );

  it("has a comment and a fill on each offending cell, and the list", async () => {
    const home = scratchFolder();
    const { returned } = await ingest(home, "消费.csv", FORMATS["消费.csv"]?.("") ?? new Uint8Array());
    const parts = unzipSync(readFileSync(join(home, returned ?? "")));
    const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
    expect(text("xl/comments1.xml")).toMatch(/<comment ref="A3"/);
    expect(text("xl/worksheets/sheet1.xml")).toMatch(/<c r="A3"[^>]* s="[1-9]/);
    expect(text("xl/workbook.xml")).toContain('name="核对结果"');
  });

  it("is a list where the name of the file cannot be that of a sheet, which may say the month", async () => {
    const name = `通辽市各旗县市区${"消费品市场运行情况".repeat(4)}.csv`;
    const { returned } = await ingest(scratchFolder(), name, FORMATS["消费.csv"]?.("") ?? new Uint8Array());
    expect(returned).toMatch(/核对结果\.txt$/);
  });

  it("comes again for a file that is known, as it was", async () => {
    const home = scratchFolder();
    const bytes = FORMATS["消费.csv"]?.("") ?? new Uint8Array();
    const path = join(home, (await ingest(home, "消费.csv", bytes)).returned ?? "");
    const written = readFileSync(path);
    rmSync(path); // as if the process had been killed before it was written
    await ingest(home, "消费.csv", bytes);
    expect(readFileSync(path).equals(written)).toBe(true);
  });
});

/** The unit written behind the head, as a clerk would; all else as it came back. */
function withUnit(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const path = "xl/worksheets/sheet1.xml";
  const xml = strFromU8(parts[path] ?? new Uint8Array());
  return zipSync({ ...parts, [path]: strToU8(xml.replace("1-6月累计<", "1-6月累计（亿元）<")) });
}
