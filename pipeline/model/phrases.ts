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
  tempo: "words", // 增速比1—5月加快0.3个百分点
  since: "words", // 已连续3期滞后
  goal: "words", // 低于年度目标0.8个百分点, 在5%以内的控制目标之内
  noun: "words", // 年度目标
  pace: "words", // 快于序时进度12.5个百分点
  note: "words", // 尚不评价进度
  striven: "words", // （力争目标）
  rest: "words", // 后6个月需完成0.72万人（测算）
  planned: "words", // 893000万元
  each: "words", // 月均0.12万人
  unit: "words", // 期, 个月
  before: "words", // 滞后; 增长7.2%
  after: "words",
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
  above: "words", // 8个旗县市区中5个高于全市
  behind: "words", // 低于全市2.2个百分点
  moves: "words", // 与1—5月相比，位次奈曼旗前移3位
  shares: "words", // 全市与目标的差距中，库伦旗占35.2%（测算）
  first: "words",
  earlier: "words", // 均, 其中3项
  year: "words",
  source: "words", // bureau
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
  growth: ["period", "indicator", "amount", "growth", "tempo", "goal"],
  "growth-real": ["period", "indicator", "amount", "growth", "tempo", "goal"],
  change: ["period", "indicator", "change", "goal"],
  progress: ["period", "indicator", "amount", "noun", "completion", "pace", "note"],
  level: ["period", "indicator", "amount", "tempo", "goal", "note"],
  "short-growth": ["period", "indicator", "striven", "source", "growth", "goal", "since", "rest"],
  "short-change": ["period", "indicator", "striven", "source", "change", "goal"],
  "short-progress": ["period", "indicator", "striven", "source", "noun", "completion", "pace", "since", "rest"],
  "short-level": ["period", "indicator", "striven", "source", "amount", "goal", "rest"],
  "short-named": ["period", "indicator", "striven", "goal"],
  since: ["count", "unit"],
  "rest-amount": ["period", "amount", "each", "note"],
  "rest-growth": ["period", "growth", "note"],
  "not-judged": [],
  "not-due": [],
  "striven-for": [],
  "overview-judged": ["year", "total", "period", "judged", "earlier"],
  "overview-held": ["held", "share", "list"],
  "overview-year": ["held", "share", "lagging", "broken"],
  "overview-postponed": ["count"],
  "overview-unknown": ["count", "list"],
  "overview-unknown-all": ["count", "verdict"],
  "overview-rest": ["list"],
  outlook: ["note", "list"],
  "outlook-reach": ["standing", "count", "list"],
  "outlook-risk": ["standing", "count", "list"],
  "outlook-ranges": ["list"],
  "outlook-range": ["indicator", "amount"],
  changes: ["period", "list"],
  "changes-none": ["period"],
  "changes-better": ["count", "list"],
  "changes-worse": ["count", "list"],
  "editor-note": ["note"],
  "changes-on-revised": [],
  "changes-turn": ["indicator", "before", "after", "note"],
  "changes-begun": ["count"],
  "changes-ended": ["count", "list"],
  "changes-revised": ["list", "left"],
  "changes-revision": ["period", "indicator", "before", "after"],
  "headline-growth": ["period"],
  "headline-amounts": ["period"],
  "headline-levels": ["period"],
  "headline-older": ["period", "list"],
  "brief-growth": ["list", "rates", "goal"],
  "brief-progress": ["list", "rates", "pace"],
  chapter: ["total", "list"],
  "chapter-named": ["standing", "count", "list"],
  "chapter-counted": ["standing", "count"],
  "lagging-sources": [],
  "lagging-all": ["light", "count", "list"],
  "lagging-most": ["light", "count", "list", "left"],
  "lagging-named": ["list", "left"],
  "lagging-tabled": ["light", "count"],
  "lagging-told-before": ["light", "count"],
  "lagging-beside": ["light", "count", "told", "list", "left"],
  "lagging-beside-tabled": ["light", "count", "told", "left"],
  regions: ["indicator", "above", "leaders", "places", "rates", "last", "last-rates", "behind", "moves", "shares"],
  "regions-shares": ["list", "rates"],
  "regions-tally": ["list", "first", "last"],
  unknown: ["count", "list"],
  "unknown-part": ["verdict", "count", "meaning", "headline"],
  "headline-among": ["list"],
  "unknown-brief": ["list"],
  "unknown-named": ["list", "verdict", "meaning"],
  postponed: ["count", "meaning", "headline"],
  "postponed-parts": ["count", "list"],
  "postponed-part": ["meaning", "count", "headline"],
  milestones: ["total", "count", "note", "list", "left"],
  "milestones-unheard": ["total"],
  "milestones-states": ["list"],
  "milestones-started": ["period", "total", "count", "completion"],
  "milestones-started-year": ["total", "completion"],
  "milestones-invested": ["amount", "planned", "completion"],
  "milestones-overdue": ["count", "list"],
  "milestones-earlier": ["count"],
  "milestones-behind": ["standing", "count", "list"],
  "milestones-late": ["count", "list"],
  milestone: ["indicator", "source", "meaning"],
  "milestone-named": ["indicator", "source"],
  scopes: ["list"],
  scope: ["indicator", "meaning"],
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
