import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toAddress } from "../../pipeline/model/cell.ts";
import { readDelimited } from "../../pipeline/read/delimited.ts";
import { grid, refusalOf } from "./read-bytes.ts";

const LIMITS = { cells: 1_000, rows: 100, columns: 100 };
const read = (text: string) => grid(readDelimited(text, "工业.csv", LIMITS));

describe("readDelimited(text, file, limits)", () => {
  it.each([
    ["plain rows", "a,b\nc,d", { A1: "a", B1: "b", A2: "c", B2: "d" }],
    ["blank cells and rows are absent, and keep their place", "a,,c\n\n,,\n\nd", { A1: "a", C1: "c", A5: "d" }],
    ["CRLF", "a,b\r\nc\r\n", { A1: "a", B1: "b", A2: "c" }],
    ["CR", "a,b\rc\r", { A1: "a", B1: "b", A2: "c" }],
    ["mixed line ends", "a\r\nb\nc\rd", { A1: "a", A2: "b", A3: "c", A4: "d" }],
    ["tabs", "a\tb,c\nd\te", { A1: "a", B1: "b,c", A2: "d", B2: "e" }],
    ["quoted delimiters and quotes", '"a,b","c""d"\n"",e', { A1: "a,b", B1: 'c"d', B2: "e" }],
    ["a wrapped header", '指标,"1—6月\n累计"\n工业,5.3', { A1: "指标", B1: "1—6月\n累计", A2: "工业", B2: "5.3" }],
    ["a quote inside a plain field", '5"管,1\n"十四五"规划,2', { A1: '5"管', B1: "1", A2: '"十四五"规划', B2: "2" }],
    [
      "numbers stay text, blanks stay",
      " 1,234 ,05.30,1e3\n　其中",
      { A1: " 1", B1: "234 ", C1: "05.30", D1: "1e3", A2: "　其中" },
    ],
    ["ragged rows", "标题\na,b,c\nd", { A1: "标题", A2: "a", B2: "b", C2: "c", A3: "d" }],
  ])("reads %s", (_, text, cells) => {
    expect(read(text)).toEqual(cells);
  });

  it("names the sheet after the file", () => {
    expect(readDelimited("a", "2023.06 工业.csv", LIMITS).name).toBe("2023.06 工业");
    expect(readDelimited("a", "工业", LIMITS).name).toBe("工业");
    expect(readDelimited("a", ".csv", LIMITS).name).toBe(".csv");
  });

  it.each([
    ["is never closed", 'a,1\nb,"2\nc,3\n', 2],
    ["is never closed in the last line", 'a,1\nb,"2', 2],
    ["swallows rows up to a quote inside another field", '标题\n"工业,5.3\n财政,6.1\n"农业",3\n', 2],
    ["swallows rows up to a quote at the end of another field", 'x,1\n"工业,5.3\n财政,6.1\n农业",3\n', 2],
    ["swallows rows with percentages", 'x,1\ny,2\n"工业,5.3%,4\n农业",3\n', 3],
    ["swallows rows between tabs", 'x\t1\n"工业\t5.3\n农业"\t3\n', 2],
  ])("refuses a quote that %s", async (_, text, line) => {
    const refusal = await refusalOf(async () => read(text));
    expect([refusal.code, refusal.location]).toEqual(["FILE_UNREADABLE", { file: "工业.csv", line }]);
  });

  it("refuses more cells than the limit", async () => {
    const text = "1,2,3\n4,5";
    expect(readDelimited(text, "a.csv", { ...LIMITS, cells: 5 }).cells).toHaveLength(5);
    const refusal = await refusalOf(async () => readDelimited(text, "a.csv", { ...LIMITS, cells: 4 }));
    expect(refusal.code).toBe("FILE_TOO_LARGE");
    expect(refusal.message).toContain("4");
  });

  it("gives back every table that is written with quotes", () => {
    const field = fc.string({ unit: fc.constantFrom("a", "工", ",", '"', "\t", " ", "-", ".") });
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(",")).join("\r\n");
        const expected = rows.flatMap((row, r) => row.map((each, c) => [toAddress(r + 1, c + 1), each]));
        expect(read(text)).toEqual(Object.fromEntries(expected.filter(([, each]) => each !== "")));
      }),
    );
  });
});
