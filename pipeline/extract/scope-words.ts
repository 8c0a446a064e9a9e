/**
 * 口径 words that belong to a value and not to the name of what is measured (standards of the field, section 2.1).
 *
 * A bracket with one of these is taken off a name and kept beside the figure; any other bracket stays in the name.
 */
const SCOPES: readonly string[] = [
  "不含农户",
  "含农户",
  "可比口径",
  "同口径",
  "自然口径",
  "全口径",
  "新口径",
  "老口径",
  "可比价",
  "可比价格",
  "不变价",
  "不变价格",
  "现价",
  "现行价格",
  "当年价",
  "当年价格",
  "名义",
  "实际",
  "限额以上",
  "限上",
  "规模以上",
  "规上",
  "主城区",
  "市辖区",
  "本外币",
  "人民币",
  "法人口径",
  "在地口径",
  "属地口径",
  "扣除留抵退税",
  "扣除留抵退税因素",
  "剔除留抵退税因素",
  "扣除价格因素",
  "含留抵退税",
];

/** Spellings of the same 口径. */
const SAME: Readonly<Record<string, string>> = {
  可比价格: "可比价",
  不变价格: "不变价",
  现行价格: "现价",
  当年价格: "当年价",
  限上: "限额以上",
  规上: "规模以上",
  扣除留抵退税因素: "扣除留抵退税",
  剔除留抵退税因素: "扣除留抵退税",
  扣除价格因素: "实际",
};

/** On what a growth is compared; of two of them only one can be meant. */
const BASES: ReadonlySet<string> = new Set(["可比口径", "同口径", "自然口径"]);

const KNOWN: ReadonlySet<string> = new Set(SCOPES);
const LONGEST_FIRST = [...SCOPES].sort((a, b) => b.length - a.length);

/** Reads a text that is nothing but 口径 words, 按 in front or 计算 behind not counting: "不含农户", "现价、不含农户". */
export function parseScopes(squashed: string): readonly string[] | undefined {
  const parts = squashed.split(/[、,;]/).map((part) => part.replace(/^按/, "").replace(/(?:计算|口径数|部分|后)$/, ""));
  return parts.every((part) => KNOWN.has(part)) ? parts.map(canonicalScope) : undefined;
}

/** The one spelling of a 口径 word. */
export function canonicalScope(word: string): string {
  return SAME[word] ?? word;
}

/** The 口径 words that stand anywhere in a text, e.g. in 按可比价计算名义增长. */
export function scopesIn(squashed: string): readonly string[] {
  let rest = squashed;
  const found: string[] = [];
  for (const word of LONGEST_FIRST) {
    if (!rest.includes(word)) continue;
    found.push(canonicalScope(word));
    rest = rest.replaceAll(word, " ");
  }
  return found;
}

/** Farther 口径 without the basis of comparison, where nearer words state one. */
export function besideStated(scopes: readonly string[], nearer: readonly string[]): readonly string[] {
  return nearer.some((scope) => BASES.has(scope)) ? scopes.filter((scope) => !BASES.has(scope)) : scopes;
}

/** Several 口径 as one text in a fixed order; null for none. */
export function joinScopes(scopes: readonly string[]): string | null {
  return scopes.length === 0 ? null : [...new Set(scopes)].sort().join("、");
}
