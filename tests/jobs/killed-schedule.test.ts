import { describe, expect, it } from "vitest";
import { PHASES, tryKills } from "../../tools/kill-driver.ts";

/** The first change and one in the middle; .ci/run tries two hundred, evenly spread. */
const KILLS = 2;

describe("a scheduled run, killed at a change it makes to disk or database", () => {
  it.each(PHASES.map((phase) => [phase.name, phase] as const))(
    "%s comes to the same home as undisturbed",
    (_, phase) => {
      const { kills, differences } = tryKills(phase, KILLS);
      expect(differences).toEqual([]);
      expect(kills).toBe(KILLS);
    },
  );
});
