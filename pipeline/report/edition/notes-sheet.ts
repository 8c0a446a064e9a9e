import type { RowDescription, SheetDescription } from "../../model/edition.ts";
import type { LightRules } from "../../model/rules.ts";
import type { SheetTemplate } from "../../model/workbook-template.ts";
import { chineseNumeral } from "../prose/list.ts";
import { inProse, joinRuns } from "../prose/runs.ts";
import { textCell } from "./cells.ts";
import type { EditionFacts } from "./facts.ts";
import { sheetFrame, templatedRow } from "./sheet-frame.ts";
import { illustrativeNotice } from "./sheet-lines.ts";

/** 口径说明: the rules of judging, what differs in 口径, and what the reader has to know about the figures. */
export function notesSheet(facts: EditionFacts, sheet: SheetTemplate): SheetDescription {
  const { columns } = sheet;
  return {
    ...sheetFrame(facts, sheet),
    rows: [
      ...section(columns, "计划依据", [[facts.input.plan.title, facts.input.plan.documentNumber]]),
      ...section(columns, "评价规则", ruleNotes(facts)),
      ...section(columns, "计算和舍入", ARITHMETIC),
      ...section(columns, "目标与数据口径不同的指标", scopeNotes(facts)),
      ...section(columns, "计划文本中需要说明的地方", planNotes(facts)),
      ...statedNotes(facts, columns),
      ...section(columns, "演示数据", facts.illustrative ? [["演示数据", `${illustrativeNotice(facts)}。`]] : []),
    ],
    notes: [],
  };
}

/** Numbers of a compiler's notes that come from outside the data, each with its source. */
function statedNotes({ notes }: EditionFacts, columns: SheetTemplate["columns"]): readonly RowDescription[] {
  const rows = notes.stated.flatMap((figure) => {
    const { derivation, unit } = figure;
    if (derivation.kind !== "stated") return [];
    const topic = textCell(joinRuns([inProse(figure), unit ?? ""]));
    return [
      templatedRow(columns, { topic, text: textCell(`来源：${derivation.source}（编者注第${derivation.line}行）`) }),
    ];
  });
  return rows.length === 0 ? [] : [{ kind: "section", text: "编者注中另有出处的数" }, ...rows];
}

type Note = readonly [item: string, words: string];

const ARITHMETIC: readonly Note[] = [
  ["完成率", "累计实际除以年度目标。"],
  ["序时进度", "已过月数除以全年月数；目标另有期限的，除以到期限的月数。"],
  ["差距", "用没有舍入的数相减，结果再舍入；增速之差用公布的数相减。为正表示好于目标。"],
  ["尚需（测算）", "年度目标减去累计实际。是测算数，不是预测，也不是下达的任务。"],
  ["舍入", "四舍五入。增速和比率保留一位小数，公布的位数更多时照公布的位数；总量照公布的位数。"],
  [
    "核对",
    "文稿写成后由程序重新打开，逐个核对其中的数，有一个与台账对不上就不生成；结果见同一文件夹的 certificate.json。",
  ],
  ["公布的增速", "照公布的数采用，不用总量反算：上年同期数可能已经修订，增速的价格口径也可能不同。"],
];

/** 灰 is what no figure tells; it is never a bad mark. */
const GREY: Note = [
  "灰灯",
  "表示还不能评价：未到期，是按制度还不到出数的时候；尚不评价，是已有数据而还不到评价进度的月份或期限；未发布，是应有数而尚未收到；无数据来源，是目前没有单位报送；待上级下达，是目标数尚未下达。灰灯不表示落后。",
];

/** The rules of the lights; those of projects and tasks where any was reported. */
function ruleNotes({ input: { rules, milestoneRules }, milestones }: EditionFacts): readonly Note[] {
  const used = milestones.known.value === "0" ? [rules] : [rules, milestoneRules];
  return [...used.flatMap(numbered), GREY];
}

/** 规则“默认规则”（一）, where there are several, so that a meeting can speak of one. */
function numbered({ name, text }: Pick<LightRules, "name" | "text">): readonly Note[] {
  return text.map((one, index): Note => [`规则“${name}”${ruleNumber({ text }, index)}`, one]);
}

/** （一） for a rule among several, the same wherever rules are printed. */
export function ruleNumber({ text }: Pick<LightRules, "text">, index: number): string {
  return text.length > 1 ? `（${chineseNumeral(index + 1)}）` : "";
}

function scopeNotes({ targets }: EditionFacts): readonly Note[] {
  return targets.flatMap(({ assessment: { target, reasons } }) =>
    reasons
      .filter(({ code }) => code === "scope-differs" || code === "scope-not-comparable")
      .map(({ text }): Note => [target.name, text]),
  );
}

/** Notes on the plan's own text, once each though several goals of a sentence may carry it. */
function planNotes({ targets }: EditionFacts): readonly Note[] {
  const seen = new Set<string>();
  return targets.flatMap(({ assessment: { target, reasons } }): readonly Note[] => {
    const texts = [target.note, ...reasons.filter(({ code }) => code === "defect").map(({ text }) => text)];
    return texts.flatMap((text): readonly Note[] => {
      if (text === null || seen.has(text)) return [];
      seen.add(text);
      return [[target.name, text]];
    });
  });
}

function section(columns: SheetTemplate["columns"], title: string, notes: readonly Note[]): readonly RowDescription[] {
  if (notes.length === 0) return [];
  return [
    { kind: "section", text: title },
    ...notes.map(([topic, text]) => templatedRow(columns, { topic: textCell(topic), text: textCell(text) })),
  ];
}
