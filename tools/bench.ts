import { fileURLToPath } from "node:url";
import { benchBriefing } from "./bench/briefing.ts";
import { benchIngest } from "./bench/ingest.ts";
import { benchWorkbook } from "./bench/workbook.ts";

const BENCHES: Readonly<Record<string, (root: string, write: (line: string) => void) => boolean>> = {
  ingest: benchIngest,
  workbook: benchWorkbook,
  briefing: benchBriefing,
};

const USAGE = `usage: npm run bench -- ingest | workbook | briefing
  ingest     workbooks to observations: time, memory, growth (about three minutes)
  workbook   an edition to its workbook: time, memory, against XlsxWriter (about a minute)
  briefing   an edition to its briefing: time, memory (about half a minute)
`;

const [name = ""] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) {
  const held = bench(fileURLToPath(new URL("..", import.meta.url)), (line) => process.stdout.write(`${line}\n`));
  process.exitCode = held ? 0 : 1;
} else {
  (name === "--help" ? process.stdout : process.stderr).write(USAGE);
  process.exitCode = name === "--help" ? 0 : 2;
}
