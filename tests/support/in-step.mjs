// Loaded before the program: after each file that it moves on from 处理中, it waits until another process has begun and ended a
// turn since, which that tells by the number in the file TURNS.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { renameSync } = fs;
const turns = () => Number(fs.readFileSync(process.env.TURNS, "utf8"));
const sleeper = new Int32Array(new SharedArrayBuffer(4));

fs.renameSync = (from, to) => {
  renameSync(from, to);
  if (!from.includes("处理中")) return;
  for (const since = turns(); turns() < since + 2; ) Atomics.wait(sleeper, 0, 0, 1);
};
syncBuiltinESMExports();
