import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { ArchivedPaper } from "../../../pipeline/jobs/archive/papers.ts";
import { gatherRecords } from "../../../pipeline/jobs/archive/records.ts";
import { receiptTable } from "../../../pipeline/model/delivery-receipt.ts";
import { fingerprint } from "../../../pipeline/read/fingerprint.ts";
import { listEditions } from "../../../pipeline/store/editions.ts";
import { delivery, mailReport } from "../../store/sample-rows.ts";
import { deliveryHome, deliveryRoot, folderFor } from "../../support/delivery-home.ts";
import { readReceipt, statusReport } from "../../support/mail-reports.ts";
import { idOf, repliesHome } from "../../support/replies-home.ts";

const FOLDER = "receipts/2023-06-monthly-v1";

function readRows(home: string): readonly Readonly<Record<string, string>>[] {
  return parse(readFileSync(join(home, FOLDER, "送达回执.csv")), { bom: true, columns: true });
}

describe("writeReceipts(open)", () => {
  it("tells what came back, whichever way it was read", async () => {
    const home = await repliesHome();
    home.put("1.eml", statusReport({ about: idOf("a"), action: "delayed", status: "4.4.1" }));
    home.put("2.eml", statusReport({ about: idOf("a"), id: "<2@mx>" }));
    home.put("3.eml", readReceipt({ about: idOf("b"), recipient: "b@example.cn" }));
    await home.take();
    const [a, b] = readRows(home.home);
    expect(a).toMatchObject({
      ...{ 期次: "2023-06-monthly", 版次: "1", 收件人: "领导a", 类别: "领导", 方式: "邮件", 地址: "a@example.cn" },
      ...{ 文稿: "简报", 结果: "被退回", 送出时间: "2026-11-22 16:00", 对方答复: "250 queued", 尝试次数: "1" },
      ...{
        邮件编号: idOf("a"),
        退回时间: "2026-11-23 16:00",
        退回原因: "5.1.1 550 5.1.1 <a@example.cn>: User unknown",
      },
      ...{ 延迟通知时间: "2026-11-23 16:00", 已读回执时间: "" },
    });
    expect(b).toMatchObject({ 结果: "已送达", 退回时间: "", 已读回执时间: "2026-11-23 16:00" });
    expect(readdirSync(join(home.home, FOLDER))).toEqual(["送达回执.csv"]);
  });

  it("names each paper by its hash, is not touched where nothing changed, and comes again where it is gone", async () => {
    const home = await deliveryHome(deliveryRoot([folderFor("办公室")]));
    await home.deliver({ isDryRun: true });
    expect(existsSync(join(home.home, "receipts"))).toBe(false);
    await home.deliver();
    const [row] = readRows(home.home);
    const digests = ["briefing.docx", "workbook.xlsx"].map((name) =>
      fingerprint(readFileSync(join(home.folder, name))),
    );
    expect(row?.对方答复).not.toMatch(/[\w/]/);
    expect(row).toMatchObject({
      结果: "已送达",
      "文稿SHA-256": `简报 ${digests[0]}；工作簿 ${digests[1]}`,
      邮件编号: "",
    });
    const file = join(home.home, FOLDER, "送达回执.csv");
    const { ino, mtimeMs } = statSync(file);
    await home.deliver();
    expect(statSync(file)).toMatchObject({ ino, mtimeMs });
    const bytes = readFileSync(file);
    rmSync(file);
    writeFileSync(join(home.home, FOLDER, ".送达回执.csv.partial"), "half of it"); // of a process that was killed
    await home.deliver();
    expect([readFileSync(file).equals(bytes), readdirSync(join(home.home, FOLDER))]).toEqual([true, ["送达回执.csv"]]);
  });

  it("gives no spreadsheet a formula, whatever servers and people write", async () => {
    const home = await repliesHome({ name: '=HYPERLINK("http://x")', reply: "@SUM(1)", code: null });
    home.put("1.eml", statusReport({ about: idOf("a"), status: "", diagnostic: 'smtp; =cmd|"/c calc"!A1\r\n ,"' }));
    await home.take();
    const [a] = readRows(home.home);
    expect([a?.收件人, a?.对方答复, a?.退回原因]).toEqual([
      ...['\'=HYPERLINK("http://x")', "'@SUM(1)", '\'=cmd|"/c calc"!A1 ,"'],
    ]);
  });
});

describe("gatherRecords(open, papers, until)", () => {
  it("puts what came back into the package, at its own time and no earlier", async () => {
    const home = await repliesHome();
    home.put("1.eml", statusReport({ about: idOf("a") }));
    home.put("2.eml", readReceipt({ about: idOf("b"), recipient: "b@example.cn" }));
    await home.take();
    const [edition] = await listEditions(home.open.store);
    const told = async (until: string) => {
      const { records } = await gatherRecords(home.open, [{ edition } as ArchivedPaper], until);
      return records.map(({ act, address, outcome, reply }) => [act, address, outcome, reply].join(" "));
    };
    expect(await told("2026-11-23T07:59:59.000Z")).toEqual([
      ...["发送 a@example.cn 已送达 250 queued", "发送 b@example.cn 已送达 250 queued"],
    ]);
    expect((await told("2026-11-24T00:00:00.000Z")).slice(2)).toEqual([
      "退信 a@example.cn 被退回 5.1.1 550 5.1.1 <a@example.cn>: User unknown",
      "回执 b@example.cn 已读 ",
    ]);
  });
});

describe("receiptTable(deliveries)", () => {
  it("is its header where nothing was delivered", () => {
    expect(receiptTable([]).map((row) => row.length)).toEqual([20]);
  });

  it("shows the last report of a kind, and says which hash nobody kept", () => {
    const reports = [mailReport(), mailReport({ id: "2", status: "5.2.2", words: null })];
    const [header = [], row = []] = receiptTable([
      { ...delivery({ paperSha256: {}, earlierIds: ["<e@x>"] }), reports },
    ]);
    const cell = (name: string) => row[header.indexOf(name)];
    expect([cell("退回原因"), cell("文稿SHA-256"), cell("重新发送次数"), cell("送出时间")]).toEqual([
      ...["5.2.2", "简报 没有登记", "1", ""],
    ]);
  });
});
