import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listSubmissionRecords } from "../../../pipeline/store/submission-records.ts";
import { ROOT, scratchFolder } from "../../support/scratch-home.ts";
import { inboxHome, sheet } from "./inbox-home.ts";

const WORKBOOK = readFileSync(join(ROOT, "seeds/sheets/demo/住建局/2023年6月城建重点任务.xlsx"));

describe("takeInbox(open, rules, effects)", () => {
  it("makes a folder for every bureau, with a note, and reads nothing of an empty inbox", async () => {
    const inbox = inboxHome();
    expect(await inbox.look()).toEqual({ files: [], waiting: [], strays: [], unusable: [] });
    const made = readdirSync(join(inbox.home, "inbox"));
    expect(made).toContain("市财政局");
    expect(made).toContain("说明.txt");
    await inbox.look();
    expect(readdirSync(join(inbox.home, "inbox"))).toEqual(made);
  });

  it("writes the note whole where a killed process has left half of it", async () => {
    const [inbox, other] = [inboxHome(), inboxHome()];
    await other.look();
    mkdirSync(join(inbox.home, "inbox"));
    writeFileSync(join(inbox.home, "inbox/.说明.txt.partial"), "收件");
    expect((await inbox.look()).strays).toEqual([]);
    const note = (home: string) => readFileSync(join(home, "inbox/说明.txt"), "utf8");
    expect(note(inbox.home)).toBe(note(other.home));
    expect(readdirSync(join(inbox.home, "inbox"))).toEqual(readdirSync(join(other.home, "inbox")));
  });

  it.each(["市财政局", "通辽市财政局", "财政局", "finance"])("knows the sender by the folder %s", async (folder) => {
    const inbox = inboxHome();
    inbox.put(`${folder}/6月.csv`, sheet("5.2"));
    const { files } = await inbox.take();
    expect(files.map(({ file, bureau, movedTo }) => [file, bureau, movedTo])).toEqual([
      ["6月.csv", "finance", `inbox/${folder}/已处理/2023-07-10/6月.csv`],
    ]);
    const records = await inbox.open(({ store }) => listSubmissionRecords(store, { region: "150500", asOf: null }));
    expect(records.map(({ bureau, figures }) => [bureau, figures])).toEqual([["finance", 1]]);
  });

  it("leaves a file alone for as long as it changes, and reads all of it then", async () => {
    const inbox = inboxHome();
    const path = inbox.put("财政局/6月.csv", sheet("5.2"));
    for (let piece = 0; piece < 3; piece += 1) {
      expect((await inbox.look()).waiting).toEqual([{ file: "财政局/6月.csv", reason: "unsettled" }]);
      inbox.pass(4000);
      appendFileSync(path, `备注${piece},,\n`);
    }
    await inbox.look();
    inbox.pass(4999);
    expect((await inbox.look()).files).toEqual([]);
    inbox.pass(1);
    const { files } = await inbox.look();
    expect(files.map(({ ingested }) => ingested?.observations.length)).toEqual([1]);
  });

  it("waits for a workbook that is cut short, reads it when its end has come, and refuses it when none comes", async () => {
    const inbox = inboxHome();
    inbox.put("住建局/来了.xlsx", WORKBOOK.subarray(0, 4000));
    inbox.put("住建局/没来.xlsx", WORKBOOK.subarray(0, 4000));
    expect((await inbox.take()).waiting.map(({ reason }) => reason)).toEqual(["cut-short", "cut-short"]);
    inbox.put("住建局/来了.xlsx", WORKBOOK);
    inbox.pass(30_000);
    const [come] = (await inbox.take()).files;
    expect([come?.file, come?.ingested?.outcome]).toEqual(["来了.xlsx", "accepted"]);
    inbox.pass(60_000);
    const { files } = await inbox.look();
    expect(files.map(({ file, ingested }) => [file, ingested?.outcome])).toEqual([["没来.xlsx", "refused"]]);
    expect(inbox.tree().filter((path) => path.includes("没来"))).toEqual([
      "住建局/未通过/没来.xlsx",
      "住建局/未通过/没来.xlsx.核对结果.txt",
      "住建局/未通过/没来.xlsx.说明.txt",
    ]);
  });

  it.each(["~$6月.csv", ".~6月.csv", ".~lock.6月.csv#"])(
    "waits for a file that %s says is open, no longer than it is worth",
    async (lock) => {
      const closed = inboxHome();
      closed.put("财政局/6月.csv", sheet("5.2"));
      const held = closed.put(`财政局/${lock}`, "");
      expect((await closed.take()).waiting).toEqual([{ file: "财政局/6月.csv", reason: "in-use" }]);
      rmSync(held);
      expect((await closed.look()).files).toHaveLength(1);
      const left = inboxHome();
      left.put("财政局/6月.csv", sheet("5.2"));
      left.put(`财政局/${lock}`, "");
      await left.take();
      left.pass(60_000);
      expect((await left.look()).files).toHaveLength(1);
    },
  );

  it.each(["~$6月.xlsx", ".~6月.et", "6月.xlsx.tmp", "6月.part", "6月.crdownload", ".6月.csv", "Thumbs.db"])(
    "passes over %s",
    async (name) => {
      const inbox = inboxHome();
      inbox.put(`财政局/${name}`, sheet("5.2"));
      expect(await inbox.take()).toMatchObject({ files: [], waiting: [] });
      expect(inbox.tree()).toEqual([`财政局/${name}`]);
    },
  );

  it("takes the same bytes twice for one submission, and says so", async () => {
    const inbox = inboxHome();
    inbox.put("财政局/6月.csv", sheet("5.2"));
    await inbox.take();
    inbox.put("财政局/6月.csv", sheet("5.2"));
    inbox.put("财政局/6月（再报）.csv", sheet("5.2"));
    const { files } = await inbox.take();
    expect(files.map(({ isRepeated, remarks }) => [isRepeated, remarks.length])).toEqual([
      [true, 1],
      [true, 1],
    ]);
    const records = await inbox.open(({ store }) => listSubmissionRecords(store, { region: "150500", asOf: null }));
    expect(records).toHaveLength(1);
    expect(inbox.tree().filter((path) => path.endsWith(".csv"))).toEqual([
      "财政局/已处理/2023-07-10/6月.csv",
      "财政局/已处理/2023-07-10/6月（2）.csv",
      "财政局/已处理/2023-07-10/6月（再报）.csv",
    ]);
  });

  it("says to both when a bureau's sheet lies in another's folder", async () => {
    const inbox = inboxHome();
    inbox.put("财政局/6月.xlsx", WORKBOOK);
    const { files } = await inbox.take();
    expect(files.map(({ bureau, remarks, ingested }) => [bureau, remarks.length, ingested?.source])).toEqual([
      ["finance", 1, "demo-housing"],
    ]);
  });

  it("opens no link, pipe or folder behind a link, and reads what lies beside", async () => {
    const inbox = inboxHome();
    inbox.put("财政局/6月.csv", sheet("5.2"));
    const folder = join(inbox.home, "inbox/财政局");
    const secret = join(inbox.home, "secret");
    mkdirSync(secret);
    writeFileSync(join(secret, "a.csv"), sheet("1"));
    symlinkSync(join(secret, "a.csv"), join(folder, "link.csv"));
    symlinkSync(secret, join(folder, "folder"));
    symlinkSync(secret, join(inbox.home, "inbox/市教体局"));
    execFileSync("mkfifo", [join(folder, "pipe.csv")]);
    const { files, strays } = await inbox.take();
    expect(files.map(({ file, ingested }) => [file, ingested === null])).toEqual([
      ["6月.csv", false],
      ["folder", true],
      ["link.csv", true],
      ["pipe.csv", true],
    ]);
    expect(strays).toEqual(["市教体局"]);
    expect(readFileSync(join(secret, "a.csv"), "utf8")).toBe(sheet("1"));
  });

  it.each([
    ["a name as long as a name can be", `${"长".repeat(83)}.csv`],
    ["a name that looks like a path", "..\\..\\x.csv"],
    ["line breaks and colour codes in its name", "a\n\u001b[31m.csv"],
    ["a name like our own", "处理中.csv"],
    ["no name before its dots", "...csv"],
  ])("moves on a file with %s", async (_, name) => {
    const inbox = inboxHome();
    inbox.put(`财政局/${name}`, sheet("5.2"));
    const { files } = await inbox.take();
    if (name.startsWith(".") && !name.startsWith("..\\")) return expect(files).toEqual([]);
    expect(files).toHaveLength(name.startsWith("..") ? 0 : 1);
    expect(inbox.tree().every((path) => path.startsWith("财政局/"))).toBe(true);
  });

  it("reads what lies in folders within a bureau's, and files of one name one by one", async () => {
    const inbox = inboxHome();
    inbox.put("财政局/甲/6月.csv", sheet("5.2"));
    inbox.put("财政局/乙/6月.csv", sheet("5.3"));
    const { files } = await inbox.take();
    expect(files.map(({ file }) => file)).toEqual(["6月.csv", "6月.csv"]);
    expect(inbox.tree().filter((path) => path.endsWith(".csv"))).toHaveLength(2);
  });

  it("reads nothing that lies outside the bureaus' folders, and says so", async () => {
    const inbox = inboxHome();
    inbox.put("6月.csv", sheet("5.2"));
    inbox.put("某某局/6月.csv", sheet("5.2"));
    expect(await inbox.take()).toMatchObject({ files: [], strays: ["6月.csv", "某某局"] });
    expect(inbox.tree()).toEqual(["6月.csv", "某某局/6月.csv"]);
  });

  it("goes on with what a killed process left in 处理中", async () => {
    const inbox = inboxHome();
    const path = inbox.put("财政局/6月.csv", sheet("5.2"));
    const taken = join(inbox.home, "inbox/财政局/处理中");
    mkdirSync(taken);
    renameSync(path, join(taken, "6月.csv"));
    const { files } = await inbox.look();
    expect(files.map(({ movedTo }) => movedTo)).toEqual(["inbox/财政局/已处理/2023-07-10/6月.csv"]);
  });

  it("does not let a link in the place of one of our folders lead it elsewhere", async () => {
    const inbox = inboxHome();
    inbox.put("财政局/6月.csv", sheet("5.2"));
    inbox.put("住建局/6月.csv", sheet("5.2"));
    symlinkSync("/tmp", join(inbox.home, "inbox/财政局/处理中"));
    const { files, unusable } = await inbox.take();
    expect(unusable.map(({ folder }) => folder)).toEqual(["财政局/处理中"]);
    expect(files.map(({ bureau }) => bureau)).toEqual(["housing"]);
    expect(inbox.tree()).toContain("财政局/6月.csv");
  });

  it("does not follow a link in the place of the day's folder, nor one where the reasons are to be written", async () => {
    const inbox = inboxHome();
    const outside = scratchFolder();
    writeFileSync(join(outside, "precious.txt"), "precious");
    mkdirSync(join(inbox.home, "inbox/财政局/已处理"), { recursive: true });
    symlinkSync(outside, join(inbox.home, "inbox/财政局/已处理/2023-07-10"));
    inbox.put("财政局/6月.csv", sheet("5.2"));
    const done = join(inbox.home, "inbox/住建局/已处理/2023-07-10");
    mkdirSync(done, { recursive: true });
    symlinkSync(join(outside, "precious.txt"), join(done, "表.xlsx.说明.txt"));
    symlinkSync(join(outside, "made"), join(done, ".writing.partial"));
    inbox.put("住建局/表.xlsx", "not a workbook");
    const { files, unusable } = await inbox.take();
    expect(unusable.map(({ folder }) => folder)).toEqual(["财政局/已处理/2023-07-10"]);
    expect(files.map(({ movedTo }) => movedTo)).toEqual(["inbox/住建局/已处理/2023-07-10/表（2）.xlsx"]);
    expect(readdirSync(outside)).toEqual(["precious.txt"]);
    expect(readFileSync(join(outside, "precious.txt"), "utf8")).toBe("precious");
    expect(readFileSync(join(done, "表（2）.xlsx.说明.txt"), "utf8")).toContain("表.xlsx：");
    expect(inbox.tree()).toContain("财政局/6月.csv");
  });

  it("writes nothing over what stands where a companion is to go", async () => {
    const inbox = inboxHome();
    const done = join(inbox.home, "inbox/住建局/已处理/2023-07-10");
    mkdirSync(done, { recursive: true });
    writeFileSync(join(done, "表.xlsx.说明.txt"), "mine");
    inbox.put("住建局/表.xlsx", "not a workbook");
    const { files } = await inbox.take();
    expect(files.map(({ movedTo }) => movedTo)).toEqual(["inbox/住建局/已处理/2023-07-10/表（2）.xlsx"]);
    expect(readFileSync(join(done, "表.xlsx.说明.txt"), "utf8")).toBe("mine");
  });
});
