import type { QuestionWords } from "../model/question.ts";
import type { Column } from "./columns.ts";
import { squash } from "./normalise.ts";
import type { ReadPhrase } from "./phrase.ts";
import type { LabelledRow } from "./rows.ts";

/** A row's name as a question puts it: without time, measure, unit and ordinal where the label has a name beside them. */
export function rowName({ phrase, label }: LabelledRow): string {
  return phrase?.name || squash(label);
}

/** What an unknown row label is asked as: under the table's topic and the names of the rows above it. */
export function rowWords(row: LabelledRow, topic: string): QuestionWords {
  return { kind: "indicator", label: rowName(row), path: [...topicPath(topic), ...sections(row)] };
}

/** What an unknown head over rows of places or periods is asked as: the heads above it belong to its path. */
export function headWords(
  row: LabelledRow,
  { cells, name, nameCell, partOf }: Column,
  topic: string,
  read: ReadPhrase,
) {
  const upper = nameCell === null ? [] : cells.slice(0, cells.indexOf(nameCell));
  const groups = upper.map(({ squashed }) => read(squashed).name).filter((group) => group !== "");
  const path = [...topicPath(topic), ...sections(row), ...(partOf === null ? [] : [partOf]), ...groups];
  return { kind: "indicator", label: name ?? "", path } as const satisfies QuestionWords;
}

function topicPath(topic: string): readonly string[] {
  return topic === "" ? [] : [topic];
}

/** Rows above that name a place or a time only do not make a label mean something else. */
function sections({ parents }: LabelledRow): readonly string[] {
  return parents
    .filter(({ phrase }) => phrase?.indicator || !(phrase?.region || (phrase?.time && phrase.name === "")))
    .map(rowName);
}
