import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { resolveQuestion } from "../../../pipeline/jobs/review-answers.ts";
import { listReview } from "../../../pipeline/jobs/review-questions.ts";
import { listUnsettledReceipts } from "../../../pipeline/store/receipts.ts";
import { ROOT, scratchFolder } from "../../support/scratch-home.ts";
import { inboxHome } from "../inbox/inbox-home.ts";
import { herdSheet, reviewRoot } from "../review-home.ts";

/** Of one month, every shipped sheet of the named offices. */
function put(inbox: ReturnType<typeof inboxHome>, month: number, bureaus: readonly string[]): void {
  for (const bureau of bureaus) {
    const folder = join(ROOT, "seeds/sheets/demo", bureau);
    const isOf = new RegExp(`(?:年|\\.|0)${month}(?:月|）|\\.|$)`);
    for (const name of readdirSync(folder).filter((one) => isOf.test(one)))
      inbox.put(`${bureau}/${name}`, readFileSync(join(folder, name)));
  }
}

const BUREAUS = ["人社局", "住建局"];

describe("publishComplete(open, only, effects)", () => {
  it("publishes a month when the last of its sheets is in, once, and says before which are missing", async () => {
    const inbox = inboxHome();
    for (const month of [1, 2]) put(inbox, month, BUREAUS);
    expect((await inbox.take()).files).toHaveLength(4);
    const early = await inbox.publish();
    expect(early.incomplete.map(({ period, required }) => [period, required])).toEqual([
      ["2023-01", 0],
      ["2023-02", 0],
    ]);
    put(inbox, 4, ["人社局"]);
    await inbox.take();
    const half = await inbox.publish();
    expect(half.published).toEqual([]);
    expect(half.incomplete.map(({ period, missing }) => [period, missing.map(({ source }) => source)])).toEqual([
      ["2023-04", ["demo-housing"]],
    ]);
    put(inbox, 4, ["住建局"]);
    await inbox.take();
    const whole = await inbox.publish();
    expect(whole.published.map(({ period, kind, version }) => [period, kind, version])).toEqual([
      ["2023-04", "monthly", 1],
    ]);
    expect(await inbox.publish()).toEqual({ published: [], incomplete: [], held: [] });
  });

  it("writes a quarter's paper with its last month", async () => {
    const inbox = inboxHome();
    for (const month of [1, 2, 3]) put(inbox, month, ["住建局"]);
    await inbox.take();
    const { published } = await inbox.publish();
    expect(published.map(({ period, kind }) => [period, kind])).toEqual([
      ["2023-03", "monthly"],
      ["2023-03", "quarterly"],
    ]);
  });

  const place = (inbox: ReturnType<typeof inboxHome>, name: string, text: string) => {
    mkdirSync(join(inbox.home, "notes"), { recursive: true });
    writeFileSync(join(inbox.home, "notes", name), text);
  };
  const FAULTY = "## 没有这一节\n\n增长 99.9%。\n";

  it("holds a paper that cannot be written, says why once, keeps none of the others back, and writes it once it can", async () => {
    const inbox = inboxHome();
    for (const month of [1, 2, 3, 4]) put(inbox, month, ["住建局"]);
    place(inbox, "2023-03-monthly.md", FAULTY);
    await inbox.take();
    const first = await inbox.publish();
    expect(first.published.map(({ period, kind }) => `${period}-${kind}`)).toEqual([
      "2023-03-quarterly",
      "2023-04-monthly",
    ]);
    expect(first.held).toEqual([
      { period: "2023-03", kind: "monthly", problem: expect.stringContaining("2023-03-monthly.md"), isNew: true },
    ]);
    const again = await inbox.publish();
    expect(again.published.map(({ period, kind, isNew }) => [period, kind, isNew])).toEqual([
      ["2023-03", "quarterly", false],
    ]);
    expect(again.held.map(({ isNew }) => isNew)).toEqual([false]);
    expect(await inbox.open(({ store }) => listUnsettledReceipts(store))).toEqual([]);
    place(inbox, "2023-03-monthly.md", "");
    const mended = await inbox.publish();
    expect(mended.published.filter(({ isNew }) => isNew).map(({ kind }) => kind)).toEqual(["monthly"]);
    expect(await inbox.publish()).toEqual({ published: [], incomplete: [], held: [] });
  });

  it("writes a month's paper anew, at the next look, when an answer has made a file read otherwise", async () => {
    const inbox = inboxHome(scratchFolder(), "2023-07-10T01:00:00.000Z", reviewRoot());
    for (const [month, label] of [
      [4, "改造提升高标准农田面积"],
      [5, "改造提升高标准农田面积"],
      [6, "改造提升高标准农田地"],
    ] as const)
      inbox.put(
        `农牧局/${month}月.csv`,
        herdSheet("甲牧报", month, ["新建高标准农田面积,万亩,5.2", `${label},万亩,${month}.2`]),
      );
    await inbox.take();
    const first = await inbox.publish();
    expect(first.published.map(({ period, kind, version }) => `${period}-${kind}-v${version}`)).toContain(
      "2023-06-monthly-v1",
    );
    await inbox.open(async (open) => {
      const [question] = await listReview(open, undefined, inbox.effects);
      await resolveQuestion(open, { id: question?.id ?? "", words: "upgraded-farmland" }, inbox.effects);
    });
    const second = await inbox.publish();
    expect(second.published.map(({ period, kind, version }) => `${period}-${kind}-v${version}`)).toContain(
      "2023-06-monthly-v2",
    );
    expect(await inbox.publish()).toEqual({ published: [], incomplete: [], held: [] });
  });
});
