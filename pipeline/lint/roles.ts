import type { LintDocument } from "./document.ts";
import type { LintParagraph } from "./paragraph.ts";

/** What a paragraph is in an official document. */
export type Role =
  | "masthead" // 发文机关标志、简报名
  | "furniture" // 份号、密级、期号、文号、签发人、编发机关
  | "title"
  | "subtitle"
  | "addressee" // 主送机关
  | "heading1"
  | "heading2"
  | "heading3"
  | "heading4"
  | "body"
  | "caption"
  | "note" // 表注、单位
  | "attachment" // 附件说明
  | "ending" // 署名、成文日期、附注、版记
  | "cell"
  | "empty";

const STYLE_ROLES: readonly (readonly [RegExp, Role])[] = [
  [/^(?:title|标题|公文标题|文件标题)$/i, "title"],
  [/^(?:subtitle|副标题)$/i, "subtitle"],
  [/^(?:heading|标题) ?1$/i, "heading1"],
  [/^(?:heading|标题) ?2$/i, "heading2"],
  [/^(?:heading|标题) ?3$/i, "heading3"],
  [/^(?:heading|标题) ?4$/i, "heading4"],
  [/^(?:caption|题注|图题|表题)$/i, "caption"],
  [/注$|^表格单位$/, "note"],
  [/^(?:简报名|发文机关标志|红头)$/, "masthead"],
  [/^(?:密级|期号|编发机关|发文字号|份号)$/, "furniture"],
  [/^(?:版记|印数|供稿单位)$/, "ending"],
  [/^编者按$/, "note"],
  [/^附件说明/, "attachment"],
  [/^(?:toc \d|toc heading|目录.{0,4})$/i, "furniture"],
];

/** Numbers as people write them, right or wrong: what is wrong is a rule's business. */
export const LEVEL_MARKS: readonly (readonly ["heading1" | "heading2" | "heading3" | "heading4", RegExp])[] = [
  ["heading1", /^[一二三四五六七八九十百]{1,4}[、．.，,]/],
  ["heading2", /^[（(][一二三四五六七八九十百]{1,4}[）)]/],
  ["heading3", /^\d{1,2}(?:[．、]|\.(?!\d))/],
  ["heading4", /^[（(]\d{1,2}[）)]/],
];

const NOTE = /^(?:注|备注|说明|数据来源|资料来源|单位)[:：]/;
const ENDING = /^(?:抄送|报|送|发|主送|印发|编辑|审核|签发|共印)[:：]|印发$|^[（(]此件.{1,12}[）)]$|^共印\d+份$/;
const DATE =
  /^[\d〇零一二三四五六七八九十]{2,4}[年.\-/][\d一二三四五六七八九十]{1,3}[月.\-/][\d一二三四五六七八九十]{1,3}日?$/;
const SIGNATURE =
  /^[\p{Script=Han}]{2,36}(?:[局委府办厅司部处室院会组署校行]|中心|公司|集团|大队|支队|指挥部)(?:（(?:代?章|盖章)）)?$/u;
const DOCUMENT_NUMBER = /^.{1,20}[〔[（(【［]\d{2,4}[〕\]）)】］]第?\d{1,4}号/;
const ISSUE = /^[（(]|第.{1,8}期/; // 第6期（总第18期）, （草案）
const LARGE = 36; // half-points: 小二

/** Says what each paragraph of the body is: by its style, else by its words, look and place. */
export function readRoles({ paragraphs }: Pick<LintDocument, "paragraphs">): ReadonlyMap<LintParagraph, Role> {
  const roles = new Map<LintParagraph, Role>();
  const byStyle = new Map(paragraphs.map((paragraph) => [paragraph, styleRole(paragraph)]));
  const hasTitleStyle = [...byStyle.values()].includes("title");
  const hasLargeTitle = hasTitleStyle || paragraphs.some((one) => isLargeTitle(one, byStyle.get(one) ?? wordRole(one)));
  let hasTitle = false;
  let hasText = false;
  for (const [index, paragraph] of paragraphs.entries()) {
    const role = byStyle.get(paragraph) ?? wordRole(paragraph);
    const isTitle = !hasTitleStyle && !hasText && mayBeTitle(paragraph, role, hasTitle);
    const settled = isTitle
      ? "title"
      : (role ?? placeRole(paragraph, paragraphs.slice(index + 1, index + 9), { hasTitle, hasText, hasLargeTitle }));
    if (settled === "title") hasTitle = true;
    if (settled === "body" || settled.startsWith("heading")) hasText = true;
    roles.set(paragraph, settled);
  }
  return roles;
}

/** Large in the middle, which may go on for several paragraphs, or a heading without a number before all text. */
function mayBeTitle(paragraph: LintParagraph, role: Role | undefined, hasTitle: boolean): boolean {
  if (role === "heading1") return !hasTitle && levelOf(paragraph.text) === undefined;
  return isLargeTitle(paragraph, role);
}

function isLargeTitle(paragraph: LintParagraph, role: Role | undefined): boolean {
  return role === undefined && isCentred(paragraph) && sizeOf(paragraph) >= LARGE && !isRed(paragraph);
}

function styleRole({ where, text, styleName, look }: LintParagraph): Role | undefined {
  if (where === "cell") return "cell";
  if (text.trim() === "") return "empty";
  const [, role] = STYLE_ROLES.find(([name]) => name.test(styleName)) ?? [];
  const outline = look.outline;
  const styled = role ?? (outline !== undefined && outline < 4 ? (`heading${outline + 1}` as Role) : undefined);
  return (styled?.startsWith("heading") ? levelOf(text) : undefined) ?? styled;
}

/** The level that a number says; it speaks before a style that was chosen for its looks. */
function levelOf(text: string): Role | undefined {
  return LEVEL_MARKS.find(([, mark]) => mark.test(text.trim()))?.[0];
}

function wordRole(paragraph: LintParagraph): Role | undefined {
  const text = paragraph.text.trim();
  const level = levelOf(text);
  if (level) return level;
  if (NOTE.test(text)) return "note";
  if (/^附[件表]/.test(text) && text.length < 60) return "attachment";
  if (ENDING.test(text) || DATE.test(text)) return "ending";
  if (DOCUMENT_NUMBER.test(text) && text.length < 60) return "furniture";
  return isRed(paragraph) && sizeOf(paragraph) >= LARGE ? "masthead" : undefined;
}

function placeRole(
  paragraph: LintParagraph,
  following: readonly LintParagraph[],
  { hasTitle, hasText, hasLargeTitle }: Readonly<Record<"hasTitle" | "hasText" | "hasLargeTitle", boolean>>,
): Role {
  const { text, look } = paragraph;
  if (following[0]?.where === "cell" && isCentred(paragraph)) return "caption";
  if (look.align === "right" || look.align === "end") return hasText ? "ending" : "furniture";
  if (isCentred(paragraph) && !hasText)
    return hasTitle || hasLargeTitle || isRed(paragraph) || ISSUE.test(text) ? "subtitle" : "title";
  if (isCentred(paragraph)) return "caption";
  if (hasTitle && !hasText && /[:：]\s*$/.test(text)) return "addressee";
  if (hasText && isSignature(paragraph, following)) return "ending";
  return /[\t]/.test(text) && !hasText ? "furniture" : "body";
}

/** A bureau's name above the date, other bureaus and empty lines between them. */
function isSignature({ text }: LintParagraph, following: readonly LintParagraph[]): boolean {
  if (!SIGNATURE.test(text.trim())) return false;
  const next = following.find((one) => one.text.trim() !== "" && !SIGNATURE.test(one.text.trim()));
  return next?.where === "body" && DATE.test(next.text.trim());
}

/** Whether a paragraph stands in the middle. */
export function isCentred({ look }: LintParagraph): boolean {
  return look.align === "center";
}

function sizeOf({ runs }: LintParagraph): number {
  return Math.max(0, ...runs.slice(0, 50).map(({ look }) => look.halfPoints ?? 20));
}

function isRed({ runs }: LintParagraph): boolean {
  return runs.length > 0 && runs.every(({ text, look }) => text.trim() === "" || isRedColour(look.color));
}

/** Whether six hex digits are a red. */
export function isRedColour(colour: string | undefined): boolean {
  const [, red = "0", green = "FF", blue = "FF"] =
    /^([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? "") ?? [];
  return Number.parseInt(red, 16) >= 0xc0 && Number.parseInt(green, 16) <= 0x50 && Number.parseInt(blue, 16) <= 0x50;
}
