import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readReply } from "../../../pipeline/jobs/deliver/replies.ts";
import { deliverJob } from "../../../pipeline/jobs/schedule/jobs/deliver.ts";
import { DEFAULT_READ_LIMITS } from "../../../pipeline/read/limits.ts";
import { deliveryHome, deliveryRoot, mailSetting, mailTo, told } from "../../support/delivery-home.ts";
import { headerOf, parseMail } from "../../support/mail-parts.ts";
import { statusReport } from "../../support/mail-reports.ts";
import { type SeenMail, startMailServer } from "../../support/mail-server.ts";
import { memoryEffects } from "../../support/scratch-home.ts";

const idOf = (mail: SeenMail | undefined) => headerOf(parseMail(mail?.raw ?? ""), "message-id");

async function delivered() {
  const server = await startMailServer();
  const root = deliveryRoot(["a@example.cn", "b@example.cn"].map((one) => mailTo(one)));
  const home = await deliveryHome(root, { mail: mailSetting(server.port) });
  expect(await home.deliver()).toMatchObject({ ok: true, state: "delivered" });
  const bounce = (about: string, id: string) => {
    const file = join(home.home, "x.eml");
    writeFileSync(file, statusReport({ about, id }));
    return readReply(home.open, file, memoryEffects());
  };
  return { server, home, root, bounce };
}

describe("a paper that came back", () => {
  it("is not sent again by itself, and goes out anew under a Message-ID of its own when a person says so", async () => {
    const { server, home, bounce } = await delivered();
    const first = idOf(server.taken.find(({ to }) => to[0] === "a@example.cn"));
    await bounce(first, "<1@mx>");
    const after = await home.deliver();
    expect([after.ok, after.state, told(after)]).toEqual([
      ...[false, "undelivered", ["a@example.cn bounced 1 250", "b@example.cn sent 1 250"]],
    ]);
    expect(after.deliveries[0]?.reports).toMatchObject([{ action: "failed", status: "5.1.1" }]);
    expect(server.taken).toHaveLength(2);

    const anew = await home.deliver({ again: "A@example.cn" });
    expect([anew.ok, anew.state, told(anew)[0]]).toEqual([true, "delivered", "a@example.cn sent 1 250"]);
    const second = idOf(server.taken.at(-1));
    expect([server.taken.length, second === first, anew.deliveries[0]?.earlierIds]).toEqual([3, false, [first]]);

    await bounce(first, "<1@mx>"); // saved once more
    await bounce(first, "<late@mx>"); // the first server gives up for good
    expect(await home.deliver()).toMatchObject({ ok: true, state: "delivered" });
    await bounce(second, "<2@mx>");
    const again = await home.deliver();
    expect([again.state, again.deliveries[0]?.reports.length]).toEqual(["undelivered", 3]);
    expect(server.taken).toHaveLength(3);
  });

  it("is delivered once it has gone to the right address", async () => {
    const { server, home, root, bounce } = await delivered();
    await bounce(idOf(server.taken.find(({ to }) => to[0] === "a@example.cn")), "<1@mx>");
    writeFileSync(
      join(root, "seeds/recipients.yaml"),
      `recipients:\n  - ${mailTo("c@example.cn")}\n  - ${mailTo("b@example.cn")}\n`,
    );
    expect(await home.deliver()).toMatchObject({ ok: true, state: "delivered" });
    expect(server.taken.map(({ to }) => to[0])).toEqual(["a@example.cn", "b@example.cn", "c@example.cn"]);
  });

  it("can be said to have come back, or to have arrived after all, by a person", async () => {
    const { home } = await delivered();
    await expect(home.deliver({ arrived: "a@example.cn" })).rejects.toMatchObject({ code: "USAGE" });
    expect(await home.deliver({ bounced: "a@example.cn" })).toMatchObject({ ok: false, state: "undelivered" });
    await expect(home.deliver({ bounced: "a@example.cn" })).rejects.toMatchObject({ code: "USAGE" });
    expect(await home.deliver({ arrived: "a@example.cn" })).toMatchObject({ ok: true, state: "delivered" });
  });

  it("is told of by the scheduled job, which reads the folder first, until it is put right", async () => {
    const { server, home, root } = await delivered();
    const about = idOf(server.taken.find(({ to }) => to[0] === "a@example.cn"));
    const setting = { home: home.home, root, limits: DEFAULT_READ_LIMITS, approval: true, shared: home.shared };
    const context = {
      setting: { ...setting, mail: mailSetting(server.port), office: null, backups: join(home.home, "backups") },
      rules: { inbox: { settleMs: 0, patienceMs: 0 } } as never,
      effects: memoryEffects(),
      ...{ isStopping: () => false, period: null, day: "2026-11-23", startedAt: "2026-11-23T08:00:00.000Z" },
    };
    const run = async () => {
      const results = [];
      for (const step of deliverJob) results.push(await step(context));
      return results.map(({ counts, hasErrors }) => [counts, hasErrors]);
    };
    expect(await run()).toEqual([
      [{}, false],
      [{ unapproved: 1 }, false], // the year's, which nobody has approved
    ]);
    writeFileSync(join(home.home, "replies/x.eml"), statusReport({ about }));
    writeFileSync(join(home.home, "replies/y.eml"), "x");
    expect(await run()).toEqual([
      [{ replies: 2, bounced: 1, unmatched: 1 }, true],
      [{ undelivered: 1, unapproved: 1 }, true],
    ]);
    expect(await run()).toEqual([
      [{}, false],
      [{ undelivered: 1, unapproved: 1 }, true],
    ]);
    expect(server.taken).toHaveLength(2);
  });
});
