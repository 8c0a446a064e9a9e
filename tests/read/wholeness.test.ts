import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isCutShort } from "../../pipeline/read/wholeness.ts";
import { ROOT, scratchFolder } from "../support/scratch-home.ts";

const SHIPPED = ["seeds/sheets", "tests/fixtures"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:xlsx|xlsm|xls|et|ods)$/.test(name))
    .map((name) => `${folder}/${name}`),
);

/** Named by what a bad writer or sender did to them on purpose. */
const PURPOSELY_CUT = /truncat|cut|broken|damaged|corrupt|empty/i;

function cutTo(bytes: Uint8Array): boolean {
  const file = join(scratchFolder(), "a");
  writeFileSync(file, bytes);
  return isCutShort(file);
}

describe("isCutShort(path)", () => {
  it("takes every shipped workbook for whole", () => {
    expect(SHIPPED.length).toBeGreaterThan(50);
    const cut = SHIPPED.filter((file) => !PURPOSELY_CUT.test(file) && isCutShort(join(ROOT, file)));
    expect(cut).toEqual([]);
  });

  it.each([
    ["xlsx", "seeds/sheets/demo/住建局/2023年6月城建重点任务.xlsx"],
    ["xls", "seeds/sheets/demo/财政局/财政收支2023年6月.xls"],
  ])("notices an .%s that lacks its end, wherever it was cut", (_, file) => {
    const bytes = readFileSync(join(ROOT, file));
    const missed: number[] = [];
    for (let length = 0; length <= bytes.length - 512; length += 97)
      if (!cutTo(bytes.subarray(0, length))) missed.push(length);
    expect(missed).toEqual([]);
    expect(cutTo(bytes)).toBe(false);
  });

  it.each([
    ["nothing", "", true],
    ["half of a signature", "PK\u0003", true],
    ["a few words", "合计", false],
    ["text", "指标,单位,数值\n", false],
  ])("of a file of %s says %o: %s", (_, text, expected) => {
    expect(cutTo(Buffer.from(text))).toBe(expected);
  });
});
