import type { ChartLook, SeriesLook } from "../../model/theme.ts";
import { element, setting } from "../xml.ts";

const EMU_PER_PT = 12_700;
const MARKER_SIZE = 7; // points
const EDGE_PT = 0.75;

/** What a chart lies on; patterned columns show it behind their numbers. */
export const PAPER = "FFFFFF";

const DASHES: Readonly<Record<SeriesLook["dash"], string>> = { solid: "solid", dash: "dash", dot: "sysDot" };
const PATTERNS: Readonly<Record<SeriesLook["pattern"], string | null>> = {
  ...{ solid: null, dots: "pct25", "wide-diagonal": "wdUpDiag", horizontal: "narHorz" },
};

/** A plain colour. */
export function solidFill(colour: string): string {
  return element("a:solidFill", {}, setting("a:srgbClr", colour));
}

/** A plain line. */
export function lineOf(colour: string, widthPt: number, dash: SeriesLook["dash"] = "solid"): string {
  const width = Math.round(widthPt * EMU_PER_PT);
  return element(
    "a:ln",
    { w: width, cap: "rnd" },
    solidFill(colour),
    setting("a:prstDash", DASHES[dash]),
    "<a:round/>",
  );
}

/**
 * How a line of points looks, and its markers.
 *
 * @param lone points without a neighbour, from 0: they get a dash where the line has no markers, since nothing would be
 *   seen of them
 */
export function lineLook({ colour, widthPt, dash, marker }: SeriesLook, lone: readonly number[]): string {
  const line = element("c:spPr", {}, lineOf(colour, widthPt, dash));
  if (marker !== "none") return line + markerXml(marker, colour);
  const points = lone.map((index) => element("c:dPt", {}, setting("c:idx", index), markerXml("dash", colour)));
  return line + element("c:marker", {}, setting("c:symbol", "none")) + points.join("");
}

function markerXml(symbol: string, colour: string): string {
  const inside = element("c:spPr", {}, solidFill(colour), lineOf(colour, EDGE_PT));
  return element("c:marker", {}, setting("c:symbol", symbol), setting("c:size", MARKER_SIZE), inside);
}

/** How columns look: a fill, with a pattern where the theme has one, and an edge. */
export function columnLook({ colour, fill, pattern }: SeriesLook): string {
  const preset = PATTERNS[pattern];
  const filled =
    preset === null
      ? solidFill(fill)
      : element(
          "a:pattFill",
          { prst: preset },
          element("a:fgClr", {}, setting("a:srgbClr", colour)),
          element("a:bgClr", {}, setting("a:srgbClr", fill)),
        );
  return element("c:spPr", {}, filled, lineOf(colour, EDGE_PT));
}

/** The look of words: size, colour, fonts; `name` is the element that holds it. */
export function textLook(name: "a:defRPr" | "a:rPr", sizePt: number, font: string, colour: string): string {
  const language = name === "a:rPr" ? { lang: "zh-CN" } : {};
  return element(
    name,
    { ...language, sz: Math.round(sizePt * 100), b: 0 },
    solidFill(colour),
    element("a:latin", { typeface: font }),
    element("a:ea", { typeface: font }),
  );
}

/** The look of words that the program of the reader writes: labels, legend. */
export function textProperties({ textPt, textFont, textColour }: ChartLook, isLevel = false): string {
  const paragraph = element("a:pPr", {}, textLook("a:defRPr", textPt, textFont, textColour));
  return element(
    "c:txPr",
    {},
    isLevel ? element("a:bodyPr", { rot: 0, vert: "horz" }) : "<a:bodyPr/>",
    "<a:lstStyle/>",
    element("a:p", {}, paragraph, '<a:endParaRPr lang="zh-CN"/>'),
  );
}
