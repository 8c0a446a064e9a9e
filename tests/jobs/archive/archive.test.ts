import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBag } from "../../../pipeline/archive/check-bag.ts";
import { writeBag } from "../../../pipeline/archive/write-bag.ts";
import { checkPackage } from "../../../pipeline/jobs/archive/check.ts";
import { replayPackage } from "../../../pipeline/jobs/archive/replay.ts";
import { approve } from "../../../pipeline/jobs/deliver/approve.ts";
import { publish } from "../../../pipeline/jobs/edition/publish.ts";
import { makePeriod } from "../../../pipeline/model/period.ts";
import { DEFAULT_READ_LIMITS } from "../../../pipeline/read/limits.ts";
import { ask } from "../../../pipeline/store/database.ts";
import { underLock } from "../../../pipeline/store/process-lock.ts";
import { listRuns } from "../../../pipeline/store/runs.ts";
import { flipPlaces } from "../../../tools/flip-places.ts";
import { withRaw } from "../../store/raw-database.ts";
import {
  archivedHome,
  archiveJune,
  inHome,
  makeWritable,
  PACKAGE,
  takeIn,
  writePdfs,
} from "../../support/archived-home.ts";
import { callCommand } from "../../support/call-command.ts";
import { runCommand } from "../../support/run-command.ts";
import { memoryEffects, ROOT, scratchFolder } from "../../support/scratch-home.ts";

const PAPER = "editions/2023-06-monthly/v1";

/** Publishes June once more, after a file has come that nobody can read. */
async function publishMore(home: string): Promise<void> {
  await takeIn(home, "后来.pdf", "2023-07-25T00:00:00.000Z");
  const june = { period: makePeriod(2023, 6), kind: "monthly", asOf: null } as const;
  await inHome(home, (open) => publish(open, june, memoryEffects("2023-07-26T00:00:00.000Z")));
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function bytesOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(filesOf(folder).map((path) => [path, sha256(readFileSync(join(folder, path)))]));
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

describe("a package of the quarter", () => {
  let home = "";
  let folder = "";
  const text = (path: string) => readFileSync(join(folder, path), "utf8");
  beforeAll(async () => {
    home = await archivedHome(afterAll);
    folder = join(home, PACKAGE);
  });

  it("is a bag in which nothing is found, by this program or by the system's own", () => {
    expect(checkBag(folder)).toMatchObject({ ok: true, isSealed: true, version: "1.0", problems: [] });
    for (const algorithm of ["sha256", "sha512"]) {
      const words = ["--quiet", "--strict", "-c", `manifest-${algorithm}.txt`, `tagmanifest-${algorithm}.txt`];
      expect(execFileSync(`${algorithm}sum`, words, { cwd: folder, encoding: "utf8" })).toBe("");
    }
  });

  it("holds the paper and every sheet byte for byte", () => {
    expect(bytesOf(join(folder, "data/papers/2023-06-monthly"))).toEqual(bytesOf(join(home, PAPER)));
    const sheets = join(ROOT, "seeds/sheets/demo/统计局");
    const received = Object.values(bytesOf(sheets)).sort();
    expect(Object.values(bytesOf(join(folder, "data/originals"))).sort()).toEqual(received);
  });

  it("holds what the paper was made by, with the plan, rules and templates, and no sheets among it", () => {
    const basis = filesOf(join(folder, "data/basis/1"));
    expect(basis).toEqual(
      expect.arrayContaining(["package.json", "seeds/plans/2023/plan.txt", "seeds/rules/default.yaml"]),
    );
    expect(basis).toEqual(expect.arrayContaining(["templates/letterhead.yaml", "templates/monthly-briefing.md"]));
    expect(basis.filter((path) => path.startsWith("seeds/sheets/"))).toEqual([]);
  });

  it("holds every figure known then, with its day and cell", () => {
    const [head, ...rows] = text("data/snapshot/observations.csv").trimEnd().split("\n");
    expect(head).toContain("indicator,region,period,span,quantity,scope,value,unit");
    expect(head).toContain("vintage,received_at");
    expect(rows).toHaveLength(568);
  });

  it("says of itself what it is, from whom, since when", () => {
    const tags = Object.fromEntries(checkBag(folder).tags.map(({ label, value }) => [label, value]));
    expect(tags).toMatchObject({
      ...{ "Bagging-Date": "2023-07-25", "External-Identifier": "TL-FGW-2023Q2-1", "Retention-Period": "D10" },
      ...{ "Source-Organization": "通辽市发展和改革委员会", "Data-Vintage": "2023-07-18" },
    });
    expect(tags).not.toHaveProperty("Supersedes");
  });

  it("lists its 件 with 档号 and 保管期限, and hands them over", () => {
    const catalogue = text("metadata/归档文件目录.xml");
    expect([...catalogue.matchAll(/<档号>(.+)<\/档号>/g)].map(([, code]) => code)).toEqual([
      "□□□□-WS·2023-D10-FGW-0001",
      "□□□□-WS·2023-D10-FGW-0002",
    ]);
    expect(catalogue).toContain("<日期>20230721</日期>");
    expect(text("metadata/元数据.xml").match(/<聚合层次>件<\/聚合层次>/g)).toHaveLength(2);
    expect(text("metadata/交接登记表.xml")).toContain("<移交件数>2</移交件数>");
    expect(text("metadata/说明文件.txt")).toContain("含演示数据");
  });

  it("tells of each check whether it passed, failed or is for a person", () => {
    const { checks } = JSON.parse(text("metadata/四性检测报告.json"));
    const results = Object.fromEntries(checks.map(({ id, result }: Record<string, string>) => [id, result]));
    expect(results).toMatchObject({
      replay: "passed",
      digest: "passed",
      basis: "passed",
      papers: "failed",
      virus: "manual",
    });
    expect(results).toMatchObject({ metadata: "manual", "fixed-layout": "manual", numbers: "passed", log: "passed" });
  });

  it("carries the national digest of every file of its payload", () => {
    const lines = text("metadata/sm3.txt").trimEnd().split("\n");
    expect(lines).toHaveLength(checkBag(folder).files);
    for (const line of lines.slice(0, 5)) {
      const [digest, path = ""] = line.split("  ");
      expect(
        createHash("sm3")
          .update(readFileSync(join(folder, path)))
          .digest("hex"),
      ).toBe(digest);
    }
  });

  it("is read-only, folders too", () => {
    for (const path of ["", "data", "data/papers/2023-06-monthly/briefing.docx", "bagit.txt"]) {
      expect(statSync(join(folder, path)).mode & 0o222).toBe(0);
    }
  });

  it("is the same when asked for again, and nothing is recorded twice", async () => {
    const before = bytesOf(folder);
    const again = await archiveJune(home, "2023-08-01T00:00:00.000Z");
    expect(again).toMatchObject({
      isNew: false,
      version: 1,
      missing: ["2023-04-monthly", "2023-05-monthly", "2023-06-quarterly"],
    });
    expect(bytesOf(folder)).toEqual(before);
    const runs = await inHome(home, ({ store }) => listRuns(store));
    expect(runs.filter(({ job }) => job === "archive")).toHaveLength(1);
  });

  it("gives its papers again, byte for byte, by itself alone, on another machine, from a medium that is only read", () => {
    const [place, temporary] = [scratchFolder(), scratchFolder()];
    const alone = join(place, "归档 光盘 (1)", "包");
    mkdirSync(join(alone, ".."));
    cpSync(folder, alone, { recursive: true, preserveTimestamps: true });
    const stand = () => [bytesOf(alone), statSync(alone).mtimeMs, statSync(join(alone, "data")).mtimeMs];
    const before = stand();
    const abroad = { TZ: "America/St_Johns", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", TMPDIR: temporary };
    const { status, stdout } = runCommand(["archive", "replay", alone, "--json"], join(place, "no-home"), abroad);
    expect([status, JSON.parse(stdout)]).toEqual([0, { ok: true, papers: 1, files: 5, different: [] }]);
    expect(stand()).toEqual(before);
    expect([readdirSync(place), readdirSync(temporary)]).toEqual([["归档 光盘 (1)"], []]);
    makeWritable(alone);
  });

  it("shows every byte that changes", () => {
    const copy = join(scratchFolder(), "copy");
    cpSync(folder, copy, { recursive: true });
    makeWritable(copy);
    const sizes = new Map(filesOf(copy).map((path) => [join(copy, path), statSync(join(copy, path)).size]));
    const tagFiles = [...sizes].filter(([path]) => !path.startsWith(join(copy, "data/")));
    for (const { file, at, bit } of [...flipPlaces(new Map(tagFiles), 30), ...flipPlaces(sizes, 12)]) {
      const bytes = readFileSync(file);
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << bit);
      writeFileSync(file, changed);
      expect([file, at, checkBag(copy).ok]).toEqual([file, at, false]);
      writeFileSync(file, bytes);
    }
    expect(checkBag(copy).ok).toBe(true);
  });
});

describe("archiveQuarter(open, request)", () => {
  it("makes the same package again where it was lost", async () => {
    const home = await archivedHome();
    const before = bytesOf(join(home, PACKAGE));
    makeWritable(join(home, PACKAGE));
    rmSync(join(home, PACKAGE), { recursive: true });
    const again = await archiveJune(home, "2024-01-01T00:00:00.000Z");
    expect(bytesOf(join(home, PACKAGE))).toEqual(before);
    expect(again).toMatchObject({ isNew: false, isRemade: true, lost: null });
    expect(await archiveJune(home)).toMatchObject({ isNew: false, isRemade: false, lost: null, seal: again.seal });
  });

  it("gives the number of a package that has gone to no other: what comes out with another seal is the next, which names it", async () => {
    const home = await archivedHome();
    const { seal } = await archiveJune(home);
    const aside = join(home, `${PACKAGE}-旧`);
    renameSync(join(home, PACKAGE), aside);
    const before = bytesOf(aside);
    const toPdf = writePdfs("%PDF-1.7 /Type /Page"); // as LibreOffice, which never writes them alike twice
    const later = "2024-01-01T00:00:00.000Z";
    const again = await archiveJune(home, later, { toPdf });
    expect(again).toMatchObject({
      ...{ name: "TL-FGW-2023Q2-2", supersedes: "TL-FGW-2023Q2-1", isNew: true, isRemade: false },
      lost: { name: "TL-FGW-2023Q2-1", seal },
    });
    expect(again.seal).not.toBe(seal);
    expect(checkBag(again.folder).tags).toContainEqual(
      expect.objectContaining({ label: "Supersedes", value: "TL-FGW-2023Q2-1" }),
    );
    expect(existsSync(join(home, PACKAGE))).toBe(false);
    expect(bytesOf(aside)).toEqual(before);
    const third = await archiveJune(home, later, { toPdf });
    expect(third).toMatchObject({ name: again.name, seal: again.seal, isNew: false, lost: null });
    renameSync(aside, join(home, PACKAGE)); // found in the backup
    expect(await archiveJune(home, later)).toMatchObject({ name: again.name, isNew: false });
  });

  it("makes a new package of a correction, which names the old and leaves it as it was", async () => {
    const home = await archivedHome();
    const before = bytesOf(join(home, PACKAGE));
    await publishMore(home);
    const toPdf = writePdfs("%PDF-1.7 /Type /Page /Type /Page /Type /Pages");
    const corrected = await archiveJune(home, "2023-07-27T00:00:00.000Z", { toPdf });
    expect(corrected).toMatchObject({ isNew: true, name: "TL-FGW-2023Q2-2", supersedes: "TL-FGW-2023Q2-1" });
    const { tags } = checkBag(corrected.folder);
    expect(tags).toContainEqual(expect.objectContaining({ label: "Supersedes", value: "TL-FGW-2023Q2-1" }));
    const catalogue = readFileSync(join(corrected.folder, "metadata/归档文件目录.xml"), "utf8");
    expect(catalogue.match(/D10-FGW-000\d/g)).toEqual(["D10-FGW-0003", "D10-FGW-0004"]);
    expect(catalogue).toContain("<页数>2</页数>");
    expect(corrected.checks.filter(({ result }) => result === "failed").map(({ id }) => id)).toEqual(["papers"]);
    expect(existsSync(join(corrected.folder, "data/papers/2023-06-monthly/workbook.pdf"))).toBe(true);
    expect(bytesOf(join(home, PACKAGE))).toEqual(before);
  });

  it.each<[string, (home: string) => void, string]>([
    ["a paper without its certificate", (home) => rmSync(join(home, PAPER, "certificate.json")), "没有核对证书"],
    ["a paper changed by hand", (home) => writeFileSync(join(home, PAPER, "data.csv"), ""), "被改动过"],
    ["a paper that is gone", (home) => rmSync(join(home, PAPER), { recursive: true }), "不见了"],
    ["an original gone from the vault", (home) => loseOriginal(home), "vault/"],
    ["a template gone from the vault", (home) => rmSync(keptCalendar(home)), "seeds/calendar.yaml"],
    [
      "a template altered in the vault",
      (home) => {
        chmodSync(keptCalendar(home), 0o644);
        appendFileSync(keptCalendar(home), "# altered\n");
      },
      "seeds/calendar.yaml",
    ],
    [
      "a damaged package",
      (home) => {
        makeWritable(join(home, PACKAGE));
        writeFileSync(join(home, PACKAGE, "bagit.txt"), "");
      },
      "已损坏",
    ],
    [
      "a package in the place of which another stands",
      (home) => {
        makeWritable(join(home, PACKAGE));
        writeFileSync(join(home, PACKAGE, "bag-info.txt"), "Note: none\n");
        for (const name of readdirSync(join(home, PACKAGE)))
          if (name.startsWith("tagm")) rmSync(join(home, PACKAGE, name));
      },
      "不是登记的",
    ],
  ])("refuses %s, and leaves nothing behind", async (_, damage, words) => {
    const home = await archivedHome();
    damage(home);
    await expect(archiveJune(home)).rejects.toMatchObject({
      code: "ARCHIVE_REFUSED",
      message: expect.stringContaining(words),
    });
    expect(readdirSync(join(home, "archive"))).toEqual(["TL-FGW-2023Q2-1"]);
  });

  it("forgets one that was recorded when its process was killed and never stood, once the papers have changed", async () => {
    const home = await archivedHome();
    interrupt(home);
    dropFolder(join(home, PACKAGE));
    await publishMore(home);
    expect(await archiveJune(home)).toMatchObject({ name: "TL-FGW-2023Q2-1", supersedes: null, isNew: true });
    const catalogue = readFileSync(join(home, PACKAGE, "metadata/归档文件目录.xml"), "utf8");
    expect(catalogue.match(/D10-FGW-000\d/g)?.at(0)).toBe("D10-FGW-0001");
    expect(await archiveRuns(home)).toBe(1);
  });

  it.each([
    ["stands", () => undefined],
    ["does not stand yet", dropFolder],
  ])("finishes one whose process was killed when it was recorded and %s", async (_, drop) => {
    const home = await archivedHome();
    interrupt(home);
    drop(join(home, PACKAGE));
    expect(await archiveJune(home)).toMatchObject({ name: "TL-FGW-2023Q2-1", isNew: true });
    expect(await archiveJune(home)).toMatchObject({ name: "TL-FGW-2023Q2-1", isNew: false });
    expect(await archiveRuns(home)).toBe(1);
  });

  it("does not write over a folder that it knows nothing of", async () => {
    const home = await archivedHome();
    renameSync(join(home, PACKAGE), join(home, "archive/TL-FGW-2023Q2-2"));
    await publishMore(home);
    await expect(archiveJune(home)).rejects.toMatchObject({ code: "ARCHIVE_REFUSED" });
  });

  it("waits for no other, and says that there is one", async () => {
    const home = await archivedHome();
    const attempt = underLock(join(home, "archive.lock"), "", () => archiveJune(home));
    await expect(attempt).rejects.toMatchObject({ code: "STORE_BUSY", mayPass: true });
  });

  it("packs what was approved, not a later draft, nor what was looked up as of an earlier day", async () => {
    const home = await archivedHome();
    await inHome(home, async (open) => {
      await approve(open, { edition: "2023-06-monthly", by: null }, memoryEffects("2023-07-25T01:00:00.000Z"));
      const may = { period: makePeriod(2023, 5), kind: "monthly", asOf: "2023-07-19" } as const;
      await publish(open, may, memoryEffects("2023-07-25T02:00:00.000Z"));
    });
    await publishMore(home);
    const again = await archiveJune(home, "2023-07-27T00:00:00.000Z", { isRenewal: true });
    expect(again).toMatchObject({ papers: ["2023-06-monthly"], missing: expect.arrayContaining(["2023-05-monthly"]) });
    expect(bytesOf(join(again.folder, "data/papers/2023-06-monthly"))).toEqual(bytesOf(join(home, PAPER)));
    const final = again.checks.find(({ id }) => id === "final");
    expect(final).toMatchObject({ result: "manual", detail: expect.stringContaining("第2版还是草稿") });
    const catalogue = readFileSync(join(again.folder, "metadata/归档文件目录.xml"), "utf8");
    expect(catalogue.match(/D10-FGW-000\d/g)).toEqual(["D10-FGW-0001", "D10-FGW-0002"]); // nothing has changed
    expect(catalogue.match(/与 TL-FGW-2023Q2-1 中的同一件相同，档号不变/g)).toHaveLength(2);
  });

  it("calls a correction only what was in the package before and has changed", async () => {
    const home = await archivedHome();
    const may = { period: makePeriod(2023, 5), kind: "monthly", asOf: null } as const;
    await inHome(home, (open) => publish(open, may, memoryEffects("2023-07-26T00:00:00.000Z")));
    const { folder, checks } = await archiveJune(home, "2023-07-27T00:00:00.000Z");
    const rows = readFileSync(join(folder, "metadata/归档文件目录.xml"), "utf8").split("<归档文件>").slice(1);
    const told = rows.map((row) => ["档号", "题名", "备注"].map((name) => row.split(`<${name}>`)[1]?.split("<")[0]));
    expect(told).toEqual([
      [expect.stringContaining("0003"), expect.stringMatching(/^【演示数据】.*（月报，第1版）$/), "月度简报"],
      [
        expect.stringContaining("0001"),
        expect.stringMatching(/^【演示数据】.*（月报，第1版）$/),
        expect.stringContaining("不变"),
      ],
      [
        expect.stringContaining("0002"),
        expect.stringMatching(/^【演示数据】.*截至2023-07-26/),
        expect.stringContaining("不变"),
      ],
    ]);
    expect(checks.find(({ id }) => id === "numbers")?.result).toBe("passed");
  });

  it("finds numbers that are missing, also in a package that is made again", async () => {
    const home = await archivedHome();
    await inHome(home, (open) =>
      ask(open.store, (database) => {
        return database.updateTable("package_item").set({ ordinal: 9 }).where("item", "=", "originals").execute();
      }),
    );
    makeWritable(join(home, PACKAGE));
    rmSync(join(home, PACKAGE), { recursive: true });
    const { checks } = await archiveJune(home);
    const detail = expect.stringContaining("缺第 2 号");
    expect(checks.find(({ id }) => id === "numbers")).toMatchObject({ result: "failed", detail });
  });
});

function keptCalendar(home: string): string {
  const hash = sha256(readFileSync(join(ROOT, "seeds/calendar.yaml")));
  return join(home, "vault", hash.slice(0, 2), hash);
}

function loseOriginal(home: string): void {
  const sheet = readdirSync(join(ROOT, "seeds/sheets/demo/统计局"))[0] ?? "";
  const hash = sha256(readFileSync(join(ROOT, "seeds/sheets/demo/统计局", sheet)));
  rmSync(join(home, "vault", hash.slice(0, 2), hash));
}

describe("replayPackage(folder)", () => {
  it("names the file that does not come out of the package, however well sealed it is", async () => {
    const [home, forged] = [await archivedHome(), scratchFolder()];
    const folder = join(home, PACKAGE);
    const payload = filesOf(folder)
      .filter((path) => path.startsWith("data/"))
      .map((path) => {
        const bytes = readFileSync(join(folder, path));
        return { path, bytes: () => (path.endsWith("/data.csv") ? Buffer.concat([bytes, Buffer.from("x")]) : bytes) };
      });
    await writeBag(forged, { payload, tagFiles: async () => [], info: [], version: "0.1.0" });
    expect(checkPackage(forged).ok).toBe(true);
    const { ok, different } = await replayPackage(forged, DEFAULT_READ_LIMITS);
    expect([ok, different]).toEqual([false, ["data/papers/2023-06-monthly/data.csv"]]);
  });

  it.each<[string, string]>([
    ["leads out of the package", JSON.stringify({ papers: [], originals: [{ path: "data/../../etc/passwd" }] })],
    ["is no JSON", "{"],
    ["lacks its lists", "{}"],
  ])("refuses a script that %s", async (_, script) => {
    const folder = scratchFolder();
    const payload = [["data/process/replay.json", script] as const, ["data/process/answers.json", "[]"] as const];
    const files = payload.map(([path, text]) => ({ path, bytes: () => Buffer.from(text) }));
    await writeBag(folder, { payload: files, tagFiles: async () => [], info: [], version: "0.1.0" });
    await expect(replayPackage(folder, DEFAULT_READ_LIMITS)).rejects.toMatchObject({ code: "ARCHIVE_REFUSED" });
  });

  it("refuses a damaged package", async () => {
    const folder = join(await archivedHome(), PACKAGE);
    makeWritable(folder);
    writeFileSync(join(folder, "data/papers/2023-06-monthly/data.csv"), "");
    await expect(replayPackage(folder, DEFAULT_READ_LIMITS)).rejects.toMatchObject({ code: "ARCHIVE_REFUSED" });
  });
});

describe("jindu archive", () => {
  it("prints JSON, and exits 1 where a check has failed", async () => {
    const { status, stdout } = await callCommand(["archive", "2023-Q2", "--json"], await archivedHome(), {
      JINDU_OFFICE: "none",
    });
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      quarter: "2023-Q2",
      name: "TL-FGW-2023Q2-1",
      isNew: false,
      papers: ["2023-06-monthly"],
    });
  });

  it.each([
    ["2023-Q5", 2],
    ["2023-06", 2],
    ["2023-Q1", 1],
  ])("refuses %s with code %i", async (quarter, code) => {
    expect((await callCommand(["archive", quarter], await archivedHome(), { JINDU_OFFICE: "none" })).status).toBe(code);
  });
});

/** As a process leaves it that is killed before it has said that the folder has got its name. */
function interrupt(home: string): void {
  withRaw(join(home, "jindu.sqlite"), (database) => {
    database.prepare("UPDATE package SET placed = 0").run();
    database.prepare("DELETE FROM run WHERE job = 'archive'").run();
  });
}

function dropFolder(folder: string): void {
  makeWritable(folder);
  rmSync(folder, { recursive: true });
}

async function archiveRuns(home: string): Promise<number> {
  const runs = await inHome(home, ({ store }) => listRuns(store));
  return runs.filter(({ job }) => job === "archive").length;
}
