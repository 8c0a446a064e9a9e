import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SHEETS = join(ROOT, "seeds/sheets/demo/住建局");

/** The bureau whose sheets come in; those of one make all that is killed, and quickly. */
export const BUREAU = "市住建局";

/** People who get the papers by mail, and one who gets them in a folder; bureaus that are reminded by mail. */
const BY_MAIL = `recipients:
  - { role: leader, name: 甲领导, channel: mail, address: a@example.cn, papers: [briefing] }
  - { role: office, name: 办公室, channel: shared-folder, address: 办公室, papers: [briefing] }
  - { role: leader, name: 乙领导, channel: mail, address: b@example.cn, papers: [briefing, workbook] }
  - { role: archivist, name: 丙, channel: mail, address: c@example.cn, papers: [briefing, workbook, data] }
contacts:
  - { bureau: statistics, name: 统计人员, address: d@example.cn }
  - { bureau: finance, name: 财政人员, address: e@example.cn }
`;

/** What differs between projects. */
export interface ProjectKind {
  readonly months: readonly number[]; // of 2023, whose sheets come in
  readonly hasOddFiles: boolean; // beside them the last of them once more, one of a name that nobody knows, one that is too large
  readonly isByMail: boolean; // papers and reminders go out by mail, not into folders
}

/**
 * Makes a project in which the program stands in one piece, which takes a third of the time to start, with the shipped seeds
 * and templates, and in `sheets/` what comes in.
 */
export async function makeProject(folder: string, { months, hasOddFiles, isByMail }: ProjectKind): Promise<void> {
  for (const name of ["dist", "sheets"]) mkdirSync(join(folder, name), { recursive: true });
  for (const name of ["node_modules", "templates"]) symlinkSync(join(ROOT, name), join(folder, name));
  cpSync(join(ROOT, "package.json"), join(folder, "package.json"));
  cpSync(join(ROOT, "seeds"), join(folder, "seeds"), { recursive: true, filter: (path) => !path.endsWith("/sheets") });
  if (isByMail) writeFileSync(join(folder, "seeds/recipients.yaml"), BY_MAIL);
  for (const month of months) {
    const name = `2023年${month}月城建重点任务.xlsx`;
    for (const copy of hasOddFiles ? [name, "又一份.xlsx"] : [name]) {
      cpSync(join(SHEETS, name), join(folder, "sheets", copy));
    }
  }
  if (hasOddFiles) {
    writeFileSync(join(folder, "sheets/不认识的名称.csv"), UNKNOWN_NAME);
    writeFileSync(join(folder, "sheets/太大.xlsx"), Buffer.alloc(READ_LIMIT_BYTES + 1));
  }
  await bundle(join(folder, "dist"));
}

const UNKNOWN_NAME = "2023年4月住建指标\n指标名称,单位,1-4月累计,累计增长(%)\n城市某某新指标,亿元,12.3,4.5\n";

const READ_LIMIT_BYTES = 128 * 1024;

/** How large a file may be, for the program: above the largest of the sheets. */
export const READ_SETTING = { JINDU_READ_MAX_FILE_MB: String(READ_LIMIT_BYTES / 1024 / 1024) };

async function bundle(outdir: string): Promise<void> {
  await build({
    entryPoints: [
      { in: join(ROOT, "tools/kills/program.ts"), out: "program" },
      { in: join(ROOT, "tools/kills/point.ts"), out: "point" },
      { in: join(ROOT, "pipeline/read/parse-worker.ts"), out: "parse-worker" },
    ],
    ...{ outdir, bundle: true, splitting: true, format: "esm", platform: "node", target: "node20" },
    external: ["better-sqlite3"],
    banner: { js: 'import { createRequire as r } from "node:module"; const require = r(import.meta.url);' },
  });
}
