// Loaded before a command (node --import): ends the process without warning at its nth change of the disk or the database,
// before or after that change is made. Without JINDU_KILL_AT it only counts, and writes the count to JINDU_KILL_COUNT.
import fs from "node:fs";
import { createRequire, syncBuiltinESMExports } from "node:module";

const CHANGES = [
  "renameSync",
  "writeFileSync",
  "mkdirSync",
  "rmSync",
  "rmdirSync",
  "copyFileSync",
  "openSync",
  "fsyncSync",
  "chmodSync",
  "linkSync",
  "unlinkSync",
  "cpSync",
];
const killAt = Number(process.env.JINDU_KILL_AT ?? 0);
const countFile = process.env.JINDU_KILL_COUNT;
const append = fs.appendFileSync;
let changes = 0;

function change(make) {
  changes += 1;
  if (changes === killAt && killAt % 2 === 0) process.kill(process.pid, "SIGKILL");
  const made = make();
  if (changes === killAt) process.kill(process.pid, "SIGKILL");
  return made;
}

for (const name of CHANGES) {
  const original = fs[name];
  fs[name] = (...words) => change(() => original(...words));
}
syncBuiltinESMExports();

const { prototype } = createRequire(import.meta.url)("better-sqlite3");
const prepare = prototype.prepare;
prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql);
  if (!/^\s*(?:insert|update|delete|begin|commit|create)/i.test(sql)) return statement;
  for (const name of ["run", "all", "get"]) {
    const original = statement[name];
    statement[name] = (...words) => change(() => original.apply(statement, words));
  }
  return statement;
};

if (countFile) process.on("exit", () => append(countFile, `${changes}\n`));
