import { z } from "zod";
import { SERIES_ROLES, type SeriesRole } from "../model/chart.ts";
import {
  BRIEFING_STYLES,
  type BriefingStyle,
  DASHES,
  MARKERS,
  PATTERNS,
  type TextLook,
  type Theme,
} from "../model/theme.ts";
import { parseYaml } from "./yaml-document.ts";

/** 字号 in points (standards of the field, section 1.3). */
const SIZES: Readonly<Record<string, number>> = {
  初号: 42,
  小初: 36,
  一号: 26,
  小一: 24,
  二号: 22,
  小二: 18,
  三号: 16,
  小三: 15,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
  六号: 7.5,
};

const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, "应是数字")
  .transform(Number);
const between = (low: number, high: number) =>
  number.refine((value) => value >= low && value <= high, `应在 ${low} 到 ${high} 之间`);
const colour = z.string().regex(/^[0-9A-F]{6}$/, "应是六位十六进制颜色，如 C00000");
const font = z.string().regex(/^[^<>&"']+$/, "应写字体名");
const size = z
  .string()
  .transform((text) => String(SIZES[text] ?? text))
  .pipe(between(5, 72));

const DEFAULT_LINE_PT = 28.95;

const textLook = z.strictObject({
  font,
  latin: font.optional(),
  size,
  line: between(8, 120).default(DEFAULT_LINE_PT),
  before: between(0, 200).default(0),
  after: between(0, 200).default(0),
  align: z.enum(["left", "center", "right", "justify"]).default("left"),
  indent: between(0, 10).default(0),
  color: colour.default("000000"),
});

const pageLook = z
  .strictObject({
    top: between(0, 100),
    bottom: between(0, 100),
    left: between(0, 100),
    right: between(0, 100),
    header: between(0, 100),
    footer: between(0, 100),
    grid: z.enum(["lines", "linesAndChars"]),
    linePitch: between(10, 60),
    charSpace: between(-5, 5),
  })
  .transform(({ top, bottom, left, right, header, footer, grid, linePitch, charSpace }) => ({
    topMm: top,
    bottomMm: bottom,
    leftMm: left,
    rightMm: right,
    headerMm: header,
    footerMm: footer,
    grid,
    linePitchPt: linePitch,
    charSpacePt: charSpace,
  }));

const workbookLook = z
  .strictObject({
    titleFont: font,
    headFont: font,
    bodyFont: font,
    titleSize: size,
    lineSize: size,
    headSize: size,
    bodySize: size,
    headFill: colour,
    sectionFill: colour,
    borderColor: colour,
    linkColor: colour,
    noticeColor: colour,
    noticeFill: colour,
    margin: between(0, 60),
    a3FromChars: between(80, 1000),
  })
  .transform(({ titleFont, headFont, bodyFont, headFill, sectionFill, noticeFill, a3FromChars, ...rest }) => ({
    ...{ titleFont, headFont, bodyFont, headFill, sectionFill, noticeFill, a3FromChars },
    titlePt: rest.titleSize,
    linePt: rest.lineSize,
    headPt: rest.headSize,
    bodyPt: rest.bodySize,
    borderColour: rest.borderColor,
    linkColour: rest.linkColor,
    noticeColour: rest.noticeColor,
    marginMm: rest.margin,
  }));

const seriesLook = z
  .strictObject({
    color: colour,
    fill: colour,
    pattern: z.enum(PATTERNS),
    width: between(0.25, 6),
    dash: z.enum(DASHES),
    marker: z.enum(MARKERS),
  })
  .transform(({ color, width, ...rest }) => ({ ...rest, colour: color, widthPt: width }));

const chartLook = z
  .strictObject({
    titleFont: font,
    textFont: font,
    titleSize: size,
    textSize: size,
    textColor: colour,
    gridColor: colour,
    axisColor: colour,
    gap: between(0, 500),
    height: between(30, 200),
    bars: between(10, 60),
    bar: between(3, 20),
    legend: between(5, 30),
    series: z.strictObject(
      Object.fromEntries(SERIES_ROLES.map((role) => [role, seriesLook])) as Record<SeriesRole, typeof seriesLook>,
    ),
  })
  .transform(({ titleFont, textFont, series, ...rest }) => ({
    ...{ titleFont, textFont, series },
    titlePt: rest.titleSize,
    textPt: rest.textSize,
    textColour: rest.textColor,
    gridColour: rest.gridColor,
    axisColour: rest.axisColor,
    gapPercent: rest.gap,
    heightMm: rest.height,
    barsMm: rest.bars,
    barMm: rest.bar,
    legendMm: rest.legend,
  }));

const lightLook = z
  .strictObject({ sign: z.string().min(1), word: z.string().min(1), color: colour, fill: colour })
  .transform(({ sign, word, color, fill }) => ({ sign, word, colour: color, fill }));

const themeSchema = z.strictObject({
  latin: font,
  ruleColor: colour,
  page: pageLook,
  styles: z.strictObject(
    Object.fromEntries(BRIEFING_STYLES.map((name) => [name, textLook])) as Record<BriefingStyle, typeof textLook>,
  ),
  workbook: workbookLook,
  charts: chartLook,
  lights: z.strictObject({ green: lightLook, yellow: lightLook, red: lightLook, grey: lightLook }),
});

/**
 * Reads templates/theme.yaml.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError TEMPLATE_INVALID naming the line of every wrong, missing or unknown value
 */
export function parseTheme(text: string, file: string): Theme {
  const { latin, ruleColor, styles, ...rest } = parseYaml(text, file, themeSchema, "TEMPLATE_INVALID");
  const looks = BRIEFING_STYLES.map((name) => [name, toTextLook(styles[name], latin)] as const);
  return {
    ...rest,
    styles: Object.fromEntries(looks) as Record<BriefingStyle, TextLook>,
    ruleColour: ruleColor,
  };
}

function toTextLook(look: z.infer<typeof textLook>, latin: string): TextLook {
  return {
    font: look.font,
    latinFont: look.latin ?? latin,
    sizePt: look.size,
    linePt: look.line,
    beforePt: look.before,
    afterPt: look.after,
    align: look.align,
    firstLineChars: look.indent,
    colour: look.color,
  };
}
