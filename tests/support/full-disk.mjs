// Loaded before the program: a disk with room for DISK_LEFT bytes more, whatever is written by Node itself.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

let left = Number(process.env.DISK_LEFT);
const { writeSync, writeFileSync } = fs;

function take(bytes) {
  left -= bytes;
  if (left >= 0) return;
  throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", errno: -28, syscall: "write" });
}

fs.writeSync = (descriptor, bytes, ...rest) => {
  if (descriptor > 2) take(bytes.length);
  return writeSync(descriptor, bytes, ...rest);
};
fs.writeFileSync = (file, bytes, ...rest) => {
  take(bytes.length);
  return writeFileSync(file, bytes, ...rest);
};
syncBuiltinESMExports();
