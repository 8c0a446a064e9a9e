import { describe, expect, it } from "vitest";
import { cellList } from "../support/cells.ts";
import { codeOf, grid, readBytes, refusalOf } from "./read-bytes.ts";

const read = async (html: string) => (await readBytes(Buffer.from(html), "工业.xls")).sheets[0];
const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;

/** As Excel saves a web page, and as report systems imitate it. */
const EXCEL = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta charset="utf-8"><style><!-- td {mso-number-format:"0\\.0"; } --></style>
<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>6月</x:Name></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]-->
</head><body><h3>规模以上工业</h3><div align=right>单位：万元、%</div>
<table border=0><col width=72 span=2><col style='display:none'>
<tr><td rowspan=2>指标</td><td colspan=2>6月</td></tr>
<tr><td>绝对量</td><td>同比增长<br>(%)</td>
<tr style='display:none'><td>　其中:&nbsp;轻工业</td><td align=right x:num="1234">1,234</td><td x:num="-5.3"><font style='mso-ignore:color'>5.3</font></td></tr>
<![if supportMisalignedColumns]><tr height=0><td></td><td>&nbsp;</td></tr><![endif]>
</table><p>注：快报数</p></body></html>`;

describe("a web page under the name of .xls", () => {
  it("is read as Excel shows it", async () => {
    const sheet = await read(EXCEL);
    expect(grid(sheet)).toEqual({
      ...{ A1: "规模以上工业", A2: "单位：万元、%", A3: "指标", B3: "6月", B4: "绝对量", C4: "同比增长\n(%)" },
      ...{ A5: "　其中:\u00a0轻工业", B5: "1,234", C5: "-5.3", A7: "注：快报数" },
    });
    expect(sheet?.name).toBe("6月");
    expect(sheet?.merges).toEqual([
      { top: 3, left: 1, bottom: 4, right: 1 },
      { top: 3, left: 2, bottom: 3, right: 3 },
    ]);
    expect(
      cellList(sheet)
        .filter(({ hidden }) => hidden)
        .map(({ row, column }) => `${row},${column}`),
    ).toEqual([...["4,3", "5,1", "5,2", "5,3"]]);
  });

  it("in GB 2312", async () => {
    const table = Buffer.from("d6b8b1ea", "hex");
    const bytes = Buffer.concat([Buffer.from("<meta charset=gb2312><table><tr><td>"), table, Buffer.from("</table>")]);
    expect(grid((await readBytes(bytes, "工业.xls")).sheets[0])).toEqual({ A1: "指标" });
  });

  it("with two tables, one below the other", async () => {
    const sheet = await read(`<table>${row("a", "b")}</table>单位：亿元<table>${row("c")}${row("", "d")}</table>`);
    expect([grid(sheet), sheet?.name]).toEqual([{ A1: "a", B1: "b", A2: "单位：亿元", A3: "c", B4: "d" }, "工业"]);
  });

  it.each([
    ["that breaks off within a table", `<table>${row("a")}`, "FILE_UNREADABLE"],
    ["that breaks off within a tag", `<table>${row("a")}<tr><td`, "FILE_UNREADABLE"],
    ["that breaks off within a comment", `<table>${row("a")}</table><!-- `, "FILE_UNREADABLE"],
    ["with a > in an attribute", `<table>${row("a")}<tr><td x:fmla="=A1>3">1</table>`, "FILE_UNREADABLE"],
    ["with a table in a table", `<table><tr><td><table>${row("a")}</table></td></tr></table>`, "FILE_UNREADABLE"],
    ["without a table", "<html><body>见附件</body></html>", "FORMAT_UNSUPPORTED"],
    [
      "of frames, whose sheets are elsewhere",
      '<html><frameset><frame src="sheet001.htm"></frameset></html>',
      "FORMAT_UNSUPPORTED",
    ],
    ["with a span without end", "<table><tr><td colspan=999999999>a</table>", "FILE_TOO_LARGE"],
  ])("is refused: %s", async (_, html, code) => {
    expect(await codeOf(() => read(html))).toBe(code);
  });

  it("is refused where only a colour says that a number is negative", async () => {
    const refusal = await refusalOf(() => read(`<table>${row("<font style='mso-ignore:color'>5.3</font>")}</table>`));
    expect(refusal.message).toContain('"5.3"');
    expect(grid(await read(`<table>${row("<font style='mso-ignore:color'>-5.3</font>")}</table>`))).toEqual({
      A1: "-5.3",
    });
  });
});
