import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { TRADE_EXAMPLE, tradeExample } from "./sheets/trade-example.ts";
import { writeDemoSheets } from "./sheets/write-demo-sheets.ts";

const written = await writeDemoSheets(
  fileURLToPath(new URL("sheets/series.csv", import.meta.url)),
  fileURLToPath(new URL("../seeds/sheets/demo", import.meta.url)),
);
process.stdout.write(`${written.join("\n")}\n${written.length} files\n`);
writeFileSync(new URL(`../seeds/examples/${TRADE_EXAMPLE}`, import.meta.url), await tradeExample());
