import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hashMakings } from "../../../pipeline/jobs/edition/makings.ts";
import { type Published, publish } from "../../../pipeline/jobs/edition/publish.ts";
import { withHome } from "../../../pipeline/jobs/open-home.ts";
import type { Edition } from "../../../pipeline/model/edition.ts";
import { makePeriod } from "../../../pipeline/model/period.ts";
import { DEFAULT_READ_LIMITS } from "../../../pipeline/read/limits.ts";
import { describeEdition } from "../../../pipeline/report/edition/describe.ts";
import { hashFiles } from "../../../pipeline/report/edition-folder.ts";
import { withRaw } from "../../store/raw-database.ts";
import { juneInput } from "../../support/edition-month-fixture.ts";
import { memoryEffects, ROOT } from "../../support/scratch-home.ts";
import { SHIPPED_PAPERS, shippedHome } from "../../support/shipped-home.ts";
import { shippedLetterhead, shippedTheme } from "../../support/shipped-templates.ts";

async function publishJune(home: string): Promise<Published> {
  const request = { period: makePeriod(2023, 6), kind: "monthly", asOf: null } as const;
  return withHome({ root: ROOT, home, limits: DEFAULT_READ_LIMITS }, (open) => publish(open, request, memoryEffects()));
}

function filesOf(folder: string): ReadonlyMap<string, Buffer> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}

const DAMAGES: Readonly<Record<string, (folder: string) => void>> = {
  "a byte too many": (folder) => appendFileSync(join(folder, "briefing.docx"), "x"),
  "a file too few": (folder) => rmSync(join(folder, "certificate.json")),
  "a file too many": (folder) => writeFileSync(join(folder, "briefing.pdf"), "%PDF"),
  "a folder in it": (folder) => mkdirSync(join(folder, "old")),
  "nothing there": (folder) => rmSync(folder, { recursive: true }),
};

describe("publish(open, request) of what has been published", () => {
  it("takes the version that was made of just this as it stands, and tells the same of it", async () => {
    const home = await shippedHome();
    const folder = join(home, SHIPPED_PAPERS.june);
    const before = await publishJune(home);
    appendFileSync(join(folder, "briefing.docx"), "x");
    const marked = hashFiles(filesOf(folder)); // recorded as it is now, it would become a version of its own if made again
    withRaw(join(home, "jindu.sqlite"), (database) =>
      database.prepare("UPDATE edition SET content_sha256 = ? WHERE kind = 'monthly'").run(marked),
    );
    const again = await publishJune(home);
    expect(again).toEqual(before);
    expect(again).toMatchObject({ version: 1, isNew: false, folder });
  });

  it.each(Object.entries(DAMAGES))("puts back what was proved where there is %s", async (_name, damage) => {
    const home = await shippedHome();
    const folder = join(home, SHIPPED_PAPERS.june);
    const proved = hashFiles(filesOf(folder));
    damage(folder);
    expect(await publishJune(home)).toMatchObject({ version: 1, isNew: false, proof: { "briefing.docx": {} } });
    expect(hashFiles(filesOf(folder))).toBe(proved);
  });

  it.each(["领导批注.docx", "briefing.docx"])(
    "moves aside what a person has put there or changed: %s",
    async (name) => {
      const home = await shippedHome();
      const folder = join(home, SHIPPED_PAPERS.june);
      appendFileSync(join(folder, name), "批注");
      const { aside } = await publishJune(home);
      expect(aside).toBe(`${folder}-改动过`);
      expect(readFileSync(join(`${folder}-改动过`, name), "utf8").endsWith("批注")).toBe(true);
    },
  );

  it("leaves alone what systems and office programs leave in a folder", async () => {
    const home = await shippedHome();
    const folder = join(home, SHIPPED_PAPERS.june);
    for (const name of [".DS_Store", "Thumbs.db", "~$iefing.docx"]) writeFileSync(join(folder, name), "");
    expect(await publishJune(home)).toMatchObject({ version: 1, aside: null });
    expect(readdirSync(folder)).toHaveLength(8);
  });

  it("makes it again where the program that made it is not known to be this one", async () => {
    const home = await shippedHome();
    const recorded = (statement: string) =>
      withRaw(join(home, "jindu.sqlite"), (database) => database.prepare(statement).all());
    const list = "SELECT makings FROM edition ORDER BY period";
    const made = recorded(list);
    recorded(`UPDATE edition SET makings = '${"0".repeat(64)}' RETURNING *`);
    expect(await publishJune(home)).toMatchObject({ version: 1, isNew: false });
    expect(recorded(list).slice(0, 1)).toEqual(made.slice(0, 1));
  });
});

describe("publish(open, request) of what said something else in between", () => {
  it("is a version of its own, because the latest is what leaves", async () => {
    const home = await shippedHome();
    const note = join(home, "notes/2023-06-monthly.md");
    mkdirSync(join(home, "notes"), { recursive: true });
    const first = await publishJune(home);
    writeFileSync(note, "## 编者按\n\n上半年开局良好。\n");
    const noted = await publishJune(home);
    rmSync(note);
    const last = await publishJune(home);
    expect([first, noted, last].map(({ version, isNew }) => [version, isNew])).toEqual([
      [1, false],
      [2, true],
      [3, true],
    ]);
    expect(hashFiles(filesOf(last.folder))).toBe(hashFiles(filesOf(first.folder)));
    expect(await publishJune(home)).toMatchObject({ version: 3, isNew: false });
  });
});

describe("hashMakings(edition, look)", () => {
  const june = describeEdition(juneInput());
  const look = { theme: shippedTheme(), letterhead: shippedLetterhead() };
  const made = hashMakings(june, look);

  it("is the same for the same description and look", () => {
    expect(hashMakings(describeEdition(juneInput()), { ...look })).toBe(made);
    expect(made).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(Object.keys(june))("is another where %s differs in anything", (part) => {
    const changed = structuredClone(JSON.parse(JSON.stringify(june)));
    changed[part] = Array.isArray(changed[part]) ? changed[part].slice(1) : `${changed[part]}x`;
    expect(hashMakings(changed, look)).not.toBe(made);
  });

  it("is another for every figure whose value differs", () => {
    const hashes = june.figures.map((_, at) => {
      const figures = june.figures.map((figure, each) =>
        each === at ? { ...figure, value: `${figure.value}0` } : figure,
      );
      return hashMakings({ ...june, figures }, look);
    });
    expect(new Set([made, ...hashes]).size).toBe(june.figures.length + 1);
  });

  it("is another for another look", () => {
    const letterhead = { ...look.letterhead, issuer: "别处" };
    expect(hashMakings(june, { ...look, letterhead })).not.toBe(made);
  });

  it("refuses what would be left out, so that two editions never pass for one", () => {
    const odd = { ...june, declared: new Map([["甲", 1]]) } as unknown as Edition;
    expect(() => hashMakings(odd, look)).toThrow(TypeError);
  });
});
