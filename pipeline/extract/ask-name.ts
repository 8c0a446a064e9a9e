import type { IndicatorCode } from "../model/indicator.ts";
import { quote } from "../model/issue.ts";
import type { QuestionWords } from "../model/question.ts";
import type { Identity, IdentitySetting, NamedSpot } from "./identify.ts";
import type { AskedWords, IssueList } from "./issue-list.ts";
import { squash } from "./normalise.ts";
import { headWords, rowName, rowWords } from "./question-words.ts";

/** Where issues and questions of a figure go. */
export interface Tell {
  readonly add: IssueList["add"];
  readonly has: IssueList["has"];
  readonly question: (words: AskedWords, cell: string | null) => void;
}

/** Whether whom and what a figure is about is known, asked for, or none of the city's as a person says. */
export type Identified = "known" | "asked" | "set-aside";

/** Asks who or what is meant where nobody knows: at the label, at the head, or at the title. */
export function askIdentity(
  spot: NamedSpot,
  setting: IdentitySetting,
  { named, region }: Pick<Identity, "named" | "region">,
  tell: Tell,
): Identified {
  const what = named || setting.projects ? "known" : askIndicator(spot, setting, tell);
  if (what === "set-aside") return what;
  const where = region === null ? askRegion(spot, setting, tell) : "known";
  return where === "known" ? what : where;
}

function askIndicator(spot: NamedSpot, setting: IdentitySetting, tell: Tell): Identified {
  const { names } = setting;
  const { row, column, subject } = spot;
  const { words, place } = indicatorWords(spot, setting);
  const answer = names.answers.find(words);
  if (answer?.verdict === "none") return setAside(words, place, tell);
  const isSum = names.isSum(words.label); // 合计 of another table would be answered with it
  if (!isSum) askWords(words, place, tell);
  if (place !== null && tell.has("unknown-indicator", place)) return "asked";
  const fromRow = subject.unknown === "indicator";
  const label = fromRow ? row.label : (column.name ?? "");
  const near = names.nearest(fromRow ? (row.phrase?.name ?? "") : label);
  const candidates = near.length === 0 ? "" : `；相近的有${near.map(quote).join("、")}`;
  const lost = answer && !names.getIndicator(answer.code as IndicatorCode) ? lostCode(answer.code) : "";
  tell.add("unknown-indicator", place, { problem: `${namelessness(label, isSum)}${lost}`, candidates });
  return "asked";
}

function namelessness(label: string, isSum: boolean): string {
  if (label === "") return "没有写明这是什么指标";
  return isSum ? `${quote(label)} 没有写明是什么指标的合计` : `指标名称 ${quote(label)} 不在指标库中`;
}

/** Puts the question what a figure's name means, where it has one; for figures that wait beside some other issue as well. */
export function askForName(spot: NamedSpot, setting: IdentitySetting, tell: Tell): void {
  if (setting.projects) return;
  const { words, place } = indicatorWords(spot, setting);
  if (!setting.names.isSum(words.label)) askWords(words, place, tell);
}

function askWords({ kind, label, path }: QuestionWords, place: string | null, tell: Tell): void {
  if (label !== "") tell.question({ kind, label, path, fileOnly: false }, place);
}

/** The words whose meaning is open, at the row's label, the column's head or the title, and where to ask. */
function indicatorWords({ row, column, subject }: NamedSpot, setting: IdentitySetting) {
  const { kind, topic, titleName, titleCell, read } = setting;
  const near = (kind === "indicators" ? row.cell?.address : undefined) ?? titleCell;
  if (subject.unknown === "indicator") return { words: rowWords(row, topic), place: row.cell?.address ?? near };
  if (column.name !== null)
    return { words: headWords(row, column, topic, read), place: column.nameCell?.address ?? near };
  const words: QuestionWords = { kind: "indicator", label: titleName, path: [] };
  return { words, place: near };
}

/** A 合计 is settled by the rows beside it, never by its name. */
function askRegion({ row, subject }: NamedSpot, setting: IdentitySetting, tell: Tell): Identified {
  const unknown = subject.unknown === "region";
  const found = unknown ? row.label : setting.regionWords;
  const at = unknown ? (row.cell?.address ?? null) : setting.regionCell;
  const words = { kind: "region", label: unknown ? rowName(row) : squash(found), path: [] } as const;
  const answer = setting.names.answers.find(words);
  if (answer?.verdict === "none") return setAside(words, at, tell);
  const place = unknown ? found : (setting.residue(squash(found)).foreign ?? "");
  const problem = place === "" ? "没有写明是哪个地区的数" : `地区名称 ${quote(place)} 不在本市旗县市区名录中`;
  const lost = answer && setting.names.answers.region(words.label) === undefined ? lostCode(answer.code) : "";
  tell.add("unknown-region", at, { problem: `${problem}${lost}` });
  if (words.label !== "" && !setting.names.isSum(words.label)) tell.question({ ...words, fileOnly: !unknown }, at);
  return "asked";
}

function setAside({ kind, label }: QuestionWords, place: string | null, { add }: Tell): Identified {
  add("set-aside", place, { found: `${kind === "indicator" ? "指标" : "地区"} ${quote(label)} ` });
  return "set-aside";
}

function lostCode(code: string): string {
  return `（以前答复的代码 ${code} 已不在名录中，没有采用）`;
}
