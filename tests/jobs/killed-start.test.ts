import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { runCommand } from "../support/run-command.ts";
import { ROOT, scratchFolder } from "../support/scratch-home.ts";
import { shippedHome } from "../support/shipped-home.ts";

/** Spread over the life of a start: reading, publishing the first paper, publishing the second. */
const KILLED_AFTER_MS = [400, 900, 1500, 2200, 3000];

async function killedStart(home: string, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, ["dist/cli.js", "start"], {
    cwd: ROOT,
    env: { ...process.env, JINDU_HOME: home },
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await Promise.race([setTimeout(afterMs), ended]);
  child.kill("SIGKILL");
  await ended;
}

/** Names and hashes of the papers and the originals; the database holds times of its own. */
function contents(home: string): readonly string[] {
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("jindu.sqlite"))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path.slice(home.length)} ${createHash("sha256").update(readFileSync(path)).digest("hex")}`)
    .sort();
}

describe("jindu start, killed again and again", () => {
  it("ends with the same papers and originals as reading and publishing undisturbed", {
    timeout: 120_000,
  }, async () => {
    const home = scratchFolder();
    for (const afterMs of KILLED_AFTER_MS) await killedStart(home, afterMs);
    expect(runCommand(["start"], home).status).toBe(0);
    const undisturbed = await shippedHome();
    expect(contents(home)).toEqual(contents(undisturbed));
    const counts = [home, undisturbed].map(
      (folder) => JSON.parse(runCommand(["status", "--json"], folder).stdout).store,
    );
    expect(counts[0].observations).toBe(counts[1].observations);
    expect(counts[0].submissions).toBe(counts[1].submissions);
  });
});
