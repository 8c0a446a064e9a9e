import type { Story } from "../model/proof-ledger.ts";
import type { XmlElement } from "../ooxml/xml-tree.ts";
import { CHART } from "./charts.ts";
import { textsWithin } from "./other-parts.ts";
import type { Paper } from "./paper.ts";
import { type FoundParagraph, readParagraphs } from "./paragraphs.ts";

/** A part of a document that is read in one. */
export interface FoundStory {
  readonly story: Story | "other";
  readonly part: string; // word/document.xml
  readonly paragraphs: readonly FoundParagraph[];
}

const STORIES: readonly (readonly [FoundStory["story"], RegExp])[] = [
  ["body", /^word\/document\.xml$/],
  ["header", /^word\/header\d*\.xml$/],
  ["footer", /^word\/footer\d*\.xml$/],
  ["other", /^word\/(?:footnotes|endnotes|comments)\.xml$/],
  ["other", /^word\/diagrams\/data\d*\.xml$/],
  ["properties", /^docprops\/core\.xml$/],
];

/** Parts that are read elsewhere or say nothing to a reader: the ledger and other data, charts, workbooks inside, links. */
const READ_ELSEWHERE = [/^customxml\//, CHART, /!\/xl\/(?:worksheets\/[^/]+|sharedstrings|workbook)\.xml$/, /\.rels$/];

/** Properties of the file that say something about its contents; names of people and counts of words do not. */
const TOLD_PROPERTIES = /^(?:dc:(?:title|subject|description)|cp:(?:keywords|category))$/;

/**
 * Reads every text of a document: its body with tables and text boxes, headers and footers, notes, comments, diagrams,
 * the title and the like in its properties, and whatever texts stand in parts of other kinds (newer charts, building blocks).
 */
export function readStories(paper: Paper): readonly FoundStory[] {
  return [...paper].sort(byPath).flatMap(([part, root]): readonly FoundStory[] => {
    const story = STORIES.find(([, pattern]) => pattern.test(part))?.[0];
    if (root === null || READ_ELSEWHERE.some((pattern) => pattern.test(part))) return [];
    if (story === undefined) return [{ story: "other", part, paragraphs: textsWithin(root) }];
    if (story === "properties") return [{ story, part, paragraphs: readProperties(root) }];
    const paragraphs = readParagraphs(root, story);
    if (story !== "body") return [{ story, part, paragraphs }];
    return [
      { story, part, paragraphs: paragraphs.filter(({ isAlternative }) => !isAlternative) },
      { story: "alternative", part, paragraphs: paragraphs.filter(({ isAlternative }) => isAlternative) },
    ];
  });
}

function byPath([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function readProperties(root: XmlElement): readonly FoundParagraph[] {
  return root.children.flatMap((node) => {
    if (typeof node === "string" || !TOLD_PROPERTIES.test(node.name)) return [];
    return [
      { text: node.children.filter((inner) => typeof inner === "string").join(""), marks: [], isAlternative: false },
    ];
  });
}
