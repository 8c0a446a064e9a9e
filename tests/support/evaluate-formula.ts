import { parseAddress, toAddress } from "../../pipeline/model/cell.ts";

const CELL = String.raw`\$?[A-Z]+\$?[1-9]\d*`;
const TOKEN = new RegExp(String.raw`\s*(${CELL}:${CELL}|${CELL}|\d+(?:\.\d+)?|[A-Z]+(?=\()|[-+*/(),])`, "y");

/** Reads the number of a cell; undefined where it holds none. */
type NumberAt = (address: string) => number | undefined;

/**
 * Reckons a formula of cells, numbers, + − × ÷, brackets, ROUND and RANK in binary floating point, as spreadsheets do;
 * ROUND without any of the corrections by which they hide that.
 *
 * @throws SyntaxError for anything else, and for a cell without a number outside a range
 */
export function evaluateFormula(formula: string, numberAt: NumberAt): number {
  const tokens = tokensOf(formula);
  let at = 0;
  const take = (expected?: string): string => {
    const token = tokens[at++];
    if (token === undefined || (expected !== undefined && token !== expected)) {
      throw new SyntaxError(`${formula}: ${token ?? "its end"} instead of ${expected ?? "more"}`);
    }
    return token;
  };
  const operand = (): number => {
    const token = take();
    if (token === "-") return -operand();
    if (token === "(") return bracketed();
    if (token === "ROUND") {
      take("(");
      const value = sum();
      take(",");
      const places = sum();
      take(")");
      return Math.sign(value) * (Math.round(Math.abs(value) * 10 ** places) / 10 ** places);
    }
    if (/^\d/.test(token)) return Number(token);
    if (token === "RANK") {
      take("(");
      const value = sum();
      take(",");
      const above = cellsOf(take()).filter((cell) => (numberAt(cell) ?? Number.NaN) > value);
      take(")");
      return above.length + 1;
    }
    const value = numberAt(token.replaceAll("$", ""));
    if (value === undefined) throw new SyntaxError(`${formula}: ${token}`);
    return value;
  };
  const bracketed = (): number => {
    const value = sum();
    take(")");
    return value;
  };
  const product = (): number => {
    let value = operand();
    while (tokens[at] === "*" || tokens[at] === "/") value = take() === "*" ? value * operand() : value / operand();
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (tokens[at] === "+" || tokens[at] === "-") value = take() === "+" ? value + product() : value - product();
    return value;
  };
  const result = sum();
  if (at < tokens.length) throw new SyntaxError(`${formula}: ${tokens[at]}`);
  return result;
}

function tokensOf(formula: string): readonly string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const match = TOKEN.exec(formula);
    if (!match) throw new SyntaxError(formula);
    tokens.push(match[1] ?? "");
  }
  return tokens;
}

function cellsOf(range: string): readonly string[] {
  const [from, to] = range.replaceAll("$", "").split(":").map(parseAddress);
  if (!from || !to) throw new SyntaxError(range);
  const rows = Array.from({ length: to.row - from.row + 1 }, (_, index) => from.row + index);
  const columns = Array.from({ length: to.column - from.column + 1 }, (_, index) => from.column + index);
  return rows.flatMap((row) => columns.map((column) => toAddress(row, column)));
}
