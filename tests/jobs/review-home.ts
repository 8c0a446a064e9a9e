import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { catchUp } from "../../pipeline/jobs/catch-up.ts";
import { publish } from "../../pipeline/jobs/edition/publish.ts";
import { ingestFiles } from "../../pipeline/jobs/ingest.ts";
import { type OpenHome, withHome } from "../../pipeline/jobs/open-home.ts";
import { readProgress } from "../../pipeline/jobs/progress.ts";
import { listAnswers, resolveQuestion, undoAnswer } from "../../pipeline/jobs/review-answers.ts";
import { listReview } from "../../pipeline/jobs/review-questions.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import { DEFAULT_READ_LIMITS } from "../../pipeline/read/limits.ts";
import { listObservations } from "../../pipeline/store/observations.ts";
import { memoryEffects, ROOT, scratchFolder } from "../support/scratch-home.ts";

const JUNE = makePeriod(2023, 6);
const PROFILES: Readonly<Record<string, string>> = { "herd-a": "甲牧报", "herd-b": "乙牧报" };

/** The project with two sources of the test's own instead of the shipped ones; their sheets say 甲牧报 or 乙牧报. */
export function reviewRoot(): string {
  const root = scratchFolder();
  for (const folder of ["seeds", "templates"]) cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
  cpSync(join(ROOT, "package.json"), join(root, "package.json"));
  rmSync(join(root, "seeds/sources"), { recursive: true });
  cpSync(join(ROOT, "seeds/sources/PUBLISHED.md"), join(root, "seeds/sources/PUBLISHED.md"));
  for (const [name, word] of Object.entries(PROFILES)) {
    const yaml = `title: ${name}\nbureau: agriculture\nrecognise:\n  - ${word}\n`;
    writeFileSync(join(root, `seeds/sources/${name}.yaml`), yaml);
  }
  return root;
}

/** A month's sheet: 通辽市2023年1—6月甲牧报, then rows of label, unit, 1—n月累计. */
export function herdSheet(word: string, month: number, rows: readonly string[]): string {
  return [`通辽市2023年1—${month}月${word},,`, "指标,计量单位,累计", ...rows, ""].join("\n");
}

/** A home of the test's own with everything that a person does there; each call opens it and closes it again. */
export function reviewHome(root: string) {
  const home = scratchFolder();
  const folder = scratchFolder();
  const effects = memoryEffects();
  const open = <T>(work: (open: OpenHome) => Promise<T>) => withHome({ home, root, limits: DEFAULT_READ_LIMITS }, work);
  return {
    home,
    log: effects.lines,
    ingest: async (name: string, sheet: string) => {
      const file = join(folder, name);
      writeFileSync(file, sheet);
      const [result] = await ingestFiles(
        [file],
        { root, home, hints: {}, limits: DEFAULT_READ_LIMITS, isDryRun: false },
        effects,
      );
      return (result?.issues ?? []).map(({ code }) => code);
    },
    questions: (source?: string) => open((home) => listReview(home, source, effects)),
    resolve: (id: string, words: string | null) => open((home) => resolveQuestion(home, { id, words }, effects)),
    undo: (id: string) => open((home) => undoAnswer(home, id, effects)),
    answers: (source?: string) => open((home) => listAnswers(home, source)),
    catchUp: () => open((home) => catchUp(home, "answered", effects)),
    publish: () => open((home) => publish(home, { period: JUNE, kind: "monthly", asOf: null }, effects)),
    actual: (target: string) =>
      open(async (home) => {
        const request = { period: JUNE, asOf: null, region: undefined };
        const { assessments } = await readProgress(home, request, effects);
        return assessments.find((assessment) => assessment.target.id === target)?.actual;
      }),
    /** The current observations with a value: file, cell, indicator, region, 口径, value. */
    facts: () =>
      open(async ({ store }) =>
        (await listObservations(store))
          .filter(({ value }) => value !== null)
          .map((o) => `${o.file} ${o.cell} ${o.indicator ?? "?"} ${o.region ?? "?"} ${o.scope ?? "-"} ${o.value}`)
          .sort(),
      ),
  };
}
