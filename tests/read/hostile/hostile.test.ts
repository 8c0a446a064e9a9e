import { utils, write } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { cellList } from "../../support/cells.ts";
import { codeOf, grid, readBytes } from "../read-bytes.ts";
import { tinyOds } from "../tiny-ods.ts";
import { hostileOthers } from "./hostile-others.ts";
import { hostileXlsx } from "./hostile-xlsx.ts";

const LONGEST_MS = 2_000;
const files = [...hostileXlsx(), ...hostileOthers()];

describe("a hostile file", () => {
  it("comes in at least 40 kinds", () => {
    expect(new Set(files.map(([what]) => what)).size).toBe(files.length);
    expect(files.length).toBeGreaterThanOrEqual(40);
  });

  it.each(files.map(([what, bytes, outcome, name]) => ({ what, bytes, outcome, name })))(
    "$what: is refused or read within two seconds, and the next file is read",
    { retry: 2 }, // the clock also counts what else the machine does
    async ({ bytes, outcome, name }) => {
      await expectAlive(); // a thread that is being started does not count
      const began = performance.now();
      const code = await codeOf(() => readBytes(bytes, name));
      expect(performance.now() - began).toBeLessThan(LONGEST_MS);
      expect([outcome].flat()).toContain(code);
      await expectAlive();
    },
  );

  it.each(["xlsx", "biff8", "ods"] as const)("%s cut at every tenth is refused", async (bookType) => {
    const sheet = utils.aoa_to_sheet(Array.from({ length: 50 }, (_, row) => [`指标${row}`, row / 7, row]));
    const bytes = Buffer.from(write({ SheetNames: ["表1"], Sheets: { 表1: sheet } }, { type: "buffer", bookType }));
    for (let tenth = 1; tenth < 10; tenth += 1) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * tenth) / 10));
      expect(await codeOf(() => readBytes(cut))).toBe("FILE_UNREADABLE");
    }
  });

  it("keeps blanks without end to what a cell can hold", async () => {
    const cell =
      '<table:table-cell office:value-type="string"><text:p>a<text:s text:c="999999999"/></text:p></table:table-cell>';
    const { sheets } = await readBytes(tinyOds({ rows: `<table:table-row>${cell}</table:table-row>` }));
    expect(grid(sheets[0]).A1?.length).toBeLessThan(2_000);
  });
});

async function expectAlive(): Promise<void> {
  expect(cellList((await readBytes(Buffer.from("指标,6月\n"), "工业.csv")).sheets[0])).toHaveLength(2);
}
