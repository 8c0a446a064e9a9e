/** What a name may be of: something measured, or a place. */
export type QuestionKind = "indicator" | "region";

/** The words that a question is about, squashed; two questions with the same words of one source are one. */
export interface QuestionWords {
  readonly kind: QuestionKind;
  readonly label: string;
  readonly path: readonly string[]; // what the label stands under, the table's topic first; empty for places
}

/** A name that a reading could not settle, and how much waits for it. */
export interface Question extends QuestionWords {
  readonly fileOnly: boolean; // words of a title that may mean another place in the source's next file
  readonly sheet: string; // of the first figure that waits
  readonly cell: string | null; // A1, where the words stand; null for the sheet's or the file's name
  readonly figures: number; // that wait for the answer
}
