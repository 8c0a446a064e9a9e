import type { Period } from "../model/period.ts";
import type { ReadResidue } from "./caption-residue.ts";
import { type Caption, captionText, type ReadCaption } from "./captions.ts";
import type { Surroundings } from "./far-time.ts";
import type { Names } from "./names.ts";
import type { ReadPhrase } from "./phrase.ts";
import type { ProfileFacts } from "./profile.ts";
import { timeOf } from "./row-time.ts";
import type { ReadState } from "./state-words.ts";
import type { ReadTopic } from "./table-topic.ts";
import type { TypedCell } from "./typed-cell.ts";

/** What a book says about all of its sheets. */
export interface BookSetting {
  readonly names: Names;
  readonly read: ReadPhrase;
  readonly readCaption: ReadCaption;
  readonly residue: ReadResidue;
  readonly topic: ReadTopic;
  readonly told: ProfileFacts;
  readonly readState: ReadState | null; // of projects; null where no phrase is known
  readonly fileName: string; // without its ending
  readonly cover: Surroundings["cover"]; // the month on the book's cover
  readonly hints: { readonly period?: Period; readonly region?: string };
  readonly cityIsSure: boolean;
}

/** A caption as it is read, a month in date format included. */
export function captionOf(cell: TypedCell, { read, readCaption }: BookSetting): Caption {
  const caption = readCaption(captionText(cell));
  return cell.content.kind === "date" && cell.content.monthOnly ? { ...caption, time: timeOf(cell, read) } : caption;
}
