import { setTimeout } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { lookAgain } from "../../pipeline/store/sightings.ts";
import { closeStore, openStore } from "../../pipeline/store/sqlite.ts";
import { startScript } from "./child-script.ts";
import { scratchFile, withRaw } from "./raw-database.ts";

const PLACE = "财政局/6月.csv";
const timeOf = (second: number) => `2023-07-10T01:00:${String(second).padStart(2, "0")}.000Z`;

describe("lookAgain(store, folder, seen, now)", () => {
  it("tells since when a file looks as it does, anew where it has changed, was away or the clock was set back", async () => {
    const store = await openStore(scratchFile());
    onTestFinished(() => closeStore(store));
    const look = async (stamp: string | null, second: number) => {
      const seen = stamp === null ? [] : [{ place: PLACE, stamp }];
      return (await lookAgain(store, "财政局", seen, timeOf(second))).get(PLACE);
    };
    expect(await look("a", 1)).toBe(timeOf(1));
    expect(await look("a", 5)).toBe(timeOf(1));
    expect(await look("b", 6)).toBe(timeOf(6));
    expect(await look(null, 7)).toBeUndefined();
    expect(await look("b", 8)).toBe(timeOf(8));
    expect(await look("b", 3)).toBe(timeOf(3));
  });

  it("is not turned away while another process looks too", async () => {
    const file = scratchFile();
    const store = await openStore(file);
    onTestFinished(() => closeStore(store));
    const other = startScript("look-again-on.ts", file);
    const turns = () => withRaw(file, (database) => database.prepare("SELECT stamp FROM sighting").pluck().all());
    while (turns().length === 0) await setTimeout(20);
    for (let turn = 0; turn < 300; turn += 1) {
      await lookAgain(store, "财政局", [{ place: PLACE, stamp: String(turn) }], timeOf(1));
    }
    other.kill("SIGKILL");
    expect((await other.end).signal).toBe("SIGKILL");
  });
});
