import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { reserveDue } from "../../../pipeline/store/reservations.ts";
import { closeStore, openStore } from "../../../pipeline/store/sqlite.ts";
import { callCommand } from "../../support/call-command.ts";
import { shippedHome } from "../../support/shipped-home.ts";

const LAST_LOOK = "2023-02-15T01:00:00.000Z";
const AHEAD = "2023-08-15T01:00:00.000Z"; // July's sheets are late
const JUNE = "2023-06-monthly";

describe("what a person has done by a clock that is not to be trusted", () => {
  let home = "";
  beforeEach(async () => {
    home = await shippedHome();
    const store = await openStore(join(home, "jindu.sqlite"));
    await reserveDue(store, "inbox", { before: null, now: LAST_LOOK }, []);
    await closeStore(store);
  });

  it.each([
    ["remind", ["remind"], AHEAD],
    ["remind", ["remind"], "2000-01-03T01:00:00.000Z"],
    ["remind", ["remind"], "2023-02-14T01:00:00.000Z"],
    ["deliver", ["deliver", JUNE], AHEAD],
  ])("%s %j sends nothing on %s, and says what the jobs say", async (_, words, now) => {
    const byHand = await callCommand(words, home, {}, now);
    const job = await callCommand(["jobs", "run", words[0] ?? ""], home, {}, now);
    expect(byHand).toEqual({ status: 1, stdout: "", stderr: expect.stringMatching(/时钟/) });
    expect(byHand.stderr.split("\n").at(-2)).toBe(job.stderr.split("\n").at(-2));
    expect(existsSync(join(home, "shared"))).toBe(false);
  });

  it("may be looked at, and is done once somebody says that the clock is right", async () => {
    for (const words of [
      ["remind", "--dry-run"],
      ["deliver", JUNE, "--dry-run"],
      ["deliver", "--list"],
    ])
      expect([words, (await callCommand(words, home, {}, AHEAD)).status]).toEqual([words, 0]);
    await callCommand(["jobs", "confirm-clock"], home, {}, AHEAD);
    for (const words of [["remind"], ["deliver", JUNE]])
      expect([words, (await callCommand(words, home, {}, AHEAD)).status]).toEqual([words, 0]);
    expect(readdirSync(join(home, "shared")).length).toBeGreaterThan(1);
  });
});
