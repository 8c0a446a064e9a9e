import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { runCommand } from "../../support/run-command.ts";
import { ROOT, scratchFolder } from "../../support/scratch-home.ts";
import { hostileOthers } from "./hostile-others.ts";
import { hostileXlsx } from "./hostile-xlsx.ts";
import type { Ingested } from "./ingest-files.ts";

const LONGEST_MS = 2_000;
const MOST_BYTES = 300 * 1024 * 1024;
const CLEAN = join(ROOT, "seeds/sheets/demo/人社局/就业社保月报202306.csv");

/** Every hostile file, by what is wrong with it; those cut at a tenth among them. */
function hostileFiles(): ReadonlyMap<string, { readonly bytes: Uint8Array; readonly name: string }> {
  const kinds = [...hostileXlsx(), ...hostileOthers()].map(([what, bytes, , name = "a.xlsx"]) => ({
    what,
    bytes,
    name,
  }));
  const sheet = utils.aoa_to_sheet(Array.from({ length: 50 }, (_, row) => [`指标${row}`, row / 7, row]));
  const cuts = (["xlsx", "biff8", "ods"] as const).flatMap((bookType) => {
    const whole = Buffer.from(write({ SheetNames: ["表1"], Sheets: { 表1: sheet } }, { type: "buffer", bookType }));
    return Array.from({ length: 9 }, (_, index) => {
      const bytes = whole.subarray(0, Math.floor((whole.length * (index + 1)) / 10));
      return { what: `${bookType} cut at ${index + 1} tenths`, bytes, name: "a.xlsx" };
    });
  });
  return new Map([...kinds, ...cuts].map(({ what, ...file }) => [what, file]));
}

describe("jindu ingest, given every hostile file in one process", () => {
  it("takes each within two seconds and 300 MB more than idle, keeps every original, and lives", { retry: 2 }, () => {
    const [folder, home] = [scratchFolder(), scratchFolder()];
    const files = hostileFiles();
    const paths = [...files.values()].map(({ bytes, name }, index) => {
      const path = join(folder, `${index}-${name.replaceAll("/", "\\")}`); // Windows' way to write a path into a name
      writeFileSync(path, bytes);
      return path;
    });
    const script = new URL("ingest-files.ts", import.meta.url).pathname;
    const child = spawnSync(process.execPath, ["--expose-gc", "--import", "tsx", script, ROOT, home, CLEAN, ...paths], {
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    expect([child.status, child.stderr]).toEqual([0, ""]);
    const [clean, ...ingested]: readonly Ingested[] = JSON.parse(child.stdout);
    expect(clean?.outcome).toBe("accepted");
    expect(ingested).toHaveLength(files.size);

    const costs = [...files.keys()].map((what, index) => ({ what, ...ingested[index] }));
    if (process.env.JINDU_TELL_COSTS)
      console.table(
        costs.map(({ what, outcome, ms = 0, bytes = 0, message }) => ({
          what,
          outcome,
          ms: Math.round(ms),
          MB: Math.round(bytes / 2 ** 20),
          message,
        })),
      );
    expect(costs.filter(({ ms = Infinity }) => ms > LONGEST_MS)).toEqual([]);
    expect(costs.filter(({ bytes = Infinity }) => bytes > MOST_BYTES)).toEqual([]);

    for (const [index, { bytes }] of [...files.values()].entries()) {
      const hash = createHash("sha256").update(bytes).digest("hex");
      expect(ingested[index]?.sha256).toBe(hash);
      expect(readFileSync(join(home, "vault", hash.slice(0, 2), hash)).equals(bytes)).toBe(true);
    }
    const again = runCommand(
      ["ingest", CLEAN, join(ROOT, "seeds/sheets/demo/财政局/财政收支2023年6月.xls"), "--json"],
      home,
    );
    expect(JSON.parse(again.stdout).files.map(({ outcome }: Ingested) => outcome)).toEqual(["accepted", "accepted"]);
  });
});
