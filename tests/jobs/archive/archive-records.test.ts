import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBag } from "../../../pipeline/archive/check-bag.ts";
import type { Archived } from "../../../pipeline/jobs/archive/archive.ts";
import { gatherRecords } from "../../../pipeline/jobs/archive/records.ts";
import { approve } from "../../../pipeline/jobs/deliver/approve.ts";
import type { OpenHome } from "../../../pipeline/jobs/open-home.ts";
import type { Delivery } from "../../../pipeline/model/delivery.ts";
import { reserveDeliveries, stepDelivery } from "../../../pipeline/store/deliveries.ts";
import { listEditions } from "../../../pipeline/store/editions.ts";
import { archivedHome, archiveJune, inHome, PACKAGE } from "../../support/archived-home.ts";
import { memoryEffects } from "../../support/scratch-home.ts";

const APPROVED_AT = "2023-07-26T01:00:00.000Z"; // a day after the quarter was archived
const SENT_AT = "2023-07-26T02:00:00.000Z";

async function sendJune({ store }: OpenHome): Promise<void> {
  const [june] = await listEditions(store);
  if (!june) throw new Error("no edition");
  const { period, kind, region, version, contentSha256 } = june;
  const delivery = (name: string): Delivery => ({
    ...{ period, kind, region, version, contentSha256, channel: "mail", address: `${name.length}@example.cn` },
    ...{ role: "office", name, papers: ["briefing", "workbook"], messageId: `<${name.length}@example.cn>` },
    ...{ paperSha256: {}, earlierIds: [] },
    ...{ state: "reserved", attempts: 1, reservedAt: SENT_AT, settledAt: null, code: null, reply: null },
  });
  const [sent, refused, waiting] = [delivery("市政府"), delivery("市委办公室"), delivery("市统计局办公室")];
  await reserveDeliveries(store, [sent, refused, waiting]);
  await stepDelivery(store, sent, { state: "sent", at: SENT_AT, code: "250", reply: "OK" });
  await stepDelivery(store, refused, { state: "refused", at: SENT_AT, code: "550", reply: 'no "such" box, sorry' });
}

describe("archiveQuarter(open, request) after papers were only approved and sent", () => {
  let home = "";
  let renewed: Archived;
  const text = (path: string) => readFileSync(join(renewed.folder, path), "utf8");
  const check = (id: string) => renewed.checks.find((one) => one.id === id);
  beforeAll(async () => {
    home = await archivedHome(afterAll);
    await inHome(home, async (open) => {
      const june = { edition: "2023-06-monthly", by: " 王主任 " };
      await approve(open, june, memoryEffects(APPROVED_AT));
      await sendJune(open);
    });
  });

  it("is the package that there is, and says how much came later", async () => {
    const again = await archiveJune(home, "2023-07-27T00:00:00.000Z");
    expect(again).toMatchObject({ isNew: false, name: "TL-FGW-2023Q2-1", later: 3 });
    expect(existsSync(join(home, "archive/TL-FGW-2023Q2-2"))).toBe(false);
  });

  it("makes a new one where that is asked for, which names the old", async () => {
    renewed = await archiveJune(home, "2023-07-28T00:00:00.000Z", { isRenewal: true });
    expect(renewed).toMatchObject({ isNew: true, name: "TL-FGW-2023Q2-2", supersedes: "TL-FGW-2023Q2-1", later: 0 });
    expect(checkBag(renewed.folder)).toMatchObject({ ok: true, problems: [] });
    expect(checkBag(join(home, PACKAGE)).ok).toBe(true);
  });

  it("makes no third where nothing came since, asked for or not", async () => {
    for (const isRenewal of [true, false]) {
      const again = await archiveJune(home, "2023-07-29T00:00:00.000Z", { isRenewal });
      expect(again).toMatchObject({ isNew: false, name: "TL-FGW-2023Q2-2", later: 0 });
    }
  });

  it("holds who approved when, and who got what", () => {
    const [, ...rows] = text("metadata/签发和发送登记.csv").trimEnd().split("\n");
    expect(rows).toEqual([
      `2023-06-monthly,1,签发,2023-07-26 09:00,王主任,,,,,,`,
      `2023-06-monthly,1,发送,2023-07-26 10:00,市政府,邮件,3@example.cn,正文、附件,已送达,1,250 OK`,
      `2023-06-monthly,1,发送,2023-07-26 10:00,市委办公室,邮件,5@example.cn,正文、附件,被拒收,1,"550 no ""such"" box, sorry"`,
    ]);
    const metadata = text("metadata/元数据.xml");
    expect(metadata).toContain("<主送>市政府</主送>");
    expect(metadata).toMatch(/<业务行为>签发<\/业务行为>\s*<行为时间>2023-07-26 09:00<.*\s*.*\s*<行为主体>王主任</);
    expect(check("signing")).toMatchObject({
      result: "passed",
      detail: "2023-06-monthly 由王主任于 2023-07-26 09:00 签发",
    });
    expect(check("deliveries")).toMatchObject({
      result: "manual",
      detail: expect.stringContaining("市统计局办公室：待发"),
    });
  });

  it("leaves 签发 to people where nobody said who has approved", async () => {
    const other = await archivedHome();
    const request = { edition: "2023-06-monthly", by: null };
    await inHome(other, (open) => approve(open, request, memoryEffects(APPROVED_AT)));
    const { checks } = await archiveJune(other, "2023-07-28T00:00:00.000Z", { isRenewal: true });
    expect(checks.find(({ id }) => id === "signing")).toMatchObject({
      result: "manual",
      detail: expect.stringContaining("2023-07-26 09:00"),
    });
  });

  it("carries what came after a quarter was archived in the next package of any other", async () => {
    const told = async (until: string) => {
      const { records } = await inHome(home, (open) => gatherRecords(open, [], until));
      return records.map(({ act, by }) => `${act} ${by}`);
    };
    expect(await told("2023-07-26T12:00:00.000Z")).toEqual(["签发 王主任", "发送 市政府", "发送 市委办公室"]);
    expect(await told("2023-07-26T01:30:00.000Z")).toEqual(["签发 王主任"]);
    expect(await told("2023-10-25T00:00:00.000Z")).toEqual([]); // they stand in the quarter's own second package
  });
});

describe("the registers of a package", () => {
  it("tell in plain words of the sheets and the goals", async () => {
    const folder = join(await archivedHome(), PACKAGE);
    const table = (name: string) =>
      readFileSync(join(folder, "metadata", name), "utf8")
        .replace("\uFEFF", "")
        .trimEnd()
        .split("\n");
    const [, first, ...sheets] = table("来件登记.csv");
    expect(first).toMatch(
      /^1,data\/originals\/0001-.*,通辽市统计局,来源设置,2023-07-20 09:00,2023-0\d-\d\d,\d+,[0-9a-f]{64},演示数据$/,
    );
    expect(sheets.length).toBeGreaterThan(5);
    const goals = table("年度计划目标.csv");
    expect(goals[2]).toBe(
      "2023年通辽市国民经济和社会发展计划（通政发〔2023〕21号）,data/basis/1,2023-002,规模以上工业增加值,≥9,%,2023-12,预期性,通辽市工业和信息化局,规模以上工业增加值增长9%",
    );
  });
});
