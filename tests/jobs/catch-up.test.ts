import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listInputFiles } from "../../pipeline/read/files.ts";
import { originalPath } from "../../pipeline/store/vault.ts";
import { hash } from "../store/sample-rows.ts";
import { herdSheet, reviewHome, reviewRoot } from "./review-home.ts";

const FARMLAND = "2023-073"; // 新建高标准农田, new-farmland
const SHEET = herdSheet("甲牧报", 6, ["新建高标准农田地,万亩,3.2"]);
const OTHER = herdSheet("乙牧报", 6, ["一般公共预算收入,亿元,5"]);

const LOSSES = [
  ["gone", (original: string) => rmSync(original)],
  [
    "altered",
    (original: string) => {
      rmSync(original); // it is read-only
      writeFileSync(original, SHEET.replace("3.2", "9.9"));
    },
  ],
] as const;

/** A home where an answer was taken back, but the file that it concerns could not be read anew. */
async function withLostOriginal(lose: (original: string) => void) {
  const home = reviewHome(reviewRoot());
  await home.ingest("6.csv", SHEET);
  const id = (await home.questions())[0]?.id ?? "";
  await home.resolve(id, "new-farmland");
  const original = originalPath(join(home.home, "vault"), hash(SHEET));
  const bytes = readFileSync(original);
  lose(original);
  const { files } = await home.undo(id);
  const restore = () => {
    rmSync(original, { force: true });
    writeFileSync(original, bytes);
  };
  return { home, files, restore };
}

const isWarned = (line: string) => line.startsWith("重新读取 6.csv");

describe("catching up with a file whose original is lost", () => {
  it.each(LOSSES)("%s: publishes and tells no progress until the vault is restored", async (_, lose) => {
    const { home, restore } = await withLostOriginal(lose);
    await expect(home.actual(FARMLAND)).rejects.toMatchObject({ code: "STORE_FAILED" });
    await expect(home.publish()).rejects.toMatchObject({ code: "STORE_FAILED" });
    expect(existsSync(join(home.home, "editions"))).toBe(false);
    restore();
    expect(await home.actual(FARMLAND)).toBeNull();
    await expect(home.publish()).rejects.toMatchObject({ code: "NOTHING_TO_PUBLISH" });
  });

  it.each(LOSSES)("%s: review and ingest go on with a warning, and nothing else is read for it", async (_, lose) => {
    const { home, files } = await withLostOriginal(lose);
    expect([files, home.log.filter(isWarned)]).toEqual([[], [expect.any(String)]]);
    expect(await home.catchUp()).toEqual([]);
    expect(await home.ingest("other.csv", OTHER)).toEqual([]);
    expect(await home.facts()).toEqual([
      "6.csv C3 new-farmland 150500 - 3.2",
      "other.csv C3 budget-revenue 150500 - 5",
    ]);
    expect(home.log.filter(isWarned)).toHaveLength(3);
  });

  it("sent in once more, it is kept and read as it should be", async () => {
    const { home } = await withLostOriginal(rmSync);
    expect(await home.ingest("6.csv", SHEET)).toEqual(["unknown-indicator"]);
    expect(listInputFiles([join(home.home, "vault")])).toHaveLength(1);
    expect(await home.actual(FARMLAND)).toBeNull();
  });
});
