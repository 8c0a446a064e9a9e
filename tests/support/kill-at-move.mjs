// Loaded before the program: ends it without warning before or after the KILL_MOVE-th time that a name is changed or an empty
// folder goes ("3 before").
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const [nth, mode] = process.env.KILL_MOVE.split(" ");
let moves = 0;

for (const name of ["renameSync", "rmdirSync"]) {
  const original = fs[name];
  fs[name] = (...words) => {
    moves += 1;
    const isIt = moves === Number(nth);
    if (isIt && mode === "before") process.kill(process.pid, "SIGKILL");
    original(...words);
    if (isIt) process.kill(process.pid, "SIGKILL");
  };
}
syncBuiltinESMExports();
