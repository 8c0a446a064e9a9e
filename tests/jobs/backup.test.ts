import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendBytes, endTar } from "../../pipeline/archive/tar-write.ts";
import { backUp } from "../../pipeline/jobs/backup.ts";
import { ingestFiles } from "../../pipeline/jobs/ingest.ts";
import { restoreBackup } from "../../pipeline/jobs/restore.ts";
import { DEFAULT_READ_LIMITS } from "../../pipeline/read/limits.ts";
import { describeCopy } from "../../pipeline/store/copy.ts";
import { archivedHome, makeWritable, PACKAGE } from "../support/archived-home.ts";
import { callCommand } from "../support/call-command.ts";
import { memoryEffects, ROOT, scratchFolder } from "../support/scratch-home.ts";

function filesOf(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("jindu.sqlite"))
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths
      .sort()
      .map((path) => [path.slice(folder.length), `${lstatSync(path).mode & 0o777} ${readFileSync(path, "latin1")}`]),
  );
}

describe("backUp(home, file)", () => {
  let home = "";
  let file = "";
  beforeAll(async () => {
    home = await archivedHome(afterAll);
    mkdirSync(join(home, "inbox/财政局"), { recursive: true });
    writeFileSync(join(home, "inbox/财政局", `${"长".repeat(60)}.csv`), "x");
    writeFileSync(join(home, "vault/half.partial"), "half");
    symlinkSync("/etc/hostname", join(home, "inbox/link"));
    file = join(scratchFolder(afterAll), "home.tar");
    backUp(home, file);
  });

  it("holds all of the home but what is half written, and it comes back as it was", () => {
    const restored = join(scratchFolder(), "restored");
    restoreBackup(file, restored);
    const { "/vault/half.partial": _, ...expected } = filesOf(home);
    expect(filesOf(restored)).toEqual(expected);
    expect(lstatSync(join(restored, PACKAGE)).mode & 0o222).toBe(0);
    expect(describeCopy(join(restored, "jindu.sqlite"))).toEqual(describeCopy(join(home, "jindu.sqlite")));
    expect(existsSync(join(restored, "inbox/link"))).toBe(false);
    makeWritable(restored);
  });

  it("does not write over a file, and leaves nothing beside it", () => {
    expect(() => backUp(home, file)).toThrow(expect.objectContaining({ code: "USAGE" }));
    expect(readdirSync(join(file, ".."))).toEqual(["home.tar"]);
  });

  it("names what the database refers to and is not there", async () => {
    const damaged = await archivedHome();
    rmSync(join(damaged, "editions/2023-06-monthly/v1"), { recursive: true });
    const target = join(scratchFolder(), "b.tar");
    expect(backUp(damaged, target).missing).toEqual(["editions/2023-06-monthly/v1"]);
  });

  it.each([
    ["a byte changed", (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 300_000 ? byte ^ 1 : byte)))],
    ["its end missing", (bytes: Buffer) => bytes.subarray(0, bytes.length - 5000)],
    ["nothing in it", () => Buffer.alloc(1024)],
    ["something else", () => Buffer.from("no tar at all")],
  ])("is refused with %s, and nothing is left", (_, damage) => {
    const folder = scratchFolder();
    writeFileSync(join(folder, "b.tar"), damage(readFileSync(file)));
    expect(() => restoreBackup(join(folder, "b.tar"), join(folder, "home"))).toThrow(
      expect.objectContaining({ code: "FILE_UNREADABLE" }),
    );
    expect(readdirSync(folder)).toEqual(["b.tar"]);
  });

  it.each(["../evil", "/tmp/evil", "elsewhere/x", "vault/../../evil"])("never writes to %s", (path) => {
    const folder = scratchFolder();
    const tar = openSync(join(folder, "b.tar"), "wx");
    appendBytes(tar, path, Buffer.from("x"));
    endTar(tar);
    expect(() => restoreBackup(join(folder, "b.tar"), join(folder, "home"))).toThrow(
      expect.objectContaining({ code: "FILE_UNREADABLE" }),
    );
    expect(readdirSync(folder)).toEqual(["b.tar"]);
  });

  it("is not restored over a home that holds anything", () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, "mine"), "");
    expect(() => restoreBackup(file, folder)).toThrow(expect.objectContaining({ code: "USAGE" }));
    expect(readdirSync(folder)).toEqual(["mine"]);
  });
});

describe("a backup taken while sheets are read", () => {
  it("restores to a home in which nothing that the database knows is missing, and which goes on as the other", async () => {
    const [home, folder] = [join(scratchFolder(), "home"), scratchFolder()];
    const sheets = join(ROOT, "seeds/sheets/demo/统计局");
    const env = { ...process.env, JINDU_HOME: home };
    const reader = spawn(process.execPath, ["dist/cli.js", "ingest", sheets], { cwd: ROOT, env, stdio: "ignore" });
    const ended = once(reader, "exit");
    const known: number[] = [];
    while (reader.exitCode === null) {
      const file = join(folder, `${known.length}.tar`);
      if (existsSync(join(home, "vault"))) {
        expect(backUp(home, file).missing).toEqual([]);
        const restored = join(folder, `${known.length}`);
        restoreBackup(file, restored);
        const { isWhole, vault } = describeCopy(join(restored, "jindu.sqlite"));
        expect(isWhole).toBe(true);
        known.push(vault.length);
      }
      await setTimeout(20);
    }
    await ended;
    expect(known.length).toBeGreaterThan(0);
    expect(known).toEqual([...known].sort((a, b) => a - b));
    const first = join(folder, "0");
    const setting = { root: ROOT, limits: DEFAULT_READ_LIMITS, hints: {}, isDryRun: false };
    await ingestFiles([sheets], { ...setting, home: first }, memoryEffects());
    const whole = describeCopy(join(home, "jindu.sqlite"));
    expect(describeCopy(join(first, "jindu.sqlite")).vault).toEqual(whole.vault);
    expect(whole.vault).toHaveLength(10);
  });
});

describe("jindu backup, jindu restore", () => {
  it("say where, and exit 0", async () => {
    const [home, folder] = [await archivedHome(), scratchFolder()];
    const file = join(folder, "b.tar");
    expect(await callCommand(["backup", file], home)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(file),
    });
    const restored = join(folder, "home");
    expect(await callCommand(["restore", file, "--json"], restored)).toMatchObject({ status: 0 });
    expect((await callCommand(["restore", file], restored)).status).toBe(2);
    expect((await callCommand(["backup", join(folder, "c.tar")], join(folder, "none"))).status).toBe(2);
    makeWritable(restored);
  });
});
