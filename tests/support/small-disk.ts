import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CommandResult } from "./run-command.ts";
import { ROOT, scratchFolder } from "./scratch-home.ts";

const DISK = "256m";

/** A namespace of its own, so that what is mounted in it is gone when it ends; rights of root are had in it. */
const UNSHARE = process.getuid?.() === 0 ? ["--mount"] : ["--user", "--map-root-user", "--mount"];

/** Whether this machine lets a test have a disk of its own. */
export const hasSmallDisk =
  spawnSync("unshare", [...UNSHARE, "sh", "-c", "mount -t tmpfs none /mnt && umount /mnt"]).status === 0;

/** What came of a command on a full disk, and of the same once there was room again. */
export interface OnFullDisk {
  readonly first: CommandResult;
  readonly again: CommandResult;
  readonly disk: string; // a copy of what was on the disk at the end: home/ and what else was written
}

/**
 * Runs a command on a disk that has room for `left` bytes more, and again once it has plenty.
 *
 * @param home copied to the disk, as its home/; null for a disk on which nothing is
 * @param words in which, as in `environment`, DISK stands for the disk's folder
 */
export function onFullDisk(
  home: string | null,
  words: readonly string[],
  left: number,
  environment: Readonly<Record<string, string>> = {},
): OnFullDisk {
  const folder = scratchFolder();
  const [disk, told] = [join(folder, "disk"), join(folder, "told")];
  for (const path of [disk, told]) mkdirSync(path);
  const script = `
    mount -t tmpfs -o size=${DISK} none "$DISK" || exit 99
    if [ -n "$FROM" ]; then cp -a "$FROM" "$DISK/home"; fi
    cat /dev/zero > "$DISK/ballast" 2>/dev/null
    truncate -s -${left} "$DISK/ballast"
    "$@" > "$TOLD/first.out" 2> "$TOLD/first.err"; echo $? > "$TOLD/first.status"
    rm "$DISK/ballast"
    "$@" > "$TOLD/again.out" 2> "$TOLD/again.err"; echo $? > "$TOLD/again.status"
    cp -a "$DISK/." "$TOLD/disk"`;
  const command = [process.execPath, "dist/cli.js", ...words.map((word) => word.replace("DISK", disk))];
  const others = Object.entries(environment).map(([name, value]) => [name, value.replace("DISK", disk)]);
  const own = { DISK: disk, TOLD: told, FROM: home ?? "", JINDU_HOME: join(disk, "home"), JINDU_OFFICE: "none" };
  const { status, stderr } = spawnSync("unshare", [...UNSHARE, "sh", "-c", script, "sh", ...command], {
    ...{ cwd: ROOT, encoding: "utf8" },
    env: { ...process.env, ...own, ...Object.fromEntries(others) },
  });
  if (status !== 0 || !existsSync(join(told, "again.status"))) throw new Error(`no disk: ${status} ${stderr}`);
  const result = (turn: string): CommandResult => {
    const read = (what: string) => readFileSync(join(told, `${turn}.${what}`), "utf8");
    return { status: Number(read("status")), stdout: read("out"), stderr: read("err") };
  };
  return { first: result("first"), again: result("again"), disk: join(told, "disk") };
}
