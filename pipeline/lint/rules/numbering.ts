import { chineseCount, readCount } from "../chinese-count.ts";
import type { Fault } from "../finding.ts";
import { LEVEL_MARKS } from "../roles.ts";
import { excerpt, opening, type Rule, type Subject, withRoles } from "../rule.ts";

const SOURCE = "GB/T 9704-2012 第7.3.3条";
const FORMS = [
  /^[一二三四五六七八九十]+、/,
  /^（[一二三四五六七八九十]+）(?![、，.．])/,
  /^\d+[.．](?!\d)/,
  /^（\d+）(?![、，.．])/,
];
const EXAMPLES = ["一、", "（一）", "1.", "（1）"];

interface Heading {
  readonly level: number; // 0 for 一、
  readonly mark: string;
  readonly count: number | undefined;
  readonly fault: Pick<Fault, "place">;
  readonly text: string;
}

/** All headings; those that Word counts, or nobody does, have no mark. */
function headings(subject: Subject): readonly Heading[] {
  return withRoles(subject, "heading1", "heading2", "heading3", "heading4").map((paragraph) => {
    const { text, place } = paragraph;
    const trimmed = text.trim();
    const level = LEVEL_MARKS.findIndex(([role]) => role === subject.roles.get(paragraph));
    const mark = LEVEL_MARKS[level]?.[1].exec(trimmed)?.[0] ?? "";
    const number = mark.replace(/[^\d一二三四五六七八九十]/g, "");
    const count = mark === "" ? undefined : /^\d/.test(number) ? Number(number) : readCount(number);
    return { level, mark, count, fault: { place }, text: trimmed };
  });
}

/** Numbers follow one another; a deeper level begins again at one. */
export const numberingGap: Rule = {
  id: "numbering-gap",
  severity: "error",
  title: "结构层次序数连续，不缺号、不重号",
  source: SOURCE,
  check: (subject) => {
    const last = [0, 0, 0, 0];
    return headings(subject).flatMap(({ level, count, fault, text }) => {
      const expected = (last[level] ?? 0) + 1;
      last.fill(0, level + 1);
      if (count === undefined) return [];
      last[level] = count;
      if (count === expected) return [];
      const number = level < 2 ? chineseCount(expected) : String(expected);
      return [{ ...fault, found: opening(text), expected: `此处应为 ${EXAMPLES[level]?.replace(/[一1]/, number)}` }];
    });
  },
};

/** 一、 is followed by （一）, not by 1. where （一） is used as well; a level is never left out. */
export const levelSkipped: Rule = {
  id: "level-skipped",
  severity: "warning",
  title: "层次依次用“一、”“（一）”“1.”“（1）”，不越级",
  source: SOURCE,
  check: (subject) => {
    let previous = -1;
    return headings(subject).flatMap(({ level, fault, text }) => {
      const isSkipped = level > previous + 1 && !(previous === 0 && level === 2); // 一、 then 1. where there are two levels only
      const expected = EXAMPLES[previous + 1];
      previous = level;
      return isSkipped ? [{ ...fault, found: opening(text), expected: `先用“${expected}”` }] : [];
    });
  },
};

/** The mark behind each number is the one that belongs there. */
export const numberingMark: Rule = {
  id: "numbering-mark",
  severity: "error",
  title: "序数写作“一、”“（一）”“1.”“（1）”，括号用全角、后面不加标点",
  source: SOURCE,
  check: (subject) =>
    headings(subject)
      .filter(({ level, mark, text }) => mark !== "" && !FORMS[level]?.test(text))
      .map(({ level, fault, text }) => ({
        ...fault,
        found: text.slice(0, 8),
        expected: `写作“${EXAMPLES[level]}”的形式`,
      })),
};

/** A heading that has its line to itself ends without a full stop. */
export const headingStop: Rule = {
  id: "heading-stop",
  severity: "error",
  title: "单独成行的小标题末尾不用句号",
  source: "GB/T 15834-2011 及机关行文惯例",
  check: (subject) =>
    withRoles(subject, "heading1", "heading2")
      .filter(({ text }) => /^[^。；！？]{1,30}[。；，、.]\s*$/.test(text.trim()))
      .map(({ place, text }) => ({ place, found: opening(text), expected: "删去末尾的标点" })),
};

/** 一是 二是 三是 in one paragraph, or one paragraph each, count without gaps. */
export const listCount: Rule = {
  id: "list-count",
  severity: "error",
  title: "“一是、二是、三是”和“第一、第二、第三”依次列举，不缺不重，不止一项",
  source: "机关行文惯例",
  check: (subject) => {
    const isHeading = (role: string | undefined) => role?.startsWith("heading") ?? false;
    const faults: Fault[] = [];
    for (const pattern of [
      /(?:^|[。；：，\s])([一二三四五六七八九十]{1,2})是(?!否|不是|日|月)/g,
      /(?:^|[。；：\s])第([一二三四五六七八九十]{1,2})，/g,
    ]) {
      let last = 0;
      let lone: Fault | undefined;
      const close = () => {
        if (lone) faults.push(lone);
        lone = undefined;
        last = 0;
      };
      for (const paragraph of subject.paragraphs) {
        if (isHeading(subject.roles.get(paragraph))) close();
        for (const match of paragraph.text.matchAll(pattern)) {
          const count = readCount(match[1] ?? "");
          if (count === undefined) continue;
          const found = excerpt(paragraph.text, match.index, match[0].length);
          if (count === 1) {
            close();
            lone = { place: paragraph.place, found, expected: "只有一项的，不用序数" };
          } else {
            if (count !== last + 1)
              faults.push({ place: paragraph.place, found, expected: `此处应为“${chineseCount(last + 1)}”` });
            lone = undefined;
          }
          last = count;
        }
      }
      close();
    }
    return faults;
  },
};
