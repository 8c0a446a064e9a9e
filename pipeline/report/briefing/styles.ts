import {
  AlignmentType,
  BorderStyle,
  DocumentDefaults,
  type IIndentAttributesProperties,
  ImportedXmlComponent,
  type IParagraphStyleOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType,
  StyleForParagraph,
} from "docx";
import type { BriefingStyle, TextLook, Theme } from "../../model/theme.ts";
import { charsToTwips, ptToTwips, textWidthTwips } from "./measures.ts";
import { normalStyle, tableStyle } from "./plain-styles.ts";
import { FURNITURE_STYLES, PARAGRAPH_STYLES, type StyleName, TABLE_STYLES } from "./style-names.ts";

const HALF_POINTS = 2;
const RULE_EIGHTHS = 12; // 1.5 pt: 0.53 mm
const RULE_GAP_PT = 11; // 4 mm
const TWIPS_PER_PT = 20;
const SINGLE_LINE = 240; // of lines that grow: 240ths of one

const GRID_LOOKS: readonly BriefingStyle[] = ["editorNote", "heading1", "heading2", "heading3", "heading4", "body"];

const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
};

/**
 * The document's styles: only these, none of docx's own, so that nothing is blue and no theme font shines through.
 *
 * Fonts and sizes by level: GB/T 9704-2012 (standards of the field, sections 1.3, 1.4 and 1.6).
 *
 * @param mastheadName decides how large the masthead can be on one line
 */
export function documentStyles(theme: Theme, mastheadName: string): IStylesOptions {
  const names = [...Object.values(PARAGRAPH_STYLES), ...Object.values(FURNITURE_STYLES), ...TABLE_STYLES];
  return {
    importedStyles: [
      new DocumentDefaults({
        run: { ...runLook(theme.styles.body), language: { value: "en-US", eastAsia: "zh-CN" } },
      }),
      ImportedXmlComponent.fromXmlString(normalStyle()),
      ...names.map((name) => new StyleForParagraph(paragraphStyle(name, theme, mastheadName))),
      ImportedXmlComponent.fromXmlString(tableStyle()),
    ],
  };
}

function paragraphStyle(name: StyleName, theme: Theme, mastheadName: string): IParagraphStyleOptions {
  const look = name.look === "masthead" ? fittingMasthead(theme, mastheadName) : theme.styles[name.look];
  return {
    id: name.id,
    name: name.name,
    basedOn: "Normal",
    quickFormat: true,
    run: { ...runLook(look), ...gridLook(name, theme) },
    paragraph: {
      alignment: ALIGNMENT[name.align ?? look.align],
      spacing: {
        ...(name.growsLines
          ? { line: SINGLE_LINE, lineRule: LineRuleType.AUTO }
          : { line: ptToTwips(look.linePt), lineRule: LineRuleType.EXACT }),
        before: name.isFurther ? 0 : ptToTwips(look.beforePt),
        after: ptToTwips(look.afterPt),
      },
      indent: indentOf(name, look),
      ...(name.keepNext && { keepNext: true }),
      ...(name.newPage && { pageBreakBefore: true }),
      ...(name.outlineLevel !== undefined && { outlineLevel: name.outlineLevel }),
      ...(name.id === FURNITURE_STYLES.issueLine.id && issueLine(look, theme)),
      ...(name.id === FURNITURE_STYLES.imprintHandled.id && { rightTabStop: lineEnd(look, theme) }),
    },
  };
}

function runLook(look: TextLook): IRunStylePropertiesOptions {
  return {
    font: { ascii: look.latinFont, hAnsi: look.latinFont, eastAsia: look.font, cs: look.latinFont },
    size: look.sizePt * HALF_POINTS,
    color: look.colour,
  };
}

/**
 * Squeezes 28 characters into a line of the text and its headings; all else keeps its own width.
 *
 * The letters themselves move together, rounded down, or a line overflows: LibreOffice takes a grid that squeezes for
 * one that stretches, and sets 22 characters a line. Their lines are as high as the grid's without it.
 */
function gridLook({ look }: StyleName, { page }: Theme): IRunStylePropertiesOptions {
  if (!GRID_LOOKS.includes(look)) return { snapToGrid: false };
  const characterSpacing = Math.floor(page.charSpacePt * TWIPS_PER_PT);
  return page.grid === "lines" ? { characterSpacing } : { characterSpacing, snapToGrid: false };
}

/** 左空一字 and 右空一字 of page numbers and 版记; else the first line's indent, said even where it is none. */
function indentOf({ id }: StyleName, look: TextLook): IIndentAttributesProperties {
  const one = charsToTwips(1, look);
  // 附件：1. begins two characters in; the names stand below each other, and so do their further lines.
  if (id === PARAGRAPH_STYLES.attachment.id) return { left: 6 * one, hanging: 4 * one };
  if (id === PARAGRAPH_STYLES["attachment-next"].id) return { left: 6 * one, hanging: one };
  if (id === PARAGRAPH_STYLES.contributor.id) return { right: 2 * one, firstLine: 0 };
  if (id === FURNITURE_STYLES.footer.id) return { right: one, firstLine: 0 };
  if (id === FURNITURE_STYLES.imprintHandled.id) return { left: one, firstLine: 0 };
  if (id === FURNITURE_STYLES.evenFooter.id) return { left: one, firstLine: 0 };
  // A second line starts below the first character after 报：.
  if (id === FURNITURE_STYLES.imprint.id) return { left: 3 * one, right: one, hanging: 2 * one };
  const chars = look.firstLineChars;
  if (chars === 0) return { firstLine: 0 };
  return { firstLine: charsToTwips(chars, look), firstLineChars: chars * 100 };
}

/** The red rule below, as wide as the 版心, and the tab that sets the date one character from its end. */
function issueLine(look: TextLook, theme: Theme): NonNullable<IParagraphStyleOptions["paragraph"]> {
  const rule = { style: BorderStyle.SINGLE, size: RULE_EIGHTHS, color: theme.ruleColour, space: RULE_GAP_PT };
  return { border: { bottom: rule }, rightTabStop: lineEnd(look, theme) };
}

/** One character from the right edge. */
function lineEnd(look: TextLook, { page }: Theme): number {
  return textWidthTwips(page) - charsToTwips(1, look);
}

function fittingMasthead({ page, styles }: Theme, name: string): TextLook {
  const look = styles.masthead;
  const fitting = Math.floor(textWidthTwips(page) / TWIPS_PER_PT / Math.max(1, name.length));
  return { ...look, sizePt: Math.min(look.sizePt, Math.max(fitting, styles.title.sizePt)) };
}
