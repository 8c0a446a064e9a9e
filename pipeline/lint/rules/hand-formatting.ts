import type { Fault } from "../finding.ts";
import type { LintRun } from "../paragraph.ts";
import { opening, type Rule, type Subject } from "../rule.ts";
import { sizeWord } from "../type-faces.ts";

/** Fonts are named, not taken from the theme, which changes with the machine. */
export const themeFont: Rule = {
  id: "theme-font",
  severity: "warning",
  title: "字体直接写明，不用主题字体",
  source: "GB/T 9704-2012 第5.2.2、7.3.3条（主题字体会盖过写明的字体）",
  check: (subject) =>
    onceEach(subject, ({ look, text }) =>
      look.eastAsiaTheme !== undefined && /[\u3400-\u9fff]/.test(text)
        ? { found: look.eastAsiaTheme, expected: "在样式中写明仿宋、黑体、楷体等中文字体" }
        : undefined,
    ),
};

/** A run does not name another font than its style. */
export const directFont: Rule = {
  id: "direct-font",
  severity: "warning",
  title: "字体由样式决定，不在文字上另设",
  source: "GB/T 9704-2012 第5.2.2条（全文同级文字一致）",
  check: (subject) => {
    const marks = new Map(subject.paragraphs.flatMap(({ runs, mark }) => runs.map((run) => [run, mark] as const)));
    return onceEach(subject, (run) => {
      const { eastAsia } = run.direct;
      const styled = marks.get(run)?.eastAsia;
      return eastAsia === undefined || eastAsia === styled
        ? undefined
        : { found: `另设 ${eastAsia}`, expected: `样式的字体${styled ? ` ${styled}` : ""}，需要改的改样式` };
    });
  },
};

/** A run does not name another size than its style. */
export const directSize: Rule = {
  id: "direct-size",
  severity: "warning",
  title: "字号由样式决定，不在文字上另设",
  source: "GB/T 9704-2012 第5.2.2条（全文同级文字一致）",
  check: (subject) => {
    const marks = new Map(subject.paragraphs.flatMap(({ runs, mark }) => runs.map((run) => [run, mark] as const)));
    return onceEach(subject, (run) => {
      const { halfPoints } = run.direct;
      const styled = marks.get(run)?.halfPoints;
      return halfPoints === undefined || halfPoints === styled
        ? undefined
        : { found: `另设 ${sizeWord(halfPoints)}`, expected: "样式的字号，需要改的改样式" };
    });
  },
};

/** “ ” — … stand in the Chinese font; without the hint Word takes them for Latin. */
export const quoteFont: Rule = {
  id: "quote-font",
  severity: "warning",
  title: "引号、破折号、省略号用中文字体",
  source: "GB/T 15834-2011 第4.8、4.10、4.11条（占位和形状）",
  check: (subject) =>
    onceEach(subject, ({ text, hint, look }) =>
      hint !== "eastAsia" && /[“”‘’—…]/.test(text) && look.ascii !== look.eastAsia && /[\u3400-\u9fff]/.test(text)
        ? { found: "这些标点会落到西文字体", expected: "把它们设为中文字体（字体提示 eastAsia）" }
        : undefined,
    ),
};

/** Text is black; the head may be red. */
export const textColour: Rule = {
  id: "text-colour",
  severity: "error",
  title: "正文文字用黑色",
  source: "GB/T 9704-2012 第5.2.4条",
  check: (subject) =>
    onceEach(subject, ({ look, text }, role) => {
      const isBlack = look.color === undefined || /^(?:auto|000000)$/i.test(look.color);
      const isFree = ["masthead", "furniture", "cell", "caption", "note"].includes(role) || text.trim() === "";
      return isBlack || isFree ? undefined : { found: `颜色 ${look.color}`, expected: "黑色" };
    }),
};

function onceEach(
  { paragraphs, roles }: Subject,
  check: (run: LintRun, role: string) => Pick<Fault, "found" | "expected"> | undefined,
): readonly Fault[] {
  return paragraphs.flatMap((paragraph) => {
    for (const run of paragraph.runs) {
      const fault = check(run, roles.get(paragraph) ?? "empty");
      if (fault) return [{ ...fault, place: paragraph.place, found: `${fault.found}：${opening(run.text)}` }];
    }
    return [];
  });
}
