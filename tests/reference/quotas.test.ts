import { describe, expect, it } from "vitest";
import { PipelineError } from "../../pipeline/errors.ts";
import { parseQuotas } from "../../pipeline/reference/quotas.ts";

const FILE = "plans/2023/quotas.csv";
const ROW = {
  ...{ target: "2023-010", basis: "keep", op: "<=", low: "", high: "-3.2", unit: "%" },
  ...{ document: "内发改〔2023〕1号", received: "2023-04-10" },
};

describe("parseQuotas(rows, file)", () => {
  it("reads what a higher level set, blank as null", () => {
    expect(parseQuotas([{ line: 2, fields: ROW }], FILE)).toEqual([
      { file: FILE, line: 2, value: { ...ROW, low: null } },
    ]);
    expect(parseQuotas([], FILE)).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ["a basis that waits itself", { basis: "quota" }],
    ["an op that is none", { op: "≤" }],
    ["a number with a word", { high: "3.2以上" }],
    ["no unit", { unit: "" }],
    ["no document", { document: "" }],
    ["no date", { received: "" }],
    ["a date without its day", { received: "2023-04" }],
    ["a day that there is not", { received: "2023-02-30" }],
    ["a column too many", { note: "x" }],
  ])("refuses %s, naming the line", (_, change) => {
    const rows = [
      { line: 2, fields: ROW },
      { line: 3, fields: { ...ROW, ...change } },
    ];
    const parse = () => parseQuotas(rows, FILE);
    expect(parse).toThrow(PipelineError);
    expect(parse).toThrow(expect.objectContaining({ code: "SEED_INVALID", location: { file: FILE, line: 3 } }));
  });
});
