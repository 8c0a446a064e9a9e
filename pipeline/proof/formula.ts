import { type Decimal, dividedBy, isZero, minus, plus, times } from "../model/decimal.ts";

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([()（）＋+−\-×÷]))/y;
const COUNT = /^计数：(.*)$/s;

/**
 * The value of a figure's formula with its numbers in it: 629÷647.4×100−10÷12×100; of a count, how many it lists.
 *
 * @returns null for what is no arithmetic (由高到低：12.6、11.1)
 */
export function formulaValue(formula: string): Decimal | null {
  const counted = COUNT.exec(formula)?.[1];
  if (counted !== undefined) return countOf(counted);
  const tokens = tokensOf(formula);
  if (tokens === null) return null;
  const reader = { tokens, at: 0 };
  const value = sum(reader);
  return reader.at === tokens.length ? value : null;
}

/** Ids in a list; words that tell what was counted are no list. */
function countOf(counted: string): Decimal | null {
  if (counted === "无") return "0";
  return /^[!-~]+(?:、[!-~]+)*$/.test(counted) ? String(counted.split("、").length) : null;
}

/** Tells whether a formula counts things: it names them, or says what they are, and rests on no other figure. */
export function isCount(formula: string): boolean {
  return COUNT.test(formula);
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

function tokensOf(formula: string): readonly string[] | null {
  const plain = formula.trim();
  const tokens: string[] = [];
  let at = 0;
  while (at < plain.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(plain);
    if (!match) return null;
    tokens.push(match[1] ?? SIGNS[match[2] ?? ""] ?? match[2] ?? "");
    at += match[0].length;
  }
  return tokens;
}

const SIGNS: Readonly<Record<string, string>> = { "（": "(", "）": ")", "＋": "+", "−": "-" };

function sum(reader: Reader): Decimal | null {
  return chain(reader, product, { "+": plus, "-": minus });
}

function product(reader: Reader): Decimal | null {
  return chain(reader, operand, { "×": times, "÷": (a, b) => (isZero(b) ? null : dividedBy(a, b)) });
}

function chain(
  reader: Reader,
  part: (reader: Reader) => Decimal | null,
  operations: Readonly<Record<string, (a: Decimal, b: Decimal) => Decimal | null>>,
): Decimal | null {
  let value = part(reader);
  for (;;) {
    const operation = operations[reader.tokens[reader.at] ?? ""];
    if (operation === undefined || value === null) return value;
    reader.at += 1;
    const next = part(reader);
    value = next === null ? null : operation(value, next);
  }
}

function operand(reader: Reader): Decimal | null {
  const token = reader.tokens[reader.at] ?? "";
  reader.at += 1;
  if (token === "-") {
    const value = operand(reader);
    return value === null ? null : minus("0", value);
  }
  if (token !== "(") return /^\d/.test(token) ? token : null;
  const value = sum(reader);
  if (reader.tokens[reader.at] !== ")") return null;
  reader.at += 1;
  return value;
}
