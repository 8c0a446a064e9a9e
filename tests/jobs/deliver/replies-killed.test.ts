import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { takeReplies } from "../../../pipeline/jobs/deliver/replies.ts";
import { listMailReports } from "../../../pipeline/store/mail-reports.ts";
import { startScript } from "../../store/child-script.ts";
import { letter, readReceipt, statusReport } from "../../support/mail-reports.ts";
import { idOf, repliesHome } from "../../support/replies-home.ts";
import { memoryEffects } from "../../support/scratch-home.ts";

async function homeWithReplies() {
  const home = await repliesHome();
  home.put("1.eml", statusReport({ about: idOf("a") }));
  home.put("2.eml", letter(idOf("a")));
  home.put("3.eml", readReceipt({ about: idOf("b"), recipient: "b@example.cn" }));
  home.put("more/3.eml", readReceipt({ about: idOf("b"), recipient: "b@example.cn" }));
  return home;
}

async function endOf(home: Awaited<ReturnType<typeof homeWithReplies>>) {
  const effects = memoryEffects();
  await takeReplies(home.open, { settleMs: 0, patienceMs: 0 }, effects);
  const reports = (await listMailReports(home.open.store)).map(({ stamp: _, ...report }) => report);
  const files = home.tree().map((path) => [path, readFileSync(join(home.folder, path), "utf8")]);
  return { reports, files, states: await home.states() };
}

describe("a process killed while it reads mails that came back", () => {
  it("leaves the next one to come to the same end, wherever it was", async () => {
    const undisturbed = await endOf(await homeWithReplies());
    expect([undisturbed.states, undisturbed.reports.length]).toEqual([["bounced 1", "sent 1", "undelivered"], 2]);
    for (let point = 1; point <= 8; point += 1) {
      const home = await homeWithReplies();
      const { end } = startScript("../jobs/deliver/replies-killed.ts", home.root, home.home, String(point));
      expect(await end).toMatchObject({ signal: "SIGKILL", stderr: "" });
      expect([point, await endOf(home)]).toEqual([point, undisturbed]);
    }
  });
});
