import type { ProofLedger } from "../model/proof-ledger.ts";
import { readBookCells } from "./book-cells.ts";
import { readCharts } from "./charts.ts";
import { type Holder, holdTokens, newHolder, noteMissing, noteUnreadable } from "./hold.ts";
import { ledgerFaults } from "./ledger-faults.ts";
import { loneText } from "./other-parts.ts";
import { type Paper, unreadableParts } from "./paper.ts";
import { proveCharts } from "./prove-charts.ts";
import type { ProofResult } from "./result.ts";
import { type FoundStory, readStories } from "./stories.ts";
import { statedTokens } from "./tokens.ts";

const STORY_NAMES: Readonly<Record<FoundStory["story"], string>> = {
  body: "正文",
  alternative: "替代文字",
  header: "页眉",
  footer: "页脚",
  properties: "文件属性",
  other: "脚注、批注或图形",
};

/**
 * Holds every number of a briefing against the ledger: each must be a figure with the text that was printed, or a number
 * that the ledger declares at that place.
 *
 * Knows nothing of how the file was written. Heads and feet of pages are there once for each kind of page, so each is held
 * against the same lines.
 */
export function proveBriefing(paper: Paper, ledger: ProofLedger): ProofResult {
  const holder = newHolder(ledger.figures);
  const stories = readStories(paper);
  for (const story of Object.keys(STORY_NAMES) as FoundStory["story"][]) {
    proveStory(story, { ledger, stories, holder });
  }
  const charts = readCharts(paper);
  proveCharts(ledger.charts, charts, holder);
  const drawn = new Set(charts.map(({ bookPath }) => bookPath));
  for (const path of booksIn(paper)) {
    const cells = drawn.has(path) ? [] : [...readBookCells(paper, `${path}!/`).values()];
    holdTokens(
      [],
      cells.map(({ text }) => loneText(text)),
      { holder, place: path },
    );
  }
  noteUnreadable(unreadableParts(paper), holder);
  const { figures, matched, numerals, others } = holder;
  const unmatched = [...holder.unmatched, ...ledgerFaults(ledger)];
  return { ok: unmatched.length === 0 && matched > 0, figures, matched, numerals, others, unmatched };
}

/** The workbooks inside, by path. */
function booksIn(paper: Paper): readonly string[] {
  return [...new Set([...paper.keys()].flatMap((path) => /^(.*)!\//.exec(path)?.[1] ?? []))].sort();
}

function proveStory(
  story: FoundStory["story"],
  { ledger, stories, holder }: { ledger: ProofLedger; stories: readonly FoundStory[]; holder: Holder },
): void {
  const stated = ledger.places
    .filter((place) => place.story === story)
    .flatMap((place) => statedTokens(place, holder.book));
  const found = stories.filter((one) => one.story === story);
  const mayMiss = story === "alternative";
  for (const { paragraphs } of found) holdTokens(stated, paragraphs, { holder, place: STORY_NAMES[story], mayMiss });
  if (found.length === 0 && !mayMiss) noteMissing(stated, holder);
}
