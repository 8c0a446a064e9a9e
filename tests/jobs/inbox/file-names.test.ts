import { existsSync, mkdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { backUp } from "../../../pipeline/jobs/backup/backup.ts";
import { restoreBackup } from "../../../pipeline/jobs/backup/restore.ts";
import { pathOfBytes, pathOnDisk } from "../../../pipeline/model/file-name.ts";
import { listInputFiles } from "../../../pipeline/read/files.ts";
import { listInboxEntries } from "../../../pipeline/read/inbox-folder.ts";
import { displayName } from "../../../pipeline/read/received-file.ts";
import { closeStore, openStore } from "../../../pipeline/store/sqlite.ts";
import { callCommand } from "../../support/call-command.ts";
import { runScheduled } from "../../support/run-scheduled.ts";
import { memoryEffects, scratchFolder } from "../../support/scratch-home.ts";
import { inboxHome, sheet } from "./inbox-home.ts";

const named = (...bytes: readonly (number | string)[]) =>
  pathOfBytes(Buffer.concat(bytes.map((one) => (typeof one === "string" ? Buffer.from(one) : Buffer.of(one)))));

const TABLE_IN_GBK = named("6", 0xd4, 0xc2, 0xb1, 0xed, ".csv"); // 6月表.csv
const REPORTS_IN_GBK = named(0xb1, 0xa8, 0xb1, 0xed); // 报表
const BUREAU_IN_GBK = named(0xb2, 0xc6, 0xd5, 0xfe, 0xbe, 0xd6); // 财政局
const IN_NO_ENCODING = named("6", 0xff, ".csv");
const CUT_OFF_IN_UTF8 = named("六月报", 0xe8, 0xa1, ".csv");

/** Puts a sheet into the inbox under a name of any bytes. */
function put(home: string, place: string, content = sheet("5.2")): string {
  const path = join(home, "inbox", place);
  mkdirSync(pathOnDisk(join(path, "..")), { recursive: true });
  writeFileSync(pathOnDisk(path), content);
  return path;
}

describe("takeInbox(open, rules, effects), of names that are not UTF-8", () => {
  it.each([
    ["in GBK", TABLE_IN_GBK, "6月表.csv"],
    ["in a folder in GBK", `${REPORTS_IN_GBK}/6月.csv`, "6月.csv"],
    ["in GBK in a folder in no encoding", `${IN_NO_ENCODING}/${TABLE_IN_GBK}`, "6月表.csv"],
    ["with a line break", "6月\n表.csv", "6月\n表.csv"],
  ])("reads a file %s as any other, under the name it was given", async (_what, place, name) => {
    const inbox = inboxHome();
    put(inbox.home, `市财政局/${place}`);
    const round = await inbox.take();
    expect(round.files.map(({ movedTo, ingested }) => [movedTo, ingested?.observations.length])).toEqual([
      [`inbox/市财政局/已处理/2023-07-10/${name}`, 1],
    ]);
    expect(round).toMatchObject({ waiting: [], strays: [], unusable: [] });
    expect(existsSync(join(inbox.home, "inbox/市财政局/已处理/2023-07-10", name))).toBe(true);
    expect(listInboxEntries(join(inbox.home, "inbox/市财政局"), ["已处理"])).toEqual([]);
  });

  it.each([
    ["no encoding", IN_NO_ENCODING, "6\ufffd.csv"],
    ["UTF-8 cut off within a character", CUT_OFF_IN_UTF8, "六月报\ufffd\ufffd.csv"],
  ])("leaves a file in %s, says where and what to do, and reads all others", async (_what, name, shown) => {
    const inbox = inboxHome();
    const path = put(inbox.home, `市财政局/${REPORTS_IN_GBK}/${name}`);
    put(inbox.home, "市财政局/6月.csv", sheet("5.3"));
    put(inbox.home, "住建局/6月.csv", sheet("5.4"));
    for (const expected of [2, 0]) {
      const { files, waiting, unusable } = await inbox.take();
      expect(files).toHaveLength(expected);
      expect(waiting).toEqual([]);
      expect(unusable).toEqual([{ folder: `市财政局/报表/${shown}`, problem: expect.stringContaining("请改名") }]);
      expect(inbox.lines.some((line) => line.includes(`市财政局/报表/${shown}`))).toBe(true);
    }
    renameSync(pathOnDisk(path), join(inbox.home, "inbox/市财政局/改名.csv"));
    expect((await inbox.take()).files.map(({ file }) => file)).toEqual(["改名.csv"]);
  });

  it("takes two files whose names are shown alike, each by itself", async () => {
    const inbox = inboxHome();
    put(inbox.home, `市财政局/${TABLE_IN_GBK}`, sheet("5.2"));
    put(inbox.home, "市财政局/6月表.csv", sheet("5.3"));
    const { files } = await inbox.take();
    expect(files.map(({ file, ingested }) => [file, ingested?.observations.length])).toEqual([
      ["6月表.csv", 1],
      ["6月表.csv", 1],
    ]);
    expect(inbox.tree()).toContain("市财政局/已处理/2023-07-10/6月表（2）.csv");
  });

  it("waits for a file in GBK that an office program has open", async () => {
    const inbox = inboxHome();
    put(inbox.home, `市财政局/${TABLE_IN_GBK}`);
    put(inbox.home, `市财政局/~$${TABLE_IN_GBK}`, "");
    expect((await inbox.take()).waiting).toEqual([{ file: "市财政局/6月表.csv", reason: "in-use" }]);
  });

  it("goes on with what lies in 处理中 under any name", async () => {
    const inbox = inboxHome();
    for (const [index, name] of [TABLE_IN_GBK, IN_NO_ENCODING].entries())
      put(inbox.home, `市财政局/处理中/${name}`, sheet(`5.${index + 1}`));
    const { files, unusable } = await inbox.look();
    expect(files.map(({ file }) => file).sort()).toEqual(["6月表.csv", "6\ufffd.csv"].sort());
    expect(unusable).toEqual([]);
  });

  it("names a folder in GBK beside those of the bureaus, whose it may be", async () => {
    const inbox = inboxHome();
    put(inbox.home, `${BUREAU_IN_GBK}/6月.csv`);
    put(inbox.home, TABLE_IN_GBK);
    const { files, strays, unusable } = await inbox.take();
    expect([files, strays]).toEqual([[], ["6月表.csv"]]);
    expect(unusable).toEqual([{ folder: "财政局", problem: expect.stringContaining("请改名") }]);
  });
});

describe("the job inbox, status, run", () => {
  it("name what could not be read for its name, and end with errors", async () => {
    const home = scratchFolder();
    put(home, `市财政局/${IN_NO_ENCODING}`);
    put(home, `${BUREAU_IN_GBK}/${TABLE_IN_GBK}`);
    const place = "市财政局/6\ufffd.csv";
    await runScheduled(home, "inbox", "2023-07-10T01:00:00.000Z");
    const last = await runScheduled(home, "inbox", "2023-07-10T01:05:00.000Z"); // it has stood still since
    expect(last).toMatchObject({ outcome: "done-with-errors", counts: { unusable: 2 } });
    expect(last.note).toContain(place);
    const status = (await callCommand(["status"], home)).stdout;
    for (const name of [place, "财政局"]) expect(status).toMatch(new RegExp(`^注意  inbox/${name} .*请改名`, "m"));
    const told = await callCommand(["run"], home);
    expect(told).toMatchObject({ status: 1, stdout: expect.stringContaining(place) });
    const { unusable } = JSON.parse((await callCommand(["run", "--json"], home)).stdout);
    expect(unusable.map(({ folder }: { readonly folder: string }) => folder).sort()).toEqual([place, "财政局"].sort());
  });
});

describe("listInputFiles(paths)", () => {
  it("names files and folders in GBK, to be read and shown as they were named", () => {
    const folder = scratchFolder();
    mkdirSync(pathOnDisk(join(folder, REPORTS_IN_GBK)));
    writeFileSync(pathOnDisk(join(folder, REPORTS_IN_GBK, TABLE_IN_GBK)), "x");
    const [file = "", ...others] = listInputFiles([folder]);
    expect(others).toEqual([]);
    expect(readFileSync(pathOnDisk(file), "utf8")).toBe("x");
    expect(displayName(file)).toBe("6月表.csv");
  });
});

describe("a backup of files with odd names", () => {
  it.each<[what: string, place: string]>([
    ["a line break", "inbox/市财政局/a\nb.xlsx"],
    ["a name in GBK", `inbox/市财政局/${TABLE_IN_GBK}`],
    ["a folder in GBK", `inbox/${BUREAU_IN_GBK}/${REPORTS_IN_GBK}/6月.csv`],
    ["a long path in no encoding", `inbox/${`${IN_NO_ENCODING}/`.repeat(20)}a`],
    ["a blank at the end", "inbox/市财政局/6月 "],
    ["backslashes that seem to lead up", "inbox/市财政局/..\\..\\6月.csv"],
    ["a name in GBK among notes", `notes/${TABLE_IN_GBK}`],
    ["a name in GBK in a package", `archive/package/${REPORTS_IN_GBK}/${TABLE_IN_GBK}`],
  ])("holds %s, and restores it as it was", async (_what, place) => {
    const home = scratchFolder();
    await closeStore(await openStore(join(home, "jindu.sqlite")));
    const path = join(home, place);
    mkdirSync(pathOnDisk(join(path, "..")), { recursive: true });
    writeFileSync(pathOnDisk(path), "x");
    const target = scratchFolder();
    expect(backUp(home, join(target, "b.tar"))).toMatchObject({ files: 2, missing: [] });
    restoreBackup(join(target, "b.tar"), join(target, "home"), memoryEffects().now());
    expect(readFileSync(pathOnDisk(join(target, "home", place)), "utf8")).toBe("x");
  });

  it("comes of a file dated before 1970 too", async () => {
    const home = scratchFolder();
    await closeStore(await openStore(join(home, "jindu.sqlite")));
    const path = put(home, "市财政局/6月.csv");
    utimesSync(path, new Date("1601-01-01"), new Date("1601-01-01"));
    const target = scratchFolder();
    backUp(home, join(target, "b.tar"));
    restoreBackup(join(target, "b.tar"), join(target, "home"), memoryEffects().now());
    expect(statSync(join(target, "home/inbox/市财政局/6月.csv")).mtimeMs).toBe(0);
  });
});
