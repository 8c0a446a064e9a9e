import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../support/scratch-home.ts";
import { inboxHome } from "./inbox-home.ts";

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
    expect(await inbox.publish()).toEqual({ published: [], incomplete: [] });
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
});
