import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readReply } from "../../../pipeline/jobs/deliver/replies.ts";
import { listEditions } from "../../../pipeline/store/editions.ts";
import {
  deliveryHome,
  deliveryRoot,
  folderFor,
  JUNE,
  mailSetting,
  mailTo,
  nextVersion,
  told,
  versionAgain,
} from "../../support/delivery-home.ts";
import { statusReport } from "../../support/mail-reports.ts";
import { startMailServer } from "../../support/mail-server.ts";
import { memoryEffects } from "../../support/scratch-home.ts";

const folders = () => deliveryRoot([folderFor("市领导", "briefing"), folderFor("办公室", "briefing, data")]);
const receipts = (home: string, version: number) =>
  readFileSync(join(home, "receipts", `${JUNE}-v${version}`, "送达回执.csv"), "utf8");

describe("a later version", () => {
  it("goes to nobody whose papers have not changed, and the receipts say so", async () => {
    const home = await deliveryHome(folders());
    await home.deliver();
    await nextVersion(home);
    const delivered = await home.deliver();
    expect([delivered.version, delivered.state, told(delivered)]).toEqual([
      ...[2, "delivered", ["市领导 sent 0 had", "办公室 sent 0 had"]],
    ]);
    expect(readdirSync(join(home.shared, "办公室"))).toEqual([`${JUNE}-v1`]);
    expect(receipts(home.home, 2).match(/与第1版相同/g)).toHaveLength(2);
    expect(receipts(home.home, 1)).not.toContain("相同");
  });

  it("goes to those of whose papers one has changed, naming what it replaces, and to nobody else", async () => {
    const home = await deliveryHome(folders());
    await home.deliver();
    await nextVersion(home);
    await home.deliver();
    await nextVersion(home, { "data.csv": "x\r\n" });
    expect(told(await home.deliver())).toEqual(["市领导 sent 0 had", "办公室 sent 1 placed"]);
    expect(existsSync(join(home.shared, "市领导", `${JUNE}-v3`))).toBe(false);
    const folder = join(home.shared, "办公室", `${JUNE}-v3`);
    expect(readdirSync(folder).filter((name) => name.includes("月报第3版"))).toHaveLength(2);
    const note = readFileSync(join(folder, "要点.txt"), "utf8");
    expect(note).toContain("【更正】");
    expect(note).toContain("2023年6月月报第3版，代替以前发给您的2023年6月月报第2版");
    await nextVersion(home, { "data.csv": "y\r\n" });
    await home.deliver();
    expect(told(await home.deliver())).toEqual(["市领导 sent 0 had", "办公室 sent 1 placed"]);
  });

  it("that says again what an earlier one said goes out in place of the last", async () => {
    const home = await deliveryHome(folders());
    await home.deliver();
    await nextVersion(home, { "data.csv": "x\r\n" });
    await home.deliver();
    await versionAgain(home, 1);
    const delivered = await home.deliver();
    expect([delivered.version, delivered.state, told(delivered)]).toEqual([
      ...[3, "delivered", ["市领导 sent 0 had", "办公室 sent 1 placed"]],
    ]);
    const note = readFileSync(join(home.shared, "办公室", `${JUNE}-v3`, "要点.txt"), "utf8");
    expect(note).toContain("2023年6月月报第3版，代替以前发给您的2023年6月月报第2版");
    const states = (await listEditions(home.open.store)).map(({ version, state }) => `${version} ${state}`);
    expect(states.slice(0, 3)).toEqual(["1 corrected", "2 corrected", "3 delivered"]);
  });

  it("is no correction to somebody who has had none", async () => {
    const home = await deliveryHome(folders());
    await nextVersion(home);
    await home.deliver();
    expect(readFileSync(join(home.shared, "市领导", `${JUNE}-v2`, "要点.txt"), "utf8")).not.toContain("更正");
  });

  it("is left to a person where nobody knows whether its papers have arrived", async () => {
    const server = await startMailServer({ acts: { "a@example.cn": ["keep-and-cut"] } });
    const root = deliveryRoot([mailTo("a@example.cn", "briefing")]);
    const home = await deliveryHome(root, { mail: mailSetting(server.port) });
    await home.deliver();
    await nextVersion(home);
    expect(told(await home.deliver())).toEqual(["a@example.cn handed 0 had"]);
    expect(server.taken).toHaveLength(1);
    expect(await home.deliver({ again: "a@example.cn" })).toMatchObject({ ok: true, state: "delivered" });
    expect(server.taken).toHaveLength(2);
  });

  it("is not had where the one that brought its papers comes back later, and does not go out by itself", async () => {
    const server = await startMailServer();
    const root = deliveryRoot(["a@example.cn", "b@example.cn"].map((one) => mailTo(one)));
    const home = await deliveryHome(root, { mail: mailSetting(server.port) });
    const about = (await home.deliver()).deliveries[0]?.messageId ?? "";
    await nextVersion(home);
    expect(told(await home.deliver())).toEqual(["a@example.cn sent 0 had", "b@example.cn sent 0 had"]);
    writeFileSync(join(home.home, "x.eml"), statusReport({ about }));
    await readReply(home.open, join(home.home, "x.eml"), memoryEffects());
    const after = await home.deliver();
    expect([after.state, told(after)]).toEqual([
      "undelivered",
      ["a@example.cn bounced 0 had", "b@example.cn sent 0 had"],
    ]);
    expect(server.taken).toHaveLength(2);
  });

  it("that looks into the past leaves where it is named, and corrects nothing", async () => {
    const home = await deliveryHome(folders());
    await home.deliver();
    await nextVersion(home, { "data.csv": "x\r\n" }, "2023-07-12");
    expect(await home.deliver()).toMatchObject({ version: 1, ok: true });
    expect(await home.deliver({ edition: `${JUNE}/v2` })).toMatchObject({ version: 2, ok: true });
    expect(readFileSync(join(home.shared, "办公室", `${JUNE}-v2`, "要点.txt"), "utf8")).not.toContain("更正");
    const june = (await listEditions(home.open.store)).filter(({ period, kind }) => `${period}-${kind}` === JUNE);
    expect(june.map(({ state }) => state)).toEqual(["delivered", "delivered"]);
    await nextVersion(home);
    await expect(home.deliver({ edition: `${JUNE}/v1` })).rejects.toMatchObject({ code: "USAGE" });
  });
});
