import type { EditionKind } from "../model/edition.ts";
import { EDITION_KIND_WORDS, paperName } from "../model/edition-kind.ts";
import type { MailPart, MailSlot, MailTemplate } from "../model/mail-template.ts";
import type { Period } from "../model/period.ts";
import { printableText } from "../model/printable-text.ts";

/** What edition.json tells of an edition, as far as a mail needs it. */
export interface PrintedEdition {
  readonly title: string;
  readonly dataVintage: string; // "2023-07-18"
  readonly illustrative: boolean;
  readonly partlyIllustrative?: boolean;
  readonly figures: readonly PrintedFigure[];
}

/** A figure with the texts that it is printed by; none where it only goes into others. */
export interface PrintedFigure {
  readonly id: string;
  readonly name: string; // 地区生产总值 实际
  readonly unit: string | null;
  readonly texts: readonly string[];
}

/** What a mail is about, besides the edition itself. */
export interface MailContext {
  readonly name: string; // of the recipient
  readonly issuer: string;
  readonly papers: readonly string[]; // what goes with it: 简报
  readonly headline: readonly string[]; // ids of the figures of growth that stand for the month, the first ones first
  readonly kind: EditionKind;
  readonly period: Period;
  readonly version: number;
  readonly replaced: readonly number[]; // earlier versions from which the recipient has another paper; then it is a correction
}

/** A mail in plain words. */
export interface MailText {
  readonly subject: string; // one line
  readonly body: string; // lines, each ended by \n
}

const MOST_HEADLINE = 4;

/**
 * Fills the mail's template with figures as the edition prints them.
 *
 * A figure that the edition does not print takes its bracketed stretch with it, or its line where it stands in none. 演示数据,
 * and which earlier version it takes the place of, are said at the head of subject and body whatever the template says.
 */
export function renderMail(template: MailTemplate, edition: PrintedEdition, context: MailContext): MailText {
  const values = slotValues(edition, context);
  const figures = new Map(edition.figures.map((figure) => [figure.id, figure.texts[0]]));
  const fill = (parts: readonly MailPart[]) => fillParts(parts, values, figures);
  const notices = noticesOf(edition, context);
  const subject = [...notices.map(([notice]) => `【${notice}】`), fill(template.subject) ?? values.title].join("");
  const lines = template.lines.flatMap((parts) => {
    const line = fill(parts);
    return line === null ? [] : [line];
  });
  const head = notices.map(([, words]) => `（${words}）`);
  const body = [...head, ...lines].map((line) => `${printableText(line)}\n`).join("");
  return { subject: oneLine(subject), body };
}

/** The title of an edition with its kind, as names of files carry it: 2023年上半年…执行情况（月报）（演示数据）. */
export function markedTitle(edition: PrintedEdition, paper: Pick<MailContext, "kind" | "version">): string {
  const notices = illustrativeNotice(edition).map(([notice]) => `（${notice}）`);
  return oneLine([titleOf(edition, paper), ...notices].join(""));
}

function titleOf({ title }: PrintedEdition, { kind, version }: Pick<MailContext, "kind" | "version">): string {
  return `${title}（${EDITION_KIND_WORDS[kind]}${version === 1 ? "" : `第${version}版`}）`;
}

/** What stands in brackets at the head of a subject, and what is said of it in the body. */
type Notice = readonly [head: string, words: string];

function noticesOf(edition: PrintedEdition, { kind, period, version, replaced }: MailContext): readonly Notice[] {
  const notices = illustrativeNotice(edition);
  if (replaced.length === 0) return notices;
  const paper = paperName(kind, period);
  const others = replaced.map((one) => `第${one}版`).join("、");
  return [...notices, ["更正", `更正件：这是${paper}第${version}版，代替以前发给您的${paper}${others}，${others}作废`]];
}

function illustrativeNotice({ illustrative, partlyIllustrative }: PrintedEdition): readonly Notice[] {
  if (!illustrative) return [];
  const head = partlyIllustrative ? "含演示数据" : "演示数据";
  return [[head, `${head}，不得作为工作依据`]];
}

type SlotValues = Readonly<Record<MailSlot, string | undefined>> & { readonly title: string };

function slotValues(edition: PrintedEdition, context: MailContext): SlotValues {
  const { name, issuer, papers, headline } = context;
  const figures = new Map(edition.figures.map((figure) => [figure.id, figure]));
  const told = headline.flatMap((id) => growthWords(figures.get(id))).slice(0, MOST_HEADLINE);
  const [year, month, day] = edition.dataVintage.split("-").map(Number);
  return {
    title: titleOf(edition, context),
    name,
    issuer,
    vintage: `${year}年${month}月${day}日`,
    papers: papers.join("、"),
    headline: told.length === 0 ? undefined : told.join("，"),
  };
}

/** 地区生产总值增长6.2%; nothing where the edition does not print it. */
function growthWords(figure: PrintedFigure | undefined): readonly string[] {
  const text = figure?.texts[0];
  if (figure === undefined || text === undefined) return [];
  const [label] = figure.name.split(" ");
  const size = text.replace(/^[-−]/, "");
  if (/^[0.]+$/.test(size)) return [`${label}持平`];
  return [`${label}${size === text ? "增长" : "下降"}${size}${figure.unit ?? ""}`];
}

/** Null where something that must stand there is not printed. */
function fillParts(
  parts: readonly MailPart[],
  values: SlotValues,
  figures: ReadonlyMap<string, string | undefined>,
): string | null {
  let line = "";
  for (const part of parts) {
    if (typeof part === "string") line += part;
    else if ("optional" in part) line += fillParts(part.optional, values, figures) ?? "";
    else {
      const text = "slot" in part ? values[part.slot] : figures.get(part.figure);
      if (text === undefined) return null;
      line += text;
    }
  }
  const tidy = line.replace(/([：；])[，；、]/g, "$1");
  return /：[。；]?$/.test(tidy) && parts.some((part) => typeof part === "object" && "optional" in part) ? null : tidy;
}

function oneLine(text: string): string {
  return printableText(text).replace(/\s+/g, " ").trim();
}
