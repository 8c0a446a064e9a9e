import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { readTar } from "../../../pipeline/archive/tar-read.ts";
import { appendBytes, endTar } from "../../../pipeline/archive/tar-write.ts";
import { backUp } from "../../../pipeline/jobs/backup/backup.ts";
import { restoreBackup } from "../../../pipeline/jobs/backup/restore.ts";
import { homePaths } from "../../../pipeline/jobs/home.ts";
import { ingestFiles } from "../../../pipeline/jobs/ingest.ts";
import { DEFAULT_READ_LIMITS } from "../../../pipeline/read/limits.ts";
import { describeCopy } from "../../../pipeline/store/copy.ts";
import { closeStore, openStore } from "../../../pipeline/store/sqlite.ts";
import { archivedHome, makeWritable, PACKAGE } from "../../support/archived-home.ts";
import { callCommand } from "../../support/call-command.ts";
import { memoryEffects, ROOT, scratchFolder } from "../../support/scratch-home.ts";
import { sheet } from "../inbox/inbox-home.ts";

const IN_STEP = new URL("../../support/in-step.mjs", import.meta.url).href;

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

/** Every folder that a home may have, of which this program writes some only when there is something to write. */
function ownFolders(home: string): readonly string[] {
  const { database: _, ...folders } = homePaths(home);
  return [...Object.values(folders), join(home, "shared")];
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
    for (const folder of ownFolders(home)) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "one.txt"), folder);
    }
    file = join(scratchFolder(afterAll), "home.tar");
    backUp(home, file);
  });

  it("holds all of the home but what is half written, and it comes back as it was", () => {
    const restored = join(scratchFolder(), "restored");
    restoreBackup(file, restored, memoryEffects().now());
    const { "/vault/half.partial": _, "/archive.lock": __, "/papers.lock": ___, ...expected } = filesOf(home);
    expect(filesOf(restored)).toEqual(expected);
    for (const folder of ownFolders(restored)) expect(readdirSync(folder)).toContain("one.txt");
    expect(lstatSync(join(restored, PACKAGE)).mode & 0o222).toBe(0);
    expect(describeCopy(join(restored, "jindu.sqlite"))).toEqual(describeCopy(join(home, "jindu.sqlite")));
    expect(existsSync(join(restored, "inbox/link"))).toBe(false);
    makeWritable(restored);
  });

  it("does not write over a file, and leaves nothing beside it", () => {
    expect(() => backUp(home, file)).toThrow(expect.objectContaining({ code: "USAGE" }));
    expect(readdirSync(join(file, ".."))).toEqual(["home.tar"]);
  });

  it("says so where the folder to write it into is not there", () => {
    expect(() => backUp(home, join(home, "nowhere/b.tar"))).toThrow(expect.objectContaining({ code: "USAGE" }));
  });

  it.each(["shared", "inbox/财政局", "vault"])("is not written into %s/, where the next would hold it", (folder) => {
    expect(() => backUp(home, join(home, folder, "b.tar"))).toThrow(expect.objectContaining({ code: "USAGE" }));
    expect(existsSync(join(home, folder, "b.tar"))).toBe(false);
  });

  it("may be written elsewhere in the home, and holds nothing of itself", () => {
    mkdirSync(join(home, "backups"));
    backUp(home, join(home, "backups/b.tar"));
    expect(pathsIn(join(home, "backups/b.tar"))).toEqual(pathsIn(file));
    rmSync(join(home, "backups"), { recursive: true });
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
    expect(() => restoreBackup(join(folder, "b.tar"), join(folder, "home"), memoryEffects().now())).toThrow(
      expect.objectContaining({ code: "FILE_UNREADABLE" }),
    );
    expect(readdirSync(folder)).toEqual(["b.tar"]);
  });

  it.each(["../evil", "/tmp/evil", "elsewhere/x", "vault/../../evil"])("never writes to %s", (path) => {
    const folder = scratchFolder();
    const tar = openSync(join(folder, "b.tar"), "wx");
    appendBytes(tar, path, Buffer.from("x"));
    endTar(tar);
    expect(() => restoreBackup(join(folder, "b.tar"), join(folder, "home"), memoryEffects().now())).toThrow(
      expect.objectContaining({ code: "FILE_UNREADABLE" }),
    );
    expect(readdirSync(folder)).toEqual(["b.tar"]);
  });

  it("is not restored over a home that holds anything", () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, "mine"), "");
    expect(() => restoreBackup(file, folder, memoryEffects().now())).toThrow(
      expect.objectContaining({ code: "USAGE" }),
    );
    expect(readdirSync(folder)).toEqual(["mine"]);
  });
});

function pathsIn(tar: string): readonly string[] {
  const paths: string[] = [];
  readTar(tar, ({ path }) => void paths.push(path));
  return paths;
}

describe("restoreBackup(file, folder)", () => {
  let file = "";
  let bytes = Buffer.alloc(0);
  beforeAll(async () => {
    const home = scratchFolder(afterAll);
    await closeStore(await openStore(join(home, "jindu.sqlite")));
    mkdirSync(join(home, "notes"));
    for (const name of ["2023-06-monthly.md", "长名.md"]) writeFileSync(join(home, "notes", name), name.repeat(99));
    file = join(scratchFolder(afterAll), "home.tar");
    backUp(home, file);
    bytes = readFileSync(file);
  });

  it("fills an empty folder that is there already, and leaves it the one it is", () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, ".restore.partial/vault"), { recursive: true }); // of one that was killed
    chmodSync(folder, 0o750);
    const before = statSync(folder);
    restoreBackup(file, folder, memoryEffects().now());
    expect([statSync(folder).ino, statSync(folder).mode]).toEqual([before.ino, before.mode]);
    expect(readdirSync(folder)).toEqual(["jindu.sqlite", "notes"]);
  });

  const refuses = (damaged: Uint8Array, what: string) => {
    const folder = scratchFolder();
    writeFileSync(join(folder, "b.tar"), damaged);
    const restore = () => restoreBackup(join(folder, "b.tar"), join(folder, "home"), memoryEffects().now());
    expect(restore, what).toThrow(expect.objectContaining({ code: "FILE_UNREADABLE" }));
    expect(readdirSync(folder), what).toEqual(["b.tar"]);
  };

  it("refuses a backup with any bit changed", () => {
    const step = Math.floor(bytes.length / 80);
    const ends = [...Array(20).keys()].map((at) => bytes.length - 1 - at * 97);
    const places = [...Array(80).keys()].map((at) => at * step + (at % 7)).concat(ends);
    for (const [turn, place] of places.entries()) {
      const damaged = Buffer.from(bytes);
      damaged[place] = (damaged[place] ?? 0) ^ (1 << (turn % 8));
      refuses(damaged, `bit ${turn % 8} of byte ${place} of ${bytes.length}`);
    }
  });

  it("refuses a backup that ends too early, wherever it does", () => {
    const lengths = [...Array(20).keys()].map((at) => Math.floor((bytes.length * at) / 20));
    for (const length of [...lengths, bytes.length - 1024, bytes.length - 512, bytes.length - 1])
      refuses(bytes.subarray(0, length), `${length} of ${bytes.length}`);
  });
});

describe("a backup taken while the inbox is read", () => {
  it("holds every file that came, in the inbox or read", async () => {
    const [home, folder] = [join(scratchFolder(), "home"), scratchFolder()];
    const taken = join(home, "inbox/财政局/处理中");
    mkdirSync(taken, { recursive: true });
    await closeStore(await openStore(join(home, "jindu.sqlite")));
    const came = new Map<string, string>();
    for (let turn = 0; turn < 15; turn += 1) {
      const text = sheet(`${turn}.5`);
      writeFileSync(join(taken, `${turn}.csv`), text);
      came.set(createHash("sha256").update(text).digest("hex"), `${turn}.csv`);
    }
    const turns = join(folder, "turns");
    const tellTurn = (turn: number) => {
      writeFileSync(`${turns}.partial`, String(turn));
      renameSync(`${turns}.partial`, turns);
    };
    tellTurn(0);
    const env = { ...process.env, JINDU_HOME: home, TURNS: turns };
    const reader = spawn(process.execPath, ["--import", IN_STEP, "dist/cli.js", "run"], {
      ...{ cwd: ROOT, env, stdio: "ignore" },
    });
    onTestFinished(() => void reader.kill("SIGKILL"));
    const ended = once(reader, "exit");
    const read: number[] = [];
    while (reader.exitCode === null) {
      const file = join(folder, `${read.length}.tar`);
      backUp(home, file);
      const restored = join(folder, `${read.length}`);
      restoreBackup(file, restored, memoryEffects().now());
      const known = new Set(describeCopy(join(restored, "jindu.sqlite")).vault);
      const waiting = new Set(pathsIn(file).flatMap((path) => /处理中\/(.+)/.exec(path)?.[1] ?? []));
      for (const [sha256, name] of came) expect(known.has(sha256) || waiting.has(name), name).toBe(true);
      read.push(known.size);
      tellTurn(read.length);
      await setTimeout(1);
    }
    await ended;
    expect(read).toEqual(expect.arrayContaining([1, 7, 14]));
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
        restoreBackup(file, restored, memoryEffects().now());
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
