/**
 * What a slot of a sentence pattern holds: `number` a number by itself, without its unit; `words` a name, a list, or what
 * the grammar makes of figures, with verb, direction and unit (同比增长5.2%, 低于年度目标0.8个百分点).
 */
export type SlotKind = "number" | "words";

/** Every slot, with what it holds; the same name holds the same in all patterns. */
export const SLOT_KINDS = {
  period: "words", // 上半年, 6月末; empty where it is the paper's own
  indicator: "words",
  amount: "words", // 702.5亿元
  growth: "words", // 同比增长6.2%, 与上年同期持平
  change: "words", // 增加0.3亿元
  goal: "words", // 低于年度目标0.8个百分点, 在5%以内的控制目标之内
  noun: "words", // 年度目标
  pace: "words", // 快于序时进度12.5个百分点
  note: "words", // 尚不评价进度
  striven: "words", // （力争目标）
  rest: "words", // 后6个月需完成0.72万人（测算）
  list: "words",
  light: "words", // 红灯
  standing: "words", // 完成、达到或快于序时进度
  verdict: "words", // 滞后
  meaning: "words", // 目前没有单位报送
  headline: "words", // the headline targets among those counted
  leaders: "words",
  places: "words", // 三位
  rates: "words", // 分别增长7.1%和6.5%
  last: "words",
  "last-rates": "words",
  earlier: "words", // 均, 其中3项
  year: "words",
  source: "words",
  sheet: "words",
  column: "words",
  total: "number",
  judged: "number",
  held: "number",
  lagging: "number",
  broken: "number",
  count: "number",
  told: "number",
  left: "number",
  completion: "number", // %
  share: "number", // %
  files: "number",
  cells: "number",
} as const satisfies Readonly<Record<string, SlotKind>>;

export type SlotName = keyof typeof SLOT_KINDS;

/** The sentence patterns by the names that templates/phrases.yaml calls them, each with the slots that it may have. */
export const PHRASE_SLOTS = {
  growth: ["period", "indicator", "amount", "growth", "goal"],
  "growth-real": ["period", "indicator", "amount", "growth", "goal"],
  change: ["period", "indicator", "change", "goal"],
  progress: ["period", "indicator", "amount", "noun", "completion", "pace", "note"],
  level: ["period", "indicator", "amount", "goal", "note"],
  "short-growth": ["period", "indicator", "striven", "growth", "goal"],
  "short-change": ["period", "indicator", "striven", "change", "goal"],
  "short-progress": ["period", "indicator", "striven", "noun", "completion", "pace", "rest"],
  "short-level": ["period", "indicator", "striven", "amount", "goal", "rest"],
  "rest-amount": ["period", "amount"],
  "not-judged": [],
  "not-due": [],
  "striven-for": [],
  "overview-judged": ["year", "total", "period", "judged", "earlier"],
  "overview-held": ["held", "share", "list"],
  "overview-year": ["held", "share", "lagging", "broken"],
  "overview-postponed": ["count"],
  "overview-unknown": ["count", "list"],
  "overview-rest": ["list"],
  "headline-growth": ["period"],
  "headline-amounts": ["period"],
  "headline-levels": ["period"],
  chapter: ["total", "list"],
  "chapter-named": ["standing", "count", "list"],
  "chapter-counted": ["standing", "count"],
  "lagging-all": ["light", "count", "list"],
  "lagging-most": ["light", "count", "list", "left"],
  "lagging-tabled": ["light", "count"],
  "lagging-told-before": ["light", "count"],
  "lagging-beside": ["light", "count", "told", "list", "left"],
  "lagging-beside-tabled": ["light", "count", "told", "left"],
  regions: ["indicator", "leaders", "places", "rates", "last", "last-rates"],
  unknown: ["count", "list"],
  "unknown-part": ["verdict", "count", "meaning", "headline"],
  "headline-among": ["list"],
  postponed: ["count", "meaning", "headline"],
  "postponed-parts": ["count", "list"],
  "postponed-part": ["meaning", "count", "headline"],
  milestones: ["total", "count", "note", "list", "left"],
  "milestones-unheard": ["total"],
  scopes: ["list"],
  sources: ["source", "files", "cells", "sheet", "note", "meaning"],
} as const satisfies Readonly<Record<string, readonly SlotName[]>>;

export type PhraseName = keyof typeof PHRASE_SLOTS;

/** A stretch of a pattern: words as typed, a slot, or words that stand only where none of their slots is empty. */
export type PhrasePart =
  | string
  | { readonly slot: SlotName }
  | { readonly optional: readonly (string | { readonly slot: SlotName })[] };

/** A sentence pattern, without its full stop. */
export type Phrase = readonly PhrasePart[];

/** The sentence patterns of the papers: templates/phrases.yaml. */
export type Phrases = Readonly<Record<PhraseName, Phrase>>;
