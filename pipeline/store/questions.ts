import type { Kysely } from "kysely";
import type { IndicatorCode } from "../model/indicator.ts";
import type { Question, QuestionKind } from "../model/question.ts";
import { ask, type Store, type Tables } from "./database.ts";
import type { ReadingKey } from "./submissions.ts";

/** A row of `question`: a name that a reading could not settle. */
export interface QuestionTable extends ReadingKey {
  readonly ordinal: number; // place in the reading's list, from 0
  readonly kind: QuestionKind;
  readonly label: string;
  readonly path: string; // JSON list
  readonly file_only: number; // 0 or 1
  readonly sheet: string;
  readonly cell: string | null;
  readonly figures: number;
}

/** A question with the file that it comes from. */
export interface AskedQuestion extends Question {
  readonly sha256: string;
  readonly file: string;
  readonly source: string | null; // name of the source profile
  readonly reported: readonly ReportedIndicator[]; // on the same sheet, in no order
}

/** An indicator that a sheet reports under a name that is known. */
export interface ReportedIndicator {
  readonly code: IndicatorCode;
  readonly scope: string | null; // 口径
}

/** The question at a place of a reading's list as its row. */
export function toQuestionRow({ sha256, reading }: ReadingKey, ordinal: number, question: Question): QuestionTable {
  const { kind, label, sheet, cell, figures } = question;
  const path = JSON.stringify(question.path);
  return { sha256, reading, ordinal, kind, label, path, file_only: Number(question.fileOnly), sheet, cell, figures };
}

/** The questions of one reading in the order in which they were found. */
export async function listQuestions(
  database: Kysely<Tables>,
  { sha256, reading }: ReadingKey,
): Promise<readonly Question[]> {
  const rows = await database
    .selectFrom("question")
    .selectAll()
    .where("sha256", "=", sha256)
    .where("reading", "=", reading)
    .orderBy("ordinal")
    .execute();
  return rows.map(toQuestion);
}

/** The questions of every file's last reading, by file name, hash and place in the file. */
export async function listOpenQuestions(store: Store): Promise<readonly AskedQuestion[]> {
  const rows = await ask(store, (database) =>
    database
      .selectFrom("question as q")
      .innerJoin("current_submission as s", (join) =>
        join.onRef("s.sha256", "=", "q.sha256").onRef("s.reading", "=", "q.reading"),
      )
      .selectAll("q")
      .select(["s.file", "s.source"])
      .orderBy("s.file")
      .orderBy("q.sha256")
      .orderBy("q.ordinal")
      .execute(),
  );
  const reported = await listReported(store);
  return rows.map((row) => ({
    ...toQuestion(row),
    ...{ sha256: row.sha256, file: row.file, source: row.source },
    reported: reported.get(sheetKey(row)) ?? [],
  }));
}

/** What stands beside the questions, by sheet. */
async function listReported(store: Store): Promise<ReadonlyMap<string, readonly ReportedIndicator[]>> {
  const rows = await ask(store, (database) =>
    database
      .selectFrom("question as q")
      .innerJoin("current_submission as s", (join) =>
        join.onRef("s.sha256", "=", "q.sha256").onRef("s.reading", "=", "q.reading"),
      )
      .innerJoin("observation as o", (join) =>
        join.onRef("o.sha256", "=", "q.sha256").onRef("o.reading", "=", "q.reading").onRef("o.sheet", "=", "q.sheet"),
      )
      .where("q.kind", "=", "indicator")
      .where("o.indicator", "is not", null)
      .select(["o.sha256", "o.sheet", "o.indicator", "o.scope"])
      .distinct()
      .execute(),
  );
  const found = new Map<string, ReportedIndicator[]>();
  for (const { indicator: code, scope, ...place } of rows) {
    if (code !== null) found.set(sheetKey(place), [...(found.get(sheetKey(place)) ?? []), { code, scope }]);
  }
  return found;
}

function sheetKey({ sha256, sheet }: Pick<QuestionTable, "sha256" | "sheet">): string {
  return `${sha256}|${sheet}`;
}

function toQuestion(row: QuestionTable): Question {
  const { kind, label, sheet, cell, figures } = row;
  const path: readonly string[] = JSON.parse(row.path);
  return { kind, label, path, fileOnly: row.file_only === 1, sheet, cell, figures };
}
