// Makes a checkout ready to run: installs packages and compiles, each only where something has changed since it was last done.
// Runs before anything is installed, so it is plain JavaScript and uses Node alone. All it prints goes to stderr.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  rmSync(join(root, "dist"), { recursive: true, force: true });
  run(process.execPath, [join("node_modules", "typescript", "bin", "tsc"), "-p", "tsconfig.json"]);
  writeFileSync(builtStamp, sources);
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
  say(`未能完成：${[command, ...args].join(" ")}${error ? `（${error.message}）` : ""} / failed`);
  process.exit(1);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
