import { z } from "zod";
import { SERIES_ROLES, type SeriesRole } from "../model/chart.ts";
import { nearestName } from "../model/nearest-name.ts";
import {
  BRIEFING_STYLES,
  type BriefingStyle,
  DASHES,
  MARKERS,
  PATTERNS,
  type TextLook,
  type Theme,
} from "../model/theme.ts";
import { between } from "./number-bounds.ts";
import { gridFault, pageLook, pageProfile } from "./page-profiles.ts";
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

const colour = z.string().regex(/^[0-9A-F]{6}$/, "应是六位十六进制颜色，如 C00000");
const font = z.string().regex(/^[^<>&"']+$/, "应写字体名");
const size = z
  .string()
  .transform((text) => String(SIZES[text] ?? text))
  .pipe(between(5, 72));

const textLook = z.strictObject({
  font,
  latin: font.optional(),
  size,
  line: between(8, 120).optional(), // else as high as the page's grid
  before: between(0, 200).default(0),
  after: between(0, 200).default(0),
  align: z.enum(["left", "center", "right", "justify"]).default("left"),
  indent: between(0, 10).default(0),
  color: colour.default("000000"),
});

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

const themeFields = z.strictObject({
  latin: font,
  ruleColor: colour,
  page: z.string(),
  pages: z.record(z.string(), pageProfile),
  styles: z.strictObject(
    Object.fromEntries(BRIEFING_STYLES.map((name) => [name, textLook])) as Record<BriefingStyle, typeof textLook>,
  ),
  workbook: workbookLook,
  charts: chartLook,
  lights: z.strictObject({ green: lightLook, yellow: lightLook, red: lightLook, grey: lightLook }),
});

/** The page that is chosen must be described, and all that are described must be fit for the text. */
const themeSchema = themeFields.superRefine(({ page, pages, styles }, context) => {
  const complain = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
  const names = Object.keys(pages);
  if (!names.includes(page)) {
    complain(
      ["page"],
      `没有“${page}”这种版面，${names.length === 0 ? "pages 里一种也没有" : `最接近的是“${nearestName(page, names)}”`}`,
    );
  }
  for (const [name, profile] of Object.entries(pages)) {
    const fault = gridFault(profile, styles.body.size);
    if (fault !== null) complain(["pages", name], fault);
  }
});

/**
 * Reads templates/theme.yaml.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError TEMPLATE_INVALID naming the line of every wrong, missing or unknown value
 */
export function parseTheme(text: string, file: string): Theme {
  const { latin, ruleColor, styles, page, pages, ...rest } = parseYaml(text, file, themeSchema, "TEMPLATE_INVALID");
  const chosen = pages[page];
  if (!chosen) throw new RangeError(`page ${page}: let through though it is not described`);
  const look = pageLook(chosen, styles.body.size);
  const looks = BRIEFING_STYLES.map((name) => [name, toTextLook(styles[name], latin, look.linePitchPt)] as const);
  return {
    ...rest,
    page: look,
    styles: Object.fromEntries(looks) as Record<BriefingStyle, TextLook>,
    ruleColour: ruleColor,
  };
}

function toTextLook(look: z.infer<typeof textLook>, latin: string, linePt: number): TextLook {
  return {
    font: look.font,
    latinFont: look.latin ?? latin,
    sizePt: look.size,
    linePt: look.line ?? linePt,
    beforePt: look.before,
    afterPt: look.after,
    align: look.align,
    firstLineChars: look.indent,
    colour: look.color,
  };
}
