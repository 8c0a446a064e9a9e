import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readPng } from "./charts/png.ts";
import { writePng } from "./charts/write-png.ts";
import { printedPage, withScratch } from "./office.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DPI = 100;

/** The pages that the README shows, of the papers on the demo month. */
const PICTURES = [
  { paper: "briefing.docx", says: "演示数据", name: "briefing.png" },
  { paper: "workbook.xlsx", says: "执行情况总览", name: "overview.png" },
] as const;

withScratch((folder) => {
  const env = { ...process.env, JINDU_HOME: join(folder, "home") };
  const jindu = (...words: readonly string[]) =>
    execFileSync(process.execPath, [join(ROOT, "dist/cli.js"), ...words], { cwd: ROOT, env, encoding: "utf8" });
  jindu("ingest", "seeds/sheets");
  const published = JSON.parse(jindu("publish", "2023-06", "--json")) as { readonly folder: string };
  for (const { paper, says, name } of PICTURES) {
    const page = printedPage(join(published.folder, paper), { says, dpi: DPI, folder });
    const picture = writePng(readPng(readFileSync(page)));
    writeFileSync(join(ROOT, "tools/pictures", name), picture);
    process.stdout.write(`tools/pictures/${name} ${Math.ceil(picture.length / 1024)} KB\n`);
  }
});
