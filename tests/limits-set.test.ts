import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ingest } from "../pipeline/commands/ingest.ts";
import { normaliseConfig } from "../pipeline/config.ts";
import { READ_LIMIT_NAMES, READ_LIMITS, type ReadLimitName } from "../pipeline/model/read-limit.ts";
import { tinyXlsx } from "./read/tiny-xlsx.ts";
import { runCommand } from "./support/run-command.ts";
import { memoryEffects, scratchFolder } from "./support/scratch-home.ts";

const CSV = `通辽市2023年6月消费情况\n指标,单位,6月\n社会消费品零售总额,亿元,10.2\n${"备注".repeat(100)}\n`;
const MANY = `${CSV}${"某项,甲,乙\n".repeat(30_000)}`;
const ROW = `<row r="1"><c r="A1" t="inlineStr"><is><t>${"工业".repeat(20)}</t></is></c></row>`;
const XLSX = tinyXlsx({ rows: ROW });

/** For each limit: a file, what the limit is set to, and what the file asks, as the refusal says it. */
const CASES: Readonly<Record<ReadLimitName, readonly [file: string, set: string, asked: string]>> = {
  fileBytes: ["a.csv", "0.0001", "1 KB"],
  inflatedBytes: ["a.xlsx", "0.001", "3 KB"],
  inflationRatio: ["a.xlsx", "1", "1.3 倍"],
  zipEntries: ["a.xlsx", "2", "7 个"],
  textBytes: ["a.xlsx", "0.05", "1 KB"],
  cells: ["a.csv", "5", "6 个"],
  rows: ["a.csv", "3", "4"],
  columns: ["a.csv", "2", "3"],
  timeMs: ["many.csv", "0.001", "0.1 秒"],
  memoryBytes: ["many.csv", "8", "8 MB"],
};

describe("a lowered limit", () => {
  it.each(READ_LIMIT_NAMES)(
    "%s: refuses by name, number and variable; the original is kept; raised, it reads",
    async (name) => {
      const [file, set, asked] = CASES[name];
      const { variable, words, unit } = READ_LIMITS[name];
      const home = scratchFolder();
      const path = join(scratchFolder(), file);
      writeFileSync(path, { "a.csv": CSV, "many.csv": MANY }[file] ?? XLSX);
      const hash = createHash("sha256").update(readFileSync(path)).digest("hex");
      const run = async (limit: Readonly<Record<string, string>>, options = {}) => {
        const config = normaliseConfig({ ...limit, JINDU_HOME: home });
        let written = "";
        await ingest([path], { json: true, ...options }, config, memoryEffects(), (text) => {
          written += text;
        });
        return JSON.parse(written).files[0];
      };

      const refused = await run({ [variable]: set });
      expect(refused).toMatchObject({ outcome: "refused", sha256: hash, format: null });
      const [{ code, message, hint }] = refused.issues;
      expect(code).toBe("file-refused");
      expect(message).toContain(` ${asked}，超过上限 ${`${set} ${unit}`.trim()}`);
      expect(`${message}${hint}`).toContain(variable);
      if (!["cells", "rows", "columns"].includes(name)) expect(message).toContain(words);
      expect(readFileSync(join(home, "vault", hash.slice(0, 2), hash)).equals(readFileSync(path))).toBe(true);

      const read = await run({});
      expect(read.format).toBe(file.endsWith(".csv") ? "csv" : "xlsx");
      if (name !== "fileBytes") return;
      expect(await run({ [variable]: set })).toEqual(read); // what was read once does not go again
      const dry = await run({ [variable]: set }, { "dry-run": true });
      expect(dry).toMatchObject({ sha256: hash, issues: refused.issues });
    },
  );

  it("in the environment of the program is kept", () => {
    const path = join(scratchFolder(), "a.csv");
    writeFileSync(path, CSV);
    const { stdout } = runCommand(["ingest", path, "--json"], scratchFolder(), { JINDU_READ_MAX_CELLS: "5" });
    expect(JSON.parse(stdout).files[0].issues[0].message).toContain(" 6 个，超过上限 5 个");
  });

  it("set wrong ends the program before anything is read", () => {
    const { status, stdout, stderr } = runCommand(["status"], scratchFolder(), {
      JINDU_READ_MAX_ROWS: "many",
      JINDU_READ_MAX_CELLS: "0",
    });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/JINDU_READ_MAX_CELLS.*JINDU_READ_MAX_ROWS/s);
  });
});
