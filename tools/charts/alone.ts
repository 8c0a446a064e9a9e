import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Where something stands on a page, as shares of its width and height. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A briefing of one page that has nothing but a chart. */
export interface LoneChart {
  readonly file: string;
  readonly box: Box; // of the chart
}

const DOCUMENT = "word/document.xml";
const EMU_PER_TWIP = 635;

/** Writes for each chart of a .docx file a copy of the file with nothing else in its text, in the order of the charts. */
export function chartsAlone(file: string, folder: string): readonly LoneChart[] {
  const parts = unzipSync(readFileSync(file));
  const document = strFromU8(parts[DOCUMENT] ?? new Uint8Array());
  const start = document.indexOf("<w:body>") + "<w:body>".length;
  const section = document.slice(document.lastIndexOf("<w:sectPr"));
  const paragraphs = document.match(/<w:p>.*?<\/w:p>/gs) ?? [];
  return paragraphs
    .filter((paragraph) => paragraph.includes("<c:chart "))
    .map((paragraph, index) => {
      const alone = join(folder, `chart${index + 1}.docx`);
      const text = document.slice(0, start) + paragraph + section;
      writeFileSync(alone, zipSync({ ...parts, [DOCUMENT]: strToU8(text) }));
      return { file: alone, box: boxOf(paragraph, section) };
    });
}

function boxOf(paragraph: string, section: string): Box {
  const twips = (element: string, key: string) => numberIn(section, element, `w:${key}`);
  const emu = (key: string) => numberIn(paragraph, "wp:extent", key) / EMU_PER_TWIP;
  const [width, height] = [twips("w:pgSz", "w"), twips("w:pgSz", "h")];
  const [left, top] = [twips("w:pgMar", "left"), twips("w:pgMar", "top")];
  return {
    ...{ left: left / width, right: (left + emu("cx")) / width },
    ...{ top: top / height, bottom: (top + emu("cy")) / height },
  };
}

function numberIn(xml: string, element: string, key: string): number {
  return Number(new RegExp(`<${element}\\b[^>]*\\b${key}="(\\d+)"`).exec(xml)?.[1]);
}
