import { strFromU8 } from "fflate";
import { describe, expect, it } from "vitest";
import type { WorkbookTemplate } from "../../../pipeline/model/workbook-template.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import type { EditionInput } from "../../../pipeline/report/edition/input.ts";
import { openPackage } from "../../../pipeline/report/package.ts";
import { renderWorkbook } from "../../../pipeline/report/workbook/write.ts";
import { juneInput } from "../../support/edition-month-fixture.ts";
import { recordsOfJune } from "../../support/records-fixture.ts";
import { shippedTheme, shippedWorkbook } from "../../support/shipped-templates.ts";

const told = (change: Partial<EditionInput> = {}) => juneInput({ ...recordsOfJune(), ...change });

describe("filterable(sheet)", () => {
  const tables = (change: Partial<WorkbookTemplate["sheets"][number]["columns"][number]>) => {
    const { sheets } = shippedWorkbook();
    const workbook = {
      sheets: sheets.map((one) => ({ ...one, columns: one.columns.map((c) => ({ ...c, ...change })) })),
    };
    return describeEdition(told({ workbook })).sheets.flatMap(({ table }) => table ?? []);
  };

  it("makes tables of the sheets whose columns allow it", () => {
    expect(tables({})).toEqual(expect.arrayContaining(["报送", "问题", "修订"]));
    expect(tables({ header: "同名" })).toEqual([]);
    expect(tables({ group: "上级" })).toEqual([]);
  });

  it("gives files that hold tables of these names, in which no name of a file or sheet has become a formula", async () => {
    const edition = describeEdition(told());
    const parts = openPackage(await renderWorkbook(edition, shippedTheme()));
    const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
    const names = Object.keys(parts).flatMap(
      (path) => /displayName="([^"]+)"/.exec(/tables\//.test(path) ? text(path) : "")?.[1] ?? [],
    );
    expect(names).toEqual(expect.arrayContaining(["报送", "问题", "修订"]));
    const formulas = (name: string) => {
      const number = edition.sheets.findIndex((sheet) => sheet.name === name) + 1;
      return [...text(`xl/worksheets/sheet${number}.xml`).matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula);
    };
    expect(["报送情况", "数据质量", "修订"].map(formulas)).toEqual([[], [], ["ROUND(H6-F6,2)"]]);
  });
});
