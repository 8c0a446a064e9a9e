import { type TracedFigure, trace as traceFigures } from "../jobs/edition/trace.ts";
import { printableJson } from "../model/printable-text.ts";

const MOST_PLACES = 3;

/** Prints where the figures of a paper come from; exit code 0. */
export async function trace(
  path: string,
  figure: string | null,
  options: { readonly json?: boolean },
  write: (text: string) => void,
): Promise<number> {
  const traced = await traceFigures(path, figure);
  write(options.json ? printableJson({ figures: traced }) : traced.map(describe).join("\n"));
  return 0;
}

function describe({ id, name, texts, unit, value, places, changed, derivation, cells }: TracedFigure): string {
  const more = places.length > MOST_PLACES ? `等 ${places.length} 处` : "";
  const where = places.length === 0 ? "" : `　${places.slice(0, MOST_PLACES).join("、")}${more}`;
  return [
    `${name}　${texts.length === 0 ? value : texts.join("、")}${unit ?? ""}${where}　[${id}]`,
    ...changed.map(
      (one) =>
        `  ${one.place}出稿后改动过，${one.text === "" ? "现在没有这个数" : `现为 ${one.text}`}：请用 prove 核对`,
    ),
    ...(derivation.kind === "stated"
      ? [`  出处：${derivation.source}（${derivation.file} 第${derivation.line}行）`]
      : []),
    ...(derivation.kind === "planned" ? [`  计划原文：${derivation.source.text}`] : []),
    ...(derivation.kind === "computed" ? [`  算式：${shortened(derivation.formula)}`] : []),
    ...cells.map(
      (cell) =>
        `  ${cell.file} › ${cell.sheet} › ${cell.cell}　${cell.value}${cell.unit ?? ""}　${cell.vintage}${cell.illustrative ? "　演示数据" : ""}`,
    ),
  ].join("\n");
}

function shortened(formula: string): string {
  return formula.length > 200 ? `${formula.slice(0, 200)}……` : formula;
}
