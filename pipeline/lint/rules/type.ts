import type { Fault } from "../finding.ts";
import type { LintParagraph, LintRun } from "../paragraph.ts";
import type { Role } from "../roles.ts";
import { opening, type Rule, type Subject, withRoles } from "../rule.ts";
import { chineseFont, FAMILIES, type Family, isOfFamily, sizeWord } from "../type-faces.ts";

const CHINESE = /[\u3400-\u9fff]/;
const THREE = 32;
const TWO = 44;
const SOURCE = "GB/T 9704-2012 第7.3.3条";

interface Level {
  readonly id: string;
  readonly role: Role;
  readonly word: string;
  readonly family: Family;
  readonly size: number;
  readonly source: string;
}

const LEVELS: readonly Level[] = [
  { id: "title", role: "title", word: "标题", family: FAMILIES.title, size: TWO, source: "GB/T 9704-2012 第7.3.1条" },
  { id: "heading1", role: "heading1", word: "一级标题", family: FAMILIES.hei, size: THREE, source: SOURCE },
  { id: "heading2", role: "heading2", word: "二级标题", family: FAMILIES.kai, size: THREE, source: SOURCE },
  { id: "heading3", role: "heading3", word: "三级标题", family: FAMILIES.fang, size: THREE, source: SOURCE },
  { id: "heading4", role: "heading4", word: "四级标题", family: FAMILIES.fang, size: THREE, source: SOURCE },
  {
    id: "addressee",
    role: "addressee",
    word: "主送机关",
    family: FAMILIES.fang,
    size: THREE,
    source: "GB/T 9704-2012 第7.3.2条",
  },
  { id: "body", role: "body", word: "正文", family: FAMILIES.fang, size: THREE, source: SOURCE },
];

/** For each level of the text a rule about its font and one about its size. */
export const typeRules: readonly Rule[] = LEVELS.flatMap((level) => [fontRule(level), sizeRule(level)]);

function fontRule({ id, role, word, family, source }: Level): Rule {
  return {
    id: `${id}-font`,
    severity: "error",
    title: `${word}用${family.word}`,
    source,
    check: (subject) =>
      perParagraph(subject, role, (run) => {
        if (!CHINESE.test(run.text)) return undefined;
        const isRight = run.look.eastAsiaTheme === undefined && isOfFamily(run.look.eastAsia, family);
        return isRight ? undefined : { found: chineseFont(run.look), expected: family.word };
      }),
  };
}

function sizeRule({ id, role, word, size, source }: Level): Rule {
  return {
    id: `${id}-size`,
    severity: "error",
    title: `${word}用${sizeWord(size)}字`,
    source,
    check: (subject) =>
      perParagraph(subject, role, (run) =>
        run.look.halfPoints === size ? undefined : { found: sizeWord(run.look.halfPoints), expected: sizeWord(size) },
      ),
  };
}

/** Titles and headings are set apart by their font, not by weight. */
export const headingWeight: Rule = {
  id: "heading-weight",
  severity: "warning",
  title: "标题和一、二级标题不加粗",
  source: "GB/T 9704-2012 第7.3.1、7.3.3条（只规定字体、字号）",
  check: (subject) =>
    (["title", "heading1", "heading2"] as const).flatMap((role) =>
      perParagraph(subject, role, ({ look }) => (look.bold ? { found: "加粗", expected: "不加粗" } : undefined)),
    ),
};

/** At most one fault for a paragraph, that of its first run. A heading that goes on as text on the same line ends with its first sentence. */
function perParagraph(
  subject: Subject,
  role: Role,
  check: (run: LintRun) => Pick<Fault, "found" | "expected"> | undefined,
): readonly Fault[] {
  return withRoles(subject, role).flatMap((paragraph) => {
    for (const run of headRuns(paragraph, role)) {
      const fault = run.text.trim() === "" ? undefined : check(run);
      if (fault) return [{ ...fault, place: paragraph.place, found: `${fault.found}：${opening(paragraph.text)}` }];
    }
    return [];
  });
}

function headRuns({ runs }: LintParagraph, role: Role): readonly LintRun[] {
  if (!role.startsWith("heading")) return runs;
  const last = runs.findIndex(({ text }) => text.includes("。"));
  return last <= 0 ? runs : runs.slice(0, last + 1);
}
