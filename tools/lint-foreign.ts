import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FOREIGN_PAPERS, type ForeignPaper } from "./foreign/papers.ts";
import { savedByOffice, withScratch } from "./office.ts";

const CLI = fileURLToPath(new URL("../dist/cli.js", import.meta.url));

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly place: string;
  readonly message: string;
}

/** Has LibreOffice make a .docx of each foreign paper, lints it, prints what is found and what was overlooked. */
withScratch((folder) => {
  const faults = FOREIGN_PAPERS.flatMap((paper) => check(paper, folder));
  for (const fault of faults) process.stdout.write(`NOT AS EXPECTED ${fault}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
});

function check({ name, text, wrong, right = [] }: ForeignPaper, folder: string): readonly string[] {
  const file = join(folder, name);
  writeFileSync(file, text);
  const findings = linted(savedByOffice(file, "docx", folder));
  process.stdout.write(`${name}: ${findings.length} findings\n`);
  for (const { rule, place, message } of findings) process.stdout.write(`  [${rule}] ${place}: ${message}\n`);
  const rules = new Set(findings.map(({ rule }) => rule));
  return [
    ...wrong.filter((rule) => !rules.has(rule)).map((rule) => `${name}: nothing found by ${rule}`),
    ...right.filter((rule) => rules.has(rule)).map((rule) => `${name}: found by ${rule}, though it is right`),
  ];
}

/** What `jindu lint --json` prints; it ends with 1 where there are errors in the paper, with anything else where it fails. */
function linted(file: string): readonly Found[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, "lint", file, "--json"], { encoding: "utf8" });
  if (status !== 0 && status !== 1) throw new Error(`lint ${file}: ${stderr}`);
  return (JSON.parse(stdout) as { readonly findings: readonly Found[] }).findings;
}
