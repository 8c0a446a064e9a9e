import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Archived, archiveQuarter } from "../../../pipeline/jobs/archive/archive.ts";
import { publish } from "../../../pipeline/jobs/edition/publish.ts";
import { makePeriod } from "../../../pipeline/model/period.ts";
import { archivedHome, inHome } from "../../support/archived-home.ts";
import { deliveryRoot } from "../../support/delivery-home.ts";
import { memoryEffects, ROOT } from "../../support/scratch-home.ts";

/** The project with a 全宗号, or without. */
function rootOf(fonds: string): string {
  const root = deliveryRoot([]);
  copyFileSync(join(ROOT, "package.json"), join(root, "package.json"));
  const file = join(root, "seeds/archive.yaml");
  const filled = readFileSync(file, "utf8").replace(/^fonds:.*$/m, `fonds: ${fonds}`);
  rmSync(file); // a link to the project's own
  writeFileSync(file, filled);
  return root;
}

const archive = (home: string, fonds: string, day: string, month = 6) =>
  inHome(
    home,
    (open) => {
      const effects = memoryEffects(`2023-${day}T00:00:00.000Z`);
      return archiveQuarter(open, { last: makePeriod(2023, month), toPdf: null }, effects);
    },
    rootOf(fonds),
  );

/** 档号 and 备注 of each 件, and whether the numbers were found to be whole. */
function numbersOf({ folder, checks }: Archived) {
  const catalogue = readFileSync(join(folder, "metadata/归档文件目录.xml"), "utf8");
  const all = (name: string) =>
    [...catalogue.matchAll(new RegExp(`<${name}>(.*?)</${name}>|<${name}/>`, "g"))].map(([, t]) => t);
  return { codes: all("档号"), remarks: all("备注"), result: checks.find(({ id }) => id === "numbers")?.result };
}

const code = (fonds: string, ordinal: number) => `${fonds}-WS·2023-D10-FGW-000${ordinal}`;

describe("a 全宗号 that is filled in after something was archived (DA/T 22-2015: 件号 run on)", () => {
  it("is added to the numbers that a quarter has when it is packed anew", async () => {
    const home = await archivedHome(); // two 件 without one
    const again = numbersOf(await archive(home, "Z109", "10-20"));
    expect(again).toMatchObject({ codes: [code("Z109", 1), code("Z109", 2)], result: "passed" });
    expect(again.remarks.filter((remark) => remark?.includes("件号不变，补上了全宗号"))).toHaveLength(2);
  });

  it("lets the numbers of the next quarter run on, is asked for when emptied, and starts anew when it is another", async () => {
    const home = await archivedHome();
    const july = { period: makePeriod(2023, 7), kind: "monthly", asOf: null } as const;
    await inHome(home, (open) => publish(open, july, memoryEffects("2023-10-10T00:00:00.000Z")));

    const next = await archive(home, "Z019", "10-20", 9);
    expect(numbersOf(next)).toMatchObject({ codes: [code("Z019", 3), code("Z019", 4)], result: "passed" });

    const refused = { code: "ARCHIVE_REFUSED", location: { file: "seeds/archive.yaml" } };
    await expect(archive(home, "", "10-21", 9)).rejects.toMatchObject(refused);
    expect(await archive(home, "Z019", "10-21", 9)).toMatchObject({ name: next.name, isNew: false });

    const other = numbersOf(await archive(home, "Z109", "10-22", 9));
    expect(other).toMatchObject({ codes: [code("Z109", 1), code("Z109", 2)], result: "passed" });
    expect(other.remarks.every((remark) => remark?.includes("更正 TL-FGW-2023Q3-1"))).toBe(true);
    const second = numbersOf(await archive(home, "Z109", "10-23"));
    expect(second).toMatchObject({ codes: [code("Z109", 3), code("Z109", 4)], result: "passed" });
  });
});
