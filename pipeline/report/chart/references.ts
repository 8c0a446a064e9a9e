import { element, escapedXml, setting } from "../xml.ts";
import type { Labels, Point, Points } from "./source-cells.ts";

/** A reference to words, with what the cells hold. */
export function labelReference({ reference, texts }: Labels): string {
  const points = texts.map((text, index) => point(index, text));
  const cache = element("c:strCache", {}, setting("c:ptCount", texts.length), ...points);
  return element("c:strRef", {}, formula(reference), cache);
}

/** A reference to numbers, with what the cells hold; gaps are left out. */
export function pointReference({ reference, points }: Points): string {
  const format = firstFormat(points);
  const written = points.map((one, index) => (one === null ? "" : numberPoint(index, one, format)));
  const code = `<c:formatCode>${escapedXml(format)}</c:formatCode>`;
  const cache = element("c:numCache", {}, code, setting("c:ptCount", points.length), ...written);
  return element("c:numRef", {}, formula(reference), cache);
}

/** The format of the first number among points. */
export function firstFormat(points: Points["points"]): string {
  return points.find((point) => point !== null)?.format ?? "General";
}

function numberPoint(index: number, { value, format }: Point, usual: string): string {
  return point(index, String(value), format === usual ? {} : { formatCode: format });
}

function point(index: number, value: string, more: Readonly<Record<string, string>> = {}): string {
  return element("c:pt", { idx: index, ...more }, `<c:v>${escapedXml(value)}</c:v>`);
}

function formula(reference: string): string {
  return `<c:f>${escapedXml(reference)}</c:f>`;
}
