// Makes a checkout ready to run: installs packages and compiles, each only where something has changed since it was last done.
// Runs before anything is installed, so it is plain JavaScript and uses Node alone. All it prints goes to stderr.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = [20, 19];
const root = fileURLToPath(new URL("..", import.meta.url));
const installedStamp = join(root, "node_modules", ".jindu-installed");
const builtStamp = join(root, "dist", ".jindu-built");

refuseOldNode();
const packages = digest(
  ["package.json", "package-lock.json"],
  [process.versions.modules, process.platform, process.arch],
);
if (read(installedStamp) !== packages) {
  say("正在安装依赖包（首次约需一两分钟）/ installing packages ...");
  run(process.platform === "win32" ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(installedStamp, packages);
}
const sources = digest(["tsconfig.json", ...listFiles("pipeline")], [packages]);
if (read(builtStamp) !== sources) {
  say("正在编译 / compiling ...");
  compile(sources);
}

/** Beside dist/, which is the old one or the new one, whole, or for a moment not there; never half of one. */
function compile(stamp) {
  const [dist, made, old] = ["dist", `dist.${process.pid}.partial`, `dist.${process.pid}.old.partial`];
  clearAway(abandoned());
  run(process.execPath, [join("node_modules", "typescript", "bin", "tsc"), "-p", "tsconfig.json", "--outDir", made]);
  writeFileSync(join(root, made, ".jindu-built"), stamp);
  if (existsSync(join(root, dist))) renameSync(join(root, dist), join(root, old));
  try {
    renameSync(join(root, made), join(root, dist));
  } catch (error) {
    if (read(builtStamp) !== stamp) throw error; // else another process has just put the same there
  }
  clearAway([made, old]);
}

/** What processes that were killed have left of a dist/ in the making. */
function abandoned() {
  return readdirSync(root).filter((name) => {
    const [, pid] = /^dist\.(\d+)\.(?:old\.)?partial$/.exec(name) ?? [];
    return pid !== undefined && !isAlive(Number(pid));
  });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code !== "ESRCH";
  }
}

function clearAway(names) {
  for (const name of names) rmSync(join(root, name), { recursive: true, force: true });
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  say(`需要 Node.js ${OLDEST_NODE.join(".")} 或更高版本，当前是 ${process.versions.node} / Node.js is too old`);
  process.exit(2);
}

/** One hash over the names and bytes of files and over `facts`. */
function digest(files, facts) {
  const hash = createHash("sha256");
  for (const fact of facts) hash.update(`${fact}\0`);
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  return hash.digest("hex");
}

function listFiles(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort();
}

function read(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: command.endsWith(".cmd"),
  });
  if (status === 0) return;
  clearAway([`dist.${process.pid}.partial`]);
  say(`未能完成：${[command, ...args].join(" ")}${error ? `（${error.message}）` : ""} / failed`);
  process.exit(1);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
