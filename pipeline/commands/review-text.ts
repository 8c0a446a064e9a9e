import { formatLocation } from "../errors.ts";
import { candidateText } from "../jobs/answer-words.ts";
import { rereadChanges } from "../jobs/reread-changes.ts";
import type { Answered, ListedAnswer } from "../jobs/review-answers.ts";
import type { OpenQuestion } from "../jobs/review-questions.ts";
import { beijingClock } from "../model/beijing-time.ts";
import { formatIssue } from "../model/issue.ts";
import type { Observation } from "../model/observation.ts";
import { periodName } from "../model/period.ts";
import type { QuestionKind, QuestionWords } from "../model/question.ts";
import { formatTable } from "../terminal.ts";

const MOST_LINES = 20;
const KINDS = { indicator: "指标", region: "地区" } as const;
const STATES: Readonly<Record<ListedAnswer["state"], string>> = {
  "in-force": "在用",
  superseded: "不再用",
  withdrawn: "撤回",
  lost: "代码已不在名录中，没有采用",
};

const QUESTION_COLUMNS = [
  { header: "编号", align: "left" },
  { header: "种类", align: "left" },
  { header: "名称（上级 › 名称）和候选", align: "left" },
  { header: "待归入的数", align: "right" },
  { header: "来源", align: "left" },
  { header: "例", align: "left" },
] as const;

const ANSWER_COLUMNS = [
  { header: "编号", align: "left" },
  { header: "种类", align: "left" },
  { header: "名称（上级 › 名称）", align: "left" },
  { header: "答复", align: "left" },
  { header: "来源", align: "left" },
  { header: "时间", align: "left" },
  { header: "状态", align: "left" },
] as const;

/** Open questions as an aligned table, each with its numbered candidates below it, and how to answer. */
export function questionsTable(questions: readonly OpenQuestion[]): string {
  if (questions.length === 0) return "没有待答复的名称。";
  const rows = questions.flatMap((question) => {
    const { id, kind, figures, source, example, candidates, lostCode } = question;
    const lines = [
      ...candidates.map((candidate, index) => `  ${index + 1} ${candidateText(candidate)}`),
      ...(lostCode === null ? [] : [`  以前答复的代码 ${lostCode} 已不在名录中，没有采用`]),
    ];
    const place = formatLocation({ ...example, cell: example.cell ?? "" });
    const name = question.fileOnly ? `表题“${question.label}”说的地区` : nameOf(question);
    const first = [id, KINDS[kind], name, String(figures), source ?? "只此文件", place];
    return [first, ...lines.map((line) => ["", "", line, "", "", ""])];
  });
  const waiting = questions.reduce((sum, { figures }) => sum + figures, 0);
  const single = questions.some(({ source }) => source === null);
  return [
    formatTable(QUESTION_COLUMNS, rows),
    "",
    `待答复 ${questions.length} 个名称，待归入 ${waiting} 个数。`,
    "答复：npm run -s jindu -- review resolve <编号> <候选序号、代码或名称>；不是本市的，写 review resolve <编号> --none",
    ...(single
      ? ["“只此文件”：认不出来源的文件和表题中的地区，答复只对那一个文件有效，因为别处同样的字可能另有所指。"]
      : []),
  ].join("\n");
}

/** Answers and withdrawals as an aligned table, in the order in which they were given. */
export function answersTable(answers: readonly ListedAnswer[]): string {
  if (answers.length === 0) return "还没有答复过。";
  const rows = answers.map((answer) => {
    const { id, kind, source, file, sha256, answeredAt, state } = answer;
    const reach = source ?? `只此文件 ${file ?? sha256?.slice(0, 12)}`;
    return [id, KINDS[kind], nameOf(answer), meaningOf(answer), reach, beijingClock(answeredAt), STATES[state]];
  });
  return formatTable(ANSWER_COLUMNS, rows);
}

/** What another reading of each file changed. */
export function changesOf({ answer, files }: Answered) {
  return files.map((one) => ({ file: one.file, sha256: one.sha256, ...rereadChanges(answer.kind, one) }));
}

/** What was recorded, how far it reaches, and which figures joined or left by it. */
export function describeAnswered(answered: Answered): string {
  const changes = changesOf(answered);
  const { answer } = answered;
  const joined = changes.flatMap(({ file, joined }) => joined.map((figure) => figureLine(file, answer.kind, figure)));
  const left = changes.flatMap(({ file, left }) => left.map((figure) => figureLine(file, answer.kind, figure)));
  const errors = changes.flatMap(({ file, errors }) => errors.map((issue) => `  ${formatIssue(file, issue)}`));
  const news = answer.verdict === "withdrawn" ? [] : errors; // of an answer taken back, that is what was wanted
  return [
    headline(answered),
    `重新读取了 ${changes.length} 个文件。`,
    ...(joined.length > 0 ? [`归入 ${joined.length} 个数：`, ...shortened(joined)] : []),
    ...(left.length > 0 ? [`不再归入 ${left.length} 个数：`, ...shortened(left)] : []),
    ...(joined.length + left.length === 0 ? ["没有数因此归入或退出。"] : []),
    ...(news.length > 0 ? [`新出现的问题 ${news.length} 个：`, ...shortened(news)] : []),
  ].join("\n");
}

function headline({ id, answer, isNew }: Answered): string {
  const { source, file, sha256, kind, verdict } = answer;
  const name = `${KINDS[kind]}“${nameOf(answer)}”`;
  if (verdict === "withdrawn") return `已撤回（${id}）：${name}重新待答复。`;
  const reach = source === null ? `只对文件 ${file ?? sha256} 有效` : `对来源 ${source} 的报表有效，包括以后的`;
  const end = verdict === "none" ? "；它的数照样保存，不归入，不再问" : "";
  return `${isNew ? "已记下" : "以前就是这样答复的"}（${id}）：${name}＝ ${meaningOf(answer)}，${reach}${end}。`;
}

function nameOf({ path, label }: QuestionWords): string {
  return [...path, label].join(" › ");
}

function meaningOf({ verdict, code, scope, name }: ListedAnswer): string {
  if (verdict === "withdrawn") return "（撤回）";
  return verdict === "none" ? "不是本市的" : candidateText({ code, scope, name: name ?? "" }).trimEnd();
}

/** A figure of this or that indicator or place: one that moved stands in both lists. */
function figureLine(file: string, kind: QuestionKind, figure: Observation): string {
  const { sheet, cell, value, unit, period, span } = figure;
  const code = candidateText({ code: figure[kind] ?? "", scope: figure.scope, name: "" });
  return `  ${formatLocation({ file, sheet, cell })}  ${value}${unit ?? ""}  ${periodName(period, span)}  ${code}`.trimEnd();
}

function shortened(lines: readonly string[]): readonly string[] {
  const rest = lines.length - MOST_LINES;
  return rest > 0 ? [...lines.slice(0, MOST_LINES), `  ……另有 ${rest} 个`] : lines;
}
