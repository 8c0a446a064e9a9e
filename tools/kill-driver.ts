// Kills a process at changes it makes to disk, database and network while it ingests, publishes, delivers and archives, starts it
// anew, and holds home and mailboxes against those of a run in which nothing was killed:
// `tsx tools/kill-driver.ts [kills a phase at least | all] [phase...]`.
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseKills } from "./kills/choose.ts";
import { startMailServer } from "./kills/mail-server.ts";
import { PHASES } from "./kills/phases.ts";
import { dropFolder, killAt, type Lane, preparePhase } from "./kills/try-kills.ts";

const LANES = 2;

const [, , words = "16", ...names] = process.argv;
const least = words === "all" ? Number.POSITIVE_INFINITY : Number(words);
const phases = PHASES.filter(({ name }) => names.length === 0 || names.includes(name));
const room = mkdtempSync(join(tmpdir(), "jindu-kills-"));
const began = performance.now();
try {
  const lanes: Lane[] = [];
  for (let number = 0; number < LANES; number += 1) {
    lanes.push({ folder: join(room, `lane${number}`), server: await startMailServer() });
  }
  const prepared = await inLanes(lanes, phases, (phase, lane) => preparePhase(phase, join(room, phase.name), lane));
  let [kills, wrong] = [0, 0];
  console.log(`prepared in ${seconds()} s`);
  for (const one of prepared) {
    const like = prepared.find(({ phase }) => phase.name === one.phase.like);
    const { points, boundaries } = chooseKills(one.kinds, least, new Set(like?.kinds));
    const results = await inLanes(lanes, points, async (point, lane) => {
      const { differences, unsure } = await killAt(one, point, lane);
      const place = `${point.mode} ${point.at}, ${one.kinds[point.at - 1]}`;
      return { differences: differences.map((line) => `${place}: ${line}`), unsure };
    });
    const differences = results.flatMap((result) => result.differences);
    const unsure = (where: string) => results.filter((result) => result.unsure === where).length;
    const [there, lost] = [unsure("arrived"), unsure("lost")];
    const kinds = new Set(one.kinds.filter((kind) => !like?.kinds.includes(kind))).size;
    const than = like ? ` other than those of "${like.phase.name}"` : "";
    console.log(`${one.phase.name}: ${one.kinds.length} changes of ${kinds} kinds${than}, ${points.length} kills`);
    console.log(`  hit all ${boundaries} kinds of boundaries; ${differences.length} differences; after ${seconds()} s`);
    if (one.phase.isByMail)
      console.log(`  nobody knew of ${there + lost} mails: ${there} were there, ${lost} were not`);
    for (const line of differences.slice(0, 40)) console.log(`  ${line}`);
    kills += points.length;
    wrong += differences.length;
  }
  console.log(`${kills} kills, ${wrong} differences`);
  process.exitCode = wrong === 0 ? 0 : 1;
  for (const { server } of lanes) await server.close();
} finally {
  dropFolder(room);
}

function seconds(): string {
  return ((performance.now() - began) / 1000).toFixed(0);
}

/** Works through tasks in order, as many at a time as there are lanes. */
async function inLanes<T, R>(
  lanes: readonly Lane[],
  tasks: readonly T[],
  work: (task: T, lane: Lane) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const waiting = [...tasks.entries()];
  await Promise.all(
    lanes.map(async (lane) => {
      mkdirSync(lane.folder, { recursive: true });
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        results[next[0]] = await work(next[1], lane);
      }
    }),
  );
  return results;
}
