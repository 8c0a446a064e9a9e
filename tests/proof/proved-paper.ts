import { strFromU8, strToU8, unzipSync } from "fflate";
import type { TemplatePart } from "../../pipeline/model/briefing-template.ts";
import type { ProofLedger } from "../../pipeline/model/proof-ledger.ts";
import { readLedger } from "../../pipeline/proof/ledger-reader.ts";
import { type Paper, readPaper } from "../../pipeline/proof/paper.ts";
import { proveBriefing } from "../../pipeline/proof/prove-briefing.ts";
import type { ProofResult } from "../../pipeline/proof/result.ts";
import { renderBriefing } from "../../pipeline/report/briefing/write.ts";
import { describeEdition } from "../../pipeline/report/edition/describe.ts";
import { trendInput } from "../report/edition/trend-fixture.ts";
import { shippedLetterhead, shippedTheme } from "../support/shipped-templates.ts";

/** The parts of a briefing as text; those of a workbook inside it by its path, "!/" and their own. */
export type PaperTexts = Readonly<Record<string, string>>;

const SKELETON: readonly TemplatePart[] = [
  { kind: "title", text: [{ slot: "period" }, { slot: "region" }, "计划执行情况"] },
  { kind: "block", name: "overview" },
  { kind: "block", name: "table:headline" },
  { kind: "heading", level: 1, text: ["主要指标"] },
  { kind: "block", name: "headline" },
  { kind: "chart", name: "industrial-value-added" },
  { kind: "chart", name: "lights" },
  { kind: "block", name: "lagging" },
];

/** A small briefing with everything in it: text, tables, charts of months and bars, an issue number, a notice on each page. */
export async function smallPaper(): Promise<PaperTexts> {
  const described = describeEdition({ ...trendInput(), template: { parts: SKELETON } });
  const edition = { ...described, illustrative: true };
  const letterhead = {
    ...shippedLetterhead(),
    demoNotice: "演示数据，截至6月",
    issueNumber: "第6期（总第18期）",
    copies: "共印30份",
  };
  return textsOf(await renderBriefing(edition, shippedTheme(), letterhead));
}

/** The parts of a file as text. */
export function textsOf(bytes: Uint8Array): PaperTexts {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).flatMap(([path, part]) => {
      const name = path.toLowerCase();
      if (!name.endsWith(".xlsx")) return [[name, strFromU8(part)] as const];
      return Object.entries(textsOf(part)).map(([inner, text]) => [`${name}!/${inner}`, text] as const);
    }),
  );
}

/** Reads parts of a paper given as text. */
export function readTexts(texts: PaperTexts): Paper {
  return readPaper(new Map(Object.entries(texts).map(([path, text]) => [path, strToU8(text)])));
}

/** What comes of proving a paper by the ledger that it carries. @throws Error if it carries none */
export function proved(texts: PaperTexts): ProofResult {
  const paper = readTexts(texts);
  return proveBriefing(paper, ledgerIn(paper));
}

/** The ledger that a paper carries. @throws Error if there is none */
export function ledgerIn(paper: Paper): ProofLedger {
  const carried = readLedger(paper);
  if (carried === null) throw new Error("no ledger");
  return carried.ledger;
}

/** The paper with one part changed; the change must change something. */
export function changed(texts: PaperTexts, change: (xml: string) => string, part = "word/document.xml"): PaperTexts {
  const before = texts[part] ?? "";
  const after = change(before);
  if (after === before) throw new Error(`nothing to change in ${part}`);
  return { ...texts, [part]: after };
}

/** What is wrong, where, what was found and what was expected. */
export function faultsOf(texts: PaperTexts) {
  return proved(texts).unmatched.map(({ fault, place, text, expected }) => [fault, place, text, expected]);
}
