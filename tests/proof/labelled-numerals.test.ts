import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { classifyNumerals, type NonFigureKind } from "../../pipeline/model/non-figure.ts";
import { hasDigit, numeralsIn } from "../../pipeline/model/numeral.ts";

const LABEL = /\[([fqdocns]):([^\]]+)\]/g;
const KINDS: Readonly<Record<string, NonFigureKind | null>> = {
  ...{ f: null, q: null },
  ...{ d: "date", o: "ordinal", c: "document", n: "name", s: "standing" },
};

const lines = readFileSync(new URL("labelled-numerals.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => ({ text: line.replace(LABEL, "$2"), labels: labelsOf(line) }));

/** Each labelled number with where it stands once the labels are taken out. */
function labelsOf(line: string) {
  let taken = 0;
  return [...line.matchAll(LABEL)].map(({ 0: whole, 1: label = "", 2: text = "", index }) => {
    const start = index - taken;
    taken += whole.length - text.length;
    return { text, start, end: start + text.length, kind: KINDS[label] ?? null };
  });
}

describe("numbers labelled by hand", () => {
  it("are at least three hundred", () => {
    expect(lines.flatMap(({ labels }) => labels).length).toBeGreaterThanOrEqual(300);
  });

  it.each(lines)("are found where they stand, and no others: $text", ({ text, labels }) => {
    expect(numeralsIn(text)).toEqual(labels.map(({ kind: _kind, ...numeral }) => numeral));
  });

  it.each(lines)("are of the labelled kind by their form: $text", ({ text, labels }) => {
    expect(classifyNumerals(text, []).map((one) => [one.text, one.kind])).toEqual(
      labels.map((one) => [one.text, one.kind]),
    );
  });

  it.each(lines)("leave no digit over: $text", ({ text, labels }) => {
    const rest = [...text].filter((_sign, at) => !labels.some(({ start, end }) => start <= at && at < end));
    expect(hasDigit(rest.join(""))).toBe(false);
  });
});
