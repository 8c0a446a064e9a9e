import { attribute, elements } from "./office-text.ts";

/** How cells of a sheet look. */
export interface CellStyle {
  readonly xf: string; // as styles.xml has it
  readonly border: string; // its number
  readonly fill: string | null; // RRGGBB; null for none
  readonly colour: string | null; // RRGGBB of the text; null for the default
}

/** The looks that the cells of a sheet's part have, each once. */
export function stylesInUse(sheetXml: string, stylesXml: string): readonly CellStyle[] {
  const xfs = elements(elements(stylesXml, "cellXfs").join(), "xf");
  const fonts = elements(elements(stylesXml, "fonts").join(), "font");
  const fills = elements(elements(stylesXml, "fills").join(), "fill");
  const used = new Set([...sheetXml.matchAll(/<c r="[^"]*" s="(\d+)"/g)].map((match) => Number(match[1])));
  return [...used].map((index) => {
    const xf = xfs[index] ?? "";
    return {
      xf,
      border: attribute(xf, "xf", "borderId") ?? "0",
      fill: rgb(attribute(fills[Number(attribute(xf, "xf", "fillId"))] ?? "", "fgColor", "rgb")),
      colour: rgb(attribute(fonts[Number(attribute(xf, "xf", "fontId"))] ?? "", "color", "rgb")),
    };
  });
}

/** The contrast of two colours, RRGGBB, from 1 to 21 (WCAG 2.1). */
export function contrast(first: string, second: string): number {
  const [darker = 0, lighter = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function rgb(argb: string | undefined): string | null {
  return argb === undefined ? null : argb.slice(2);
}
