/** What formulas may call: what a reader recomputes a figure by, and nothing that reaches out of the workbook. */
const FUNCTIONS = [
  ..."ABS AND AVERAGE COUNT COUNTA COUNTIF COUNTIFS IF IFERROR INDEX ISNUMBER MATCH MAX MEDIAN MIN N NOT OR".split(" "),
  ..."RANK ROUND ROUNDDOWN ROUNDUP SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT".split(" "),
];

const CELL = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d*`;
const SHEET = String.raw`(?:'(?:[^'\[\]]|'')+'|[\p{L}\p{N}_]+)!`;

const TOKEN = new RegExp(
  [
    `(?:${SHEET})?${CELL}(?::${CELL})?(?![\\p{L}\\p{N}_(!])`, // E7, 数据来源!$B$7:$B$119
    String.raw`\d+(?:\.\d+)?`,
    '"(?:[^"]|"")*"',
    String.raw`[A-Z]+(?=\()`,
    "[-+*/^&=<>(),: ]",
  ].join("|"),
  "yu",
);

/**
 * Checks a formula, which builders of sheets write and no text from outside may: cells, numbers, quoted words,
 * operators and known functions.
 *
 * @returns it unchanged
 * @throws RangeError if there is anything else in it
 */
export function checkedFormula(formula: string): string {
  if (/^\s*(?:=|$)/.test(formula))
    throw new RangeError(`formula ${JSON.stringify(formula)} is blank or begins with "="`);
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const at = TOKEN.lastIndex;
    const [token] = TOKEN.exec(formula) ?? [];
    const isKnown = token !== undefined && (!/^[A-Z]+$/.test(token) || FUNCTIONS.includes(token));
    if (!isKnown) throw new RangeError(`formula ${JSON.stringify(formula)} is not one from ${at} on`);
  }
  return formula;
}
