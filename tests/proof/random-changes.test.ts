import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readPart } from "../../pipeline/proof/paper.ts";
import { proveBriefing } from "../../pipeline/proof/prove-briefing.ts";
import { changed, ledgerIn, readTexts, smallPaper } from "./proved-paper.ts";
import { digitsOf, draws } from "./random-digits.ts";

const CHANGES = 1000;

/** Where digits are seen: words and numbers of text, tables, heads of pages, chart caches, workbooks inside. */
const SEEN: readonly (readonly [RegExp, RegExp])[] = [
  [/^word\/(?:document|header\d|footer\d)\.xml$/, /<w:t(?: [^>]*)?>([^<]*)</g],
  [/^word\/charts\/[^/]+\.xml$/, /<(?:c:v|a:t)>([^<]*)</g],
  [/!\/xl\/worksheets\/.*\.xml$/, /<c (?![^>]*t="s")[^>]*><v>([^<]*)</g],
  [/!\/xl\/sharedstrings\.xml$/, /<t(?: [^>]*)?>([^<]*)</g],
  [/^docprops\/core\.xml$/, /<dc:title>([^<]*)</g],
];

describe("proveBriefing(parts, ledger)", () => {
  it(`finds each of ${CHANGES} changes of one digit in text, tables, charts and the workbooks inside`, async () => {
    const texts = await smallPaper();
    const paper = readTexts(texts);
    const ledger = ledgerIn(paper);
    expect(proveBriefing(paper, ledger)).toMatchObject({ ok: true, unmatched: [] });
    const digits = digitsOf(texts, SEEN);
    const kinds = new Set(digits.map(({ part }) => SEEN.findIndex(([name]) => name.test(part))));
    expect(kinds.size).toBe(SEEN.length);
    const random = draws(20230718);
    const overlooked: string[] = [];
    for (let count = 0; count < CHANGES; count++) {
      const { part, at } = digits[random.next().value % digits.length] ?? { part: "", at: 0 };
      const digit = Number(texts[part]?.[at]);
      const other = (digit + 1 + (random.next().value % 9)) % 10;
      const faulty = changed(texts, (xml) => xml.slice(0, at) + other + xml.slice(at + 1), part);
      const read = new Map([...paper, [part, readPart(strToU8(faulty[part] ?? ""))]]);
      if (proveBriefing(read, ledger).ok)
        overlooked.push(`${part} ${texts[part]?.slice(at - 30, at + 10)} ${digit} -> ${other}`);
    }
    expect(overlooked).toEqual([]);
  });
});
