import type { Fault } from "../finding.ts";
import type { Rule, Subject } from "../rule.ts";
import { type Section, textWidth } from "../section.ts";

const TWIPS_PER_MM = 1440 / 25.4;
const TOLERANCE = 57; // 1 mm
const A4 = { short: 11906, long: 16838 };
const MARGINS = { top: ["天头", 37], bottom: ["地脚", 35], left: ["订口", 28], right: ["切口", 26] } as const;

/** Pages are A4. */
export const pageSize: Rule = {
  id: "page-size",
  severity: "error",
  title: "纸张用 A4",
  source: "GB/T 9704-2012 第5.1条",
  check: (subject) =>
    eachSection(subject, ({ width, height }) => {
      if (width === undefined || height === undefined) return ["没有写明纸张大小", "A4（210×297毫米）"];
      const isA4 =
        Math.abs(Math.min(width, height) - A4.short) <= TOLERANCE &&
        Math.abs(Math.max(width, height) - A4.long) <= TOLERANCE;
      return isA4 ? undefined : [`${mm(width)}×${mm(height)}毫米`, "A4（210×297毫米）"];
    }),
};

/** Margins leave a type area of 156 x 225 mm, at the side where the paper is bound 28 mm. */
export const pageMargins: Rule = {
  id: "page-margins",
  severity: "error",
  title: "天头37毫米、订口28毫米，版心156×225毫米，容差1毫米",
  source: "GB/T 9704-2012 第5.2.1条",
  check: (subject) =>
    eachSection(subject, (section) => {
      if (section.isLandscape) return undefined; // turned pages turn their margins, either way
      const wrong = (Object.keys(MARGINS) as (keyof typeof MARGINS)[]).filter((side) => {
        const found = section[side];
        return found === undefined || Math.abs(found - MARGINS[side][1] * TWIPS_PER_MM) > TOLERANCE;
      });
      if (wrong.length === 0) return undefined;
      const say = (side: keyof typeof MARGINS) => `${MARGINS[side][0]}${mm(section[side])}毫米`;
      return [wrong.map(say).join("，"), wrong.map((side) => `${MARGINS[side][0]}${MARGINS[side][1]}毫米`).join("，")];
    }),
};

/** The grid has room for 22 lines a page and 28 characters a line. */
export const pageGrid: Rule = {
  id: "page-grid",
  severity: "warning",
  title: "每面排22行，每行排28个字，撑满版心",
  source: "GB/T 9704-2012 第5.2.3条",
  check: (subject) =>
    eachSection(subject, (section) => {
      const { top, bottom, height, linePitch, isLandscape, charSpace = 0 } = section;
      const width = textWidth(section);
      if (isLandscape || width === undefined || height === undefined || top === undefined || bottom === undefined)
        return undefined;
      const expected = "文档网格：指定行和字符网格，每页22行（跨度28.95磅），每行28个字";
      if (section.gridType !== "linesAndChars" && section.gridType !== "snapToChars")
        return [section.gridType === "lines" ? "只指定了行网格" : "没有文档网格", expected];
      const lines = linePitch ? Math.floor((height - top - bottom) / linePitch) : 0;
      const characters = Math.floor((width + 2) / (320 + (charSpace / 4096) * 20));
      return lines === 22 && characters === 28 ? undefined : [`每页${lines}行，每行${characters}个字`, expected];
    }),
};

function eachSection(
  { sections }: Subject,
  check: (section: Section) => readonly [found: string, expected: string] | undefined,
): readonly Fault[] {
  return sections.flatMap((section) => {
    const [found, expected] = check(section) ?? [];
    const place = { label: `页面（${section.label}）`, order: -2 };
    return found === undefined || expected === undefined ? [] : [{ place, found, expected }];
  });
}

function mm(twips: number | undefined): string {
  return twips === undefined ? "未写明的" : String(Math.round((twips / TWIPS_PER_MM) * 10) / 10);
}
