import { defineConfig } from "vitest/config";
import { compiledPipeline } from "./compiled-pipeline.ts";

/** Folders whose tests touch neither files nor processes. */
const PURE = ["assess", "check", "extract", "lint", "model", "plan", "reference", "report"].map(
  (folder) => `tests/${folder}/**/*.test.ts`,
);

/** What may load nothing that others have loaded: once code pages are loaded, the library writes other .xls files. */
const ALONE = ["tests/seeds/demo-sheets.test.ts"];

/** What kills processes by the dozen, waits for servers, publishes every paper of a year, or packs a quarter: `npm run test:long`. */
const LONG_JOBS = [
  "any-order",
  "archive",
  "archive-fonds",
  "archive-knowledge",
  "archive-records",
  "archive-sender",
  "backup",
  "deliver",
  "deliver-bounced",
  "deliver-killed",
  "deliver-mail",
  "deliver-versions",
  "doubtful-clock",
  "every-period",
  "full-disk",
  "killed-schedule",
  "killed-start",
  "message-ids",
  "publish-again",
  "publish-complete",
  "receipts",
  "remind",
  "replies",
  "replies-killed",
  "restore-killed",
  "restored-mails",
  "review",
  "review-killed",
  "scheduled-archive",
  "scheduled-backup",
  "scheduled-backup-killed",
  "scheduled-deliver",
  "scheduled-remind",
  "shipped-schedule",
  "trouble-on-disk",
  "two-schedulers",
  "workbook-figures",
];

/** Those, and what reads hundreds of drifted or hostile sheets. */
const LONG = [
  ...LONG_JOBS.map((name) => `tests/jobs/**/${name}.test.ts`),
  "tests/extract/drift.test.ts",
  "tests/limits-set.test.ts",
  "tests/read/hostile/ingest-hostile.test.ts",
  "tests/store/kill.test.ts",
];

export default defineConfig({
  plugins: [compiledPipeline],
  test: {
    root: new URL("..", import.meta.url).pathname,
    globalSetup: ["tests/compiled-pipeline.ts", "tests/run-folder.ts"],
    server: { deps: { external: [/^(?!.*\/node_modules\/).*\/dist\/.+\.js$/] } },
    testTimeout: 120_000, // the whole of the shipped sheets several times over, on a busy machine
    hookTimeout: 120_000,
    maxWorkers: 2,
    isolate: false, // tests share what is loaded, which saves half their time
    projects: [
      { extends: true, test: { name: "pure", include: PURE, exclude: LONG } },
      {
        extends: true,
        test: {
          name: "whole",
          include: ["tests/**/*.test.ts"],
          exclude: [...PURE, ...ALONE, ...LONG],
          pool: "threads",
        },
      },
      { extends: true, test: { name: "alone", include: ALONE, isolate: true } },
      { extends: true, test: { name: "long", include: LONG, pool: "threads" } },
    ],
  },
});
