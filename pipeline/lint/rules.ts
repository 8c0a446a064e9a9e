import type { Rule } from "./rule.ts";
import { attachmentForm, attachmentOrder } from "./rules/attachment.ts";
import { dateRules } from "./rules/dates.ts";
import { figureRules, lastYearWord } from "./rules/figures.ts";
import { directFont, directSize, quoteFont, textColour, themeFont } from "./rules/hand-formatting.ts";
import {
  blankPage,
  emptyParagraph,
  firstLineIndent,
  justified,
  lineSpacing,
  titleCentred,
  titleMissing,
  titlePunctuation,
} from "./rules/layout.ts";
import { documentNumber, masthead, redRule } from "./rules/letterhead.ts";
import { listDecimals, repeatedOpening, respectively } from "./rules/lists.ts";
import { headingStop, levelSkipped, listCount, numberingGap, numberingMark } from "./rules/numbering.ts";
import { pageGrid, pageMargins, pageSize } from "./rules/page.ts";
import { pageNumber, pageNumberDashes, pageNumberFont, pageNumberSides } from "./rules/page-number.ts";
import { paragraphEnd, punctuationRules, unpairedMark } from "./rules/punctuation.ts";
import { readable } from "./rules/readable.ts";
import { cellSpacing, rowSplit, tableHeader, tableWidth } from "./rules/tables.ts";
import { headingWeight, typeRules } from "./rules/type.ts";

/** Rules that look at words and not at form. */
export const LANGUAGE_RULES: readonly Rule[] = [
  ...dateRules,
  ...punctuationRules,
  paragraphEnd,
  unpairedMark,
  ...figureRules,
  lastYearWord,
  respectively,
  listDecimals,
  repeatedOpening,
];

/** Everything that is checked, in the order of the standard: page, head, text, tables, language. */
export const RULES: readonly Rule[] = [
  readable,
  pageSize,
  pageMargins,
  pageGrid,
  pageNumber,
  pageNumberDashes,
  pageNumberFont,
  pageNumberSides,
  masthead,
  redRule,
  documentNumber,
  titleMissing,
  titleCentred,
  titlePunctuation,
  ...typeRules,
  headingWeight,
  lineSpacing,
  firstLineIndent,
  justified,
  emptyParagraph,
  blankPage,
  themeFont,
  directFont,
  directSize,
  quoteFont,
  textColour,
  numberingGap,
  levelSkipped,
  numberingMark,
  headingStop,
  listCount,
  attachmentForm,
  attachmentOrder,
  tableWidth,
  tableHeader,
  rowSplit,
  cellSpacing,
  ...LANGUAGE_RULES,
];
