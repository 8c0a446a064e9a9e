import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkPackage } from "../../pipeline/jobs/archive/check.ts";
import type { KillPoint } from "./choose.ts";
import { compareStates, describeHome } from "./home-state.ts";
import type { MailServer } from "./mail-server.ts";
import { asSaid, describeMails, requireAttachments, SENT_VIEW, settleUnsure } from "./mail-state.ts";
import type { Phase } from "./phases.ts";
import { BUREAU, makeProject } from "./project.ts";
import { type Place, runProgram } from "./run-program.ts";

/** Exit code where somebody has not got what was for them, as far as the program knows. */
const NOT_ALL_SENT = 1;

/** Where one kill after the other is tried; two lanes do so at a time. */
export interface Lane {
  readonly folder: string;
  readonly server: MailServer;
}

/** A phase with a home that is ready for it, and what an undisturbed run makes of that. */
export interface PreparedPhase {
  readonly phase: Phase;
  readonly project: string;
  readonly ready: string; // the home
  readonly kinds: readonly string[]; // of the changes that the run makes, in order
  readonly state: readonly string[]; // of the home and the mailboxes afterwards
}

/** What came of one kill. */
export interface KillResult {
  readonly differences: readonly string[]; // empty where all came out the same
  readonly unsure: "arrived" | "lost" | null; // the mail about which the program did not know, and where it was
}

/** Makes a home ready and runs the phase in it undisturbed. @param folder that is the phase's own, and not there yet */
export async function preparePhase(phase: Phase, folder: string, lane: Lane): Promise<PreparedPhase> {
  const project = join(folder, "project");
  const ready = join(folder, "ready");
  mkdirSync(project, { recursive: true });
  await makeProject(project, phase);
  const place = placeIn(lane, project, phase);
  dropFolder(place.home);
  dropFolder(place.scratch);
  cpSync(join(project, "sheets"), join(place.home, "inbox", BUREAU), { recursive: true });
  for (const [index, words] of phase.before.entries()) await mustEnd(0, { ...place, minute: index }, words);
  copyOf(place.home, ready);
  lane.server.emptied();
  const trace = join(folder, "trace");
  await mustEnd(phase.code, place, phase.work, { JINDU_KILL_TRACE: trace });
  const kinds = readFileSync(trace, "utf8").trimEnd().split("\n");
  const mails = await lane.server.arrived();
  requireAttachments(place.home, mails);
  requireWholePackages(place.home); // others are held against these, byte for byte
  const state = [...describeHome(place.home, SENT_VIEW), ...describeMails(mails)];
  if (!state.some((line) => line.startsWith(phase.leaves)))
    throw new Error(`${phase.name}: has left no ${phase.leaves}`);
  return { phase, project, ready, kinds, state };
}

/** Kills the phase at a point, starts it anew, and holds what comes of that against the undisturbed run. */
export async function killAt(prepared: PreparedPhase, point: KillPoint, lane: Lane): Promise<KillResult> {
  const { phase, project, ready, kinds, state } = prepared;
  const place = placeIn(lane, project, phase);
  dropFolder(place.home);
  dropFolder(place.scratch);
  copyOf(ready, place.home);
  lane.server.emptied();
  const differences: string[] = [];
  const killed = await runProgram(place, phase.work, {
    JINDU_KILL_AT: `${point.at} ${point.mode} ${kinds[point.at - 1]}`,
  });
  if (killed.signal !== "SIGKILL") differences.push(`was not killed: ${killed.told}`);
  await lane.server.arrived();
  const again = await runProgram(place, phase.work);
  const settled = await settleUnsure(place, phase.work, lane.server);
  const reminded = settled?.reminded ?? null;
  const end = settled?.end ?? again;
  if (end.code !== (reminded === null ? phase.code : NOT_ALL_SENT)) differences.push(`ended ${end.code}: ${end.told}`);
  const mails = await lane.server.arrived();
  const found = [...describeHome(place.home, SENT_VIEW), ...describeMails(mails)];
  const mayMiss = (line: string) => reminded !== null && line.startsWith(`mail ${reminded} `) && !found.includes(line);
  const expected = state.filter((line) => !mayMiss(line));
  const seen = (lines: readonly string[]) => (settled === null ? lines : asSaid(lines));
  differences.push(...compareStates(seen(expected), seen(found)));
  return { differences, unsure: settled?.unsure ?? null };
}

function placeIn({ folder, server }: Lane, project: string, { isByMail, before }: Phase): Place {
  const home = join(folder, "home");
  return {
    project,
    home,
    scratch: join(folder, "scratch"),
    mail: isByMail ? server.setting : {},
    minute: before.length,
  };
}

async function mustEnd(expected: number, ...words: Parameters<typeof runProgram>): Promise<void> {
  const { code, signal, told } = await runProgram(...words);
  if (code !== expected) throw new Error(`${words[1].join(" ")}: ${code ?? signal} ${told}`);
}

function copyOf(home: string, to: string): void {
  cpSync(home, to, { recursive: true, preserveTimestamps: true });
}

/** Deletes a folder, packages in it too, which are read-only down to their folders. */
export function dropFolder(folder: string): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) chmodSync(join(entry.parentPath, entry.name), 0o755);
  }
  rmSync(folder, { recursive: true, force: true });
}

function requireWholePackages(home: string): void {
  const archive = join(home, "archive");
  for (const name of existsSync(archive) ? readdirSync(archive) : []) {
    const { problems } = checkPackage(join(archive, name));
    if (problems.length > 0) throw new Error(`package ${name}: ${problems.map(({ message }) => message).join("; ")}`);
  }
}
