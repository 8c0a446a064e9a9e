import { fileURLToPath } from "node:url";
import { benchIngest } from "./bench/ingest.ts";

const USAGE =
  "usage: npm run bench -- ingest\n  ingest   workbooks to observations: time, memory, growth (about three minutes)\n";

const [name] = process.argv.slice(2);
if (name === "ingest") {
  const held = benchIngest(fileURLToPath(new URL("..", import.meta.url)), (line) => process.stdout.write(`${line}\n`));
  process.exitCode = held ? 0 : 1;
} else {
  (name === "--help" ? process.stdout : process.stderr).write(USAGE);
  process.exitCode = name === "--help" ? 0 : 2;
}
