import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";

const PIPELINE = new URL("../pipeline", import.meta.url).pathname;

const LEFT_END = ["cli.ts", "config.ts", "log.ts", "terminal.ts", "usage.ts"];

/** What each folder may import from, besides itself. Arrows point right only. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "cli.ts": ["command-line.ts"],
  "command-line.ts": [
    "commands",
    "jobs",
    "config.ts",
    "log.ts",
    "terminal.ts",
    "task-words.ts",
    "help.ts",
    "usage.ts",
    "errors.ts",
  ],
  commands: ["jobs", "schedule.ts", "config.ts", "log.ts", "terminal.ts", "model", "errors.ts"],
  jobs: [
    "read",
    "extract",
    "check",
    "plan",
    "reference",
    "store",
    "assess",
    "report",
    "returns",
    "archive",
    "lint",
    "proof",
    "calendar",
    "deliver",
    "model",
    "log.ts",
    "write-through.ts",
    "errors.ts",
  ],
  read: ["model", "errors.ts"],
  extract: ["model", "errors.ts"],
  check: ["model", "errors.ts"],
  plan: ["model", "errors.ts"],
  reference: ["model", "errors.ts"],
  store: ["model", "write-through.ts", "errors.ts"],
  assess: ["model", "errors.ts"],
  report: ["model", "errors.ts"],
  returns: ["model", "errors.ts"],
  archive: ["model", "write-through.ts", "errors.ts"],
  lint: ["ooxml"],
  proof: ["ooxml", "model"],
  ooxml: [],
  calendar: ["model"],
  deliver: ["model", "write-through.ts"],
  model: ["errors.ts"],
  "schedule.ts": [],
  "config.ts": ["model", "errors.ts"],
  "task-words.ts": ["commands", "errors.ts"],
  "help.ts": ["usage.ts"],
  "usage.ts": [],
  "terminal.ts": ["model"],
  "log.ts": [],
  "write-through.ts": [],
  "errors.ts": [],
};

/**
 * The folder where each library lives. fflate has two: report/ packs papers that this program writes itself, returns/
 * patches workbooks that others wrote; neither may import the other, and no type of the library leaves either.
 */
const HOME_OF: Readonly<Record<string, string | readonly string[]>> = {
  "big.js": "model",
  "csv-parse": "read",
  "@e965/xlsx": "read",
  yauzl: "read",
  "mdast-util-from-markdown": "reference",
  yaml: "reference",
  zod: "reference",
  kysely: "store",
  "better-sqlite3": "store",
  exceljs: "report",
  docx: "report",
  fflate: ["report", "returns"],
  "chinese-days": "calendar",
  nodemailer: "deliver",
  "postal-mime": "deliver",
  croner: "calendar",
  "node-cron": "schedule.ts",
};

/** Folders that compute and nothing else: no files, no clock, no process. */
const PURE = [
  "extract",
  "check",
  "plan",
  "reference",
  "assess",
  "returns",
  "lint",
  "proof",
  "ooxml",
  "calendar",
  "model",
];

interface SourceFile {
  readonly path: string; // from pipeline/
  readonly room: string; // its folder, or its own name at the root
  readonly text: string;
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(PIPELINE, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .sort()
  .map((path) => {
    const text = readFileSync(join(PIPELINE, path), "utf8");
    const imports = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"\s]+)"/g)].map((match) => match[1] ?? "");
    return { path, room: path.split("/")[0] ?? path, text, imports };
  });

function roomOf(file: SourceFile, specifier: string): string {
  const target = join("/pipeline", file.path, "..", specifier).slice("/pipeline/".length);
  return target.split("/")[0] ?? target;
}

describe("the tree", () => {
  it("has a rule for every folder", () => {
    expect([...new Set(files.map(({ room }) => room))].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  it("imports to the right only", () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .filter((specifier) => specifier.startsWith("."))
        .filter((specifier) => {
          const room = roomOf(file, specifier);
          return room !== file.room && !MAY_IMPORT[file.room]?.includes(room);
        })
        .map((specifier) => `${file.path} -> ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it("keeps each library at home", () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .filter((specifier) => !specifier.startsWith(".") && !specifier.startsWith("node:"))
        .filter((specifier) => ![HOME_OF[packageOf(specifier)]].flat().includes(file.room))
        .map((specifier) => `${file.path} -> ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it("keeps files, clock and process out of the folders that compute", () => {
    const wrong = files
      .filter(({ room }) => PURE.includes(room))
      .filter(({ text }) => /from "node:(?!util)|\bnew Date\(\)|\bDate\.now\(|\bprocess\.|Math\.random/.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it("reads the clock, the arguments and the environment at the left end only", () => {
    const wrong = files
      .filter(({ room }) => !LEFT_END.includes(room))
      .filter(({ text }) => /\bnew Date\(\)|\bDate\.now\(|process\.(argv|exit|env)/.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe("a module", () => {
  it("is at most 250 lines long", () => {
    const long = files.filter(({ path, text }) => !path.includes("/migrations/") && text.split("\n").length > 251);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it("is named after what is in it", () => {
    const drawers = files.filter(({ path }) => /^(utils?|helpers?|common|misc|index|types)\.ts$/.test(basename(path)));
    expect(drawers.map(({ path }) => path)).toEqual([]);
  });

  it("exports by name and only what it defines", () => {
    const wrong = files.filter(({ text }) => /^export default|^export \*|^export \{[^}]*\} from/m.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it("documents what it exports", () => {
    const modules = files.filter(({ path }) => !path.includes("/migrations/"));
    const bare = modules.flatMap(({ path, text }) =>
      [...text.matchAll(/(^|\n)(?!\s*\*\/)([^\n]*)\n(export (?:async )?function \w+)/g)]
        .filter((match) => !(match[2] ?? "").trimEnd().endsWith("*/"))
        .map((match) => `${path}: ${match[3]}`),
    );
    expect(bare).toEqual([]);
  });
});

function packageOf(specifier: string): string {
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? "");
}
