import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { approve } from "../../../pipeline/jobs/deliver/approve.ts";
import { listApprovals } from "../../../pipeline/store/approvals.ts";
import { underLock } from "../../../pipeline/store/process-lock.ts";
import { callCommand } from "../../support/call-command.ts";
import { deliveryHome, deliveryRoot, folderFor, JUNE, mailTo, told } from "../../support/delivery-home.ts";
import { memoryEffects, scratchFolder } from "../../support/scratch-home.ts";
import { shippedHome, shippedOriginal } from "../../support/shipped-home.ts";

type Home = Awaited<ReturnType<typeof deliveryHome>>;

const folders = () => deliveryRoot([folderFor("市领导", "briefing"), folderFor("办公室")]);

function approveJune(open: Home["open"]) {
  return approve(open, { edition: JUNE, by: "王主任" }, memoryEffects("2023-07-22T01:00:00.000Z"));
}

function rewrite(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, "utf8")));
}

describe("deliver(open, request, setting, effects) to shared folders", () => {
  it("gives each recipient their papers, byte for byte, once", async () => {
    const home = await deliveryHome(folders());
    const delivered = await home.deliver();
    expect([told(delivered), delivered.state]).toEqual([["市领导 sent 1 placed", "办公室 sent 1 placed"], "delivered"]);
    const folder = join(home.shared, "市领导", `${JUNE}-v1`);
    const [paper, note] = readdirSync(folder).sort();
    expect(paper).toMatch(/（月报）（演示数据）简报\.docx$/);
    expect(readFileSync(join(folder, paper ?? "")).equals(readFileSync(join(home.folder, "briefing.docx")))).toBe(true);
    expect(readFileSync(join(folder, note ?? ""), "utf8")).toContain("演示数据");
    rmSync(join(home.shared, "市领导"), { recursive: true }); // the leader has tidied up
    expect(told(await home.deliver())).toEqual(told(delivered));
    expect(existsSync(folder)).toBe(false);
  });

  it("prints in the note only figures that the edition prints", async () => {
    const home = await deliveryHome(folders());
    await home.deliver();
    const folder = join(home.shared, "办公室", `${JUNE}-v1`);
    const note = readFileSync(join(folder, "要点.txt"), "utf8");
    const { figures } = JSON.parse(readFileSync(join(home.folder, "edition.json"), "utf8"));
    const printed = new Set(figures.flatMap(({ texts }: { texts: readonly string[] }) => texts));
    const dates = new Set(["2023", "7", "18"]);
    const count = (words: RegExp) => Number(words.exec(note)?.[1]);
    expect(count(/(\d+)项目标/)).toBe(count(/中(\d+)项可评价/) + count(/尚无数据(\d+)项/) + count(/尚不评价(\d+)项/));
    const numbers = note.match(/\d+(?:\.\d+)?/g) ?? [];
    expect(numbers.length).toBeGreaterThan(15);
    expect(numbers.filter((number) => !printed.has(number) && !dates.has(number))).toEqual([]);
  });

  it("writes nothing where a person only looks", async () => {
    const home = await deliveryHome(folders());
    expect(told(await home.deliver({ isDryRun: true }))).toEqual(["市领导 reserved 0 null", "办公室 reserved 0 null"]);
    expect(existsSync(home.shared)).toBe(false);
    expect(told(await home.deliver({ isDryRun: true }))).toEqual(["市领导 reserved 0 null", "办公室 reserved 0 null"]);
  });

  it("goes on after trouble with the folder itself", async () => {
    const home = await deliveryHome(folders());
    writeFileSync(home.shared, "a file in its place");
    const first = await home.deliver();
    expect([first.ok, first.state, first.deliveries[0]?.code]).toEqual([false, "draft", "EEXIST"]);
    rmSync(home.shared);
    expect((await home.deliver()).ok).toBe(true);
  });

  it("waits for the disk of the folder, tells of it in a dry run too, and puts no folder in its place", async () => {
    const disk = join(scratchFolder(), "disk");
    const home = await deliveryHome(folders(), { shared: join(disk, "shared") });
    expect(await home.deliver({ isDryRun: true })).toMatchObject({ ok: true, obstacle: expect.stringContaining(disk) });
    const first = await home.deliver();
    expect([first.ok, first.deliveries[0]?.state, first.deliveries[0]?.code]).toEqual([false, "reserved", "ENOENT"]);
    expect(existsSync(disk)).toBe(false);
    mkdirSync(disk);
    expect(await home.deliver({ isDryRun: true })).toMatchObject({ obstacle: null });
    expect((await home.deliver()).ok).toBe(true);
  });

  it("is refused to a second process meanwhile", async () => {
    const home = await deliveryHome(folders());
    await underLock(join(home.home, "deliver.lock"), "", async () => {
      await expect(home.deliver()).rejects.toMatchObject({ code: "STORE_BUSY" });
    });
    expect((await home.deliver()).ok).toBe(true);
  });

  it("asks for a mail server before anything leaves", async () => {
    const home = await deliveryHome(deliveryRoot([folderFor("办公室"), mailTo("a@example.cn")]));
    await expect(home.deliver()).rejects.toMatchObject({ code: "CONFIG_INVALID" });
    expect(existsSync(home.shared)).toBe(false);
    const delivered = await home.deliver({ to: "shared-folder" });
    expect([delivered.ok, delivered.state]).toEqual([true, "draft"]); // somebody still waits for a mail
  });
});

describe("what may leave", () => {
  it.each<[what: string, spoil: (home: Home) => void | Promise<void>, code: string]>([
    ["without a certificate", ({ folder }) => rmSync(join(folder, "certificate.json")), "NOT_CERTIFIED"],
    [
      "with a red one",
      ({ folder }) => rewrite(join(folder, "certificate.json"), (text) => text.replace("true", "false")),
      "NOT_CERTIFIED",
    ],
    ["with one that is no JSON", ({ folder }) => writeFileSync(join(folder, "certificate.json"), "{"), "NOT_CERTIFIED"],
    ["with one that is null", ({ folder }) => writeFileSync(join(folder, "certificate.json"), "null"), "NOT_CERTIFIED"],
    [
      "with one of other files",
      ({ folder }) =>
        rewrite(join(folder, "certificate.json"), (text) => text.replace('"workbook.xlsx"', '"../../x.xlsx"')),
      "NOT_CERTIFIED",
    ],
    [
      "with a figure changed in the ledger",
      ({ folder }) => rewrite(join(folder, "edition.json"), (text) => text.replace('"113"', '"114"')),
      "NOT_CERTIFIED",
    ],
    [
      "with a row more in the data",
      ({ folder }) => rewrite(join(folder, "data.csv"), (text) => `${text}x\r\n`),
      "NOT_CERTIFIED",
    ],
    ["without the workbook", ({ folder }) => rmSync(join(folder, "workbook.xlsx")), "NOT_CERTIFIED"],
    [
      "with the year's papers in its place, certificate and all",
      async ({ folder }) => {
        rmSync(folder, { recursive: true });
        cpSync(join(await shippedOriginal(), "editions/2023-12-annual/v1"), folder, { recursive: true });
      },
      "NOT_CERTIFIED",
    ],
    ["without its folder", ({ folder }) => rmSync(folder, { recursive: true }), "NOT_CERTIFIED"],
  ])("is nothing %s", async (_what, spoil, code) => {
    const home = await deliveryHome(folders());
    await spoil(home);
    await expect(home.deliver()).rejects.toMatchObject({ code });
    await expect(approveJune(home.open)).rejects.toMatchObject({ code });
    expect(existsSync(home.shared)).toBe(false);
  });

  it("is nothing that waits for approval, where approval is on", async () => {
    const home = await deliveryHome(folders(), { approval: true });
    await expect(home.deliver()).rejects.toMatchObject({ code: "NOT_APPROVED" });
    const approved = { edition: JUNE, version: 1, isNew: true };
    expect(await approveJune(home.open)).toEqual(approved);
    const recorded = { period: "2023-06", kind: "monthly", version: 1, approvedBy: "王主任" };
    expect(await listApprovals(home.open.store)).toMatchObject([recorded]);
    expect((await home.deliver()).state).toBe("delivered");
    expect(await approveJune(home.open)).toEqual({ ...approved, isNew: false });
    expect((await home.deliver()).ok).toBe(true);
  });

  it.each([
    ["2023-05-monthly", "EDITION_NOT_FOUND"],
    ["2023-06-monthly/v2", "EDITION_NOT_FOUND"],
    ["2023-06", "USAGE"],
    ["../../etc", "USAGE"],
    ["2023-13-monthly", "USAGE"],
  ])("is nothing that is called %s", async (edition, code) => {
    const home = await deliveryHome(folders());
    await expect(home.deliver({ edition })).rejects.toMatchObject({ code });
  });
});

describe("jindu deliver", () => {
  it("delivers the shipped home to the shipped recipients, lists it, and does nothing the second time", async () => {
    const home = await shippedHome();
    const first = await callCommand(["deliver", JUNE, "--json"], home);
    expect([first.status, JSON.parse(first.stdout).ok]).toEqual([0, true]);
    const second = await callCommand(["deliver", JUNE], home);
    expect([second.status, second.stderr]).toEqual([0, ""]);
    const list = JSON.parse((await callCommand(["deliver", "--list", "--json"], home)).stdout);
    expect(list.deliveries).toEqual(
      [...JSON.parse(first.stdout).deliveries].sort((a, b) => (a.role < b.role ? -1 : 1)),
    );
    const status = JSON.parse((await callCommand(["status", "--json"], home)).stdout);
    expect(status.store.lastRun).toMatchObject({ job: "deliver", subject: `${JUNE}-v1`, outcome: "done" });
  });

  it.each([
    [["deliver"], 2],
    [["deliver", JUNE, "--to", "fax"], 2],
    [["deliver", JUNE, "--again", "nobody@example.cn"], 2],
    [["approve"], 2],
    [["approve", "2020-01-monthly"], 1],
  ])("%j ends with %i", async (words, status) => {
    expect((await callCommand(words, await shippedHome())).status).toBe(status);
  });
});
