import type { Align, ParagraphStyle } from "../../model/edition.ts";
import type { BriefingStyle } from "../../model/theme.ts";

/** A paragraph style of the document: the look it takes from the theme, and what Word calls it. */
export interface StyleName {
  readonly id: string;
  readonly name: string; // built-in styles are known by their English names, not by their ids
  readonly look: BriefingStyle;
  readonly align?: Align; // instead of the theme's
  readonly outlineLevel?: number;
  readonly keepNext?: boolean; // never the last on a page
  readonly growsLines?: boolean; // lines as high as what stands in them, not as the theme says
  readonly newPage?: boolean; // always the first on a page
  readonly isFurther?: boolean; // goes on with the paragraph above: no space before
}

/** The styles of the text, by what the edition calls them. */
export const PARAGRAPH_STYLES: Readonly<Record<ParagraphStyle, StyleName>> = {
  masthead: { id: "Masthead", name: "简报名", look: "masthead" },
  "editor-note": { id: "EditorNote", name: "编者按", look: "editorNote" },
  title: { id: "Title", name: "Title", look: "title", keepNext: true },
  subtitle: { id: "Subtitle", name: "Subtitle", look: "subtitle" },
  heading1: { id: "Heading1", name: "heading 1", look: "heading1", outlineLevel: 0, keepNext: true },
  heading2: { id: "Heading2", name: "heading 2", look: "heading2", outlineLevel: 1, keepNext: true },
  heading3: { id: "Heading3", name: "heading 3", look: "heading3", outlineLevel: 2, keepNext: true },
  heading4: { id: "Heading4", name: "heading 4", look: "heading4", outlineLevel: 3, keepNext: true },
  body: { id: "BodyText", name: "Body Text", look: "body" },
  "body-last": { id: "BodyTextLast", name: "正文末段", look: "body", keepNext: true },
  contributor: { id: "Contributor", name: "供稿单位", look: "contributor" },
  attachment: { id: "Attachment", name: "附件说明", look: "attachment" },
  "attachment-next": { id: "AttachmentNext", name: "附件说明（续）", look: "attachment", isFurther: true },
  appendix: { id: "Appendix", name: "附件序号", look: "appendix", keepNext: true, newPage: true },
  "appendix-title": { id: "AppendixTitle", name: "附件标题", look: "appendixTitle", keepNext: true },
  caption: { id: "Caption", name: "caption", look: "caption", keepNext: true },
  note: { id: "Note", name: "表注", look: "note" },
};

/** The styles of everything around the text. */
export const FURNITURE_STYLES = {
  secrecy: { id: "Secrecy", name: "密级", look: "issueNumber", align: "left" },
  issueNumber: { id: "IssueNumber", name: "期号", look: "issueNumber" },
  issueLine: { id: "IssueLine", name: "编发机关", look: "issueLine" },
  tableUnit: { id: "TableUnit", name: "表格单位", look: "tableUnit", keepNext: true },
  figure: { id: "Figure", name: "图", look: "caption", keepNext: true, growsLines: true },
  figureCaption: { id: "FigureCaption", name: "图题", look: "caption" },
  header: { id: "Header", name: "header", look: "header" },
  footer: { id: "Footer", name: "footer", look: "footer", align: "right" },
  evenFooter: { id: "FooterEven", name: "页脚（双页）", look: "footer", align: "left" },
  imprint: { id: "Imprint", name: "版记", look: "imprint" },
  imprintHandled: { id: "ImprintHandled", name: "印数", look: "imprint" },
} as const satisfies Record<string, StyleName>;

const ALIGNS: readonly { readonly align: Align; readonly suffix: string; readonly word: string }[] = [
  { align: "left", suffix: "Left", word: "靠左" },
  { align: "center", suffix: "Center", word: "居中" },
  { align: "right", suffix: "Right", word: "靠右" },
];

/** The styles inside tables, one for each alignment, so that no cell needs formatting of its own. */
export const TABLE_STYLES: readonly StyleName[] = ALIGNS.flatMap(({ align, suffix, word }) => [
  { id: `TableHead${suffix}`, name: `表头${word}`, look: "tableHead", align },
  { id: `TableText${suffix}`, name: `表格文字${word}`, look: "tableText", align },
]);

/** The id of a style inside tables. */
export function tableStyleId(look: "tableHead" | "tableText", align: Align): string {
  const suffix = ALIGNS.find((entry) => entry.align === align)?.suffix ?? "Left";
  return `${look === "tableHead" ? "TableHead" : "TableText"}${suffix}`;
}
