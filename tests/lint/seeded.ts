import { GOOD_BODY, type PaperParts, paper, paragraph, table } from "./paper.ts";

/** A paper with one part changed; the change must change something. */
function patched(part: string, from: string | RegExp, to: string): PaperParts {
  const parts = paper();
  const changed = parts[part]?.replace(from, to);
  if (changed === undefined || changed === parts[part]) throw new Error(`nothing to change in ${part}`);
  return { ...parts, [part]: changed };
}

/** The same of the body. */
export const main = (from: string | RegExp, to: string) => patched("word/document.xml", from, to);
const style = (id: string, from: string | RegExp, to: string) =>
  patched(
    "word/styles.xml",
    new RegExp(`(w:styleId="${id}">.*?)${typeof from === "string" ? from : from.source}`),
    `$1${to}`,
  );
const body = (at: number, ...instead: readonly string[]) => paper(GOOD_BODY.toSpliced(at, 1, ...instead));
const after = (...more: readonly string[]) => paper([...GOOD_BODY, ...more]);
const rows = (count: number) => table(Array.from({ length: count }, (_, index) => ["指标", String(index)]));

/** One fault for each attribute of form, and where it is to be found. */
export const SEEDED: readonly (readonly [rule: string, place: string, parts: PaperParts])[] = [
  ["page-size", "页面（第1节）", main('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')],
  ["page-margins", "页面（第1节）", main('w:top="2098"', 'w:top="1440"')],
  ["page-margins", "页面（第1节）", main('w:left="1588"', 'w:left="1800"')],
  ["page-grid", "页面（第1节）", main('w:linePitch="579"', 'w:linePitch="580"')],
  ["page-grid", "页面（第1节）", main('w:charSpace="-848"', 'w:charSpace="0"')],
  ["page-grid", "页面（第1节）", main("linesAndChars", "lines")],
  ["page-number", "页脚", { ...paper(), "word/footer1.xml": "<x/>", "word/footer2.xml": "<x/>" }],
  ["page-number-dashes", "页脚", patched("word/footer1.xml", "— ", "- ")],
  ["page-number-font", "页脚", style("Foot", 'w:ascii="宋体"', 'w:ascii="Times New Roman"')],
  ["page-number-font", "页脚（双页）", style("FootEven", 'w:sz w:val="28"', 'w:sz w:val="21"')],
  ["page-number-sides", "页脚", patched("word/settings.xml", "<w:evenAndOddHeaders/>", "")],
  ["page-number-sides", "页脚（双页）", style("FootEven", 'w:jc w:val="left"', 'w:jc w:val="right"')],
  ["masthead", "第1段", style("Red", "方正小标宋简体", "黑体")],
  ["red-rule", "第1段", main('w:color="FF0000"', 'w:color="000000"')],
  ["document-number", "第2段", main("〔2023〕21", "[2023]21")],
  ["document-number", "第2段", main("〔2023〕21", "〔23〕21")],
  ["document-number", "第2段", main("〔2023〕21", "〔2023〕021")],
  ["document-number", "第2段", main("〔2023〕21", "〔2023〕第21")],
  ["title-missing", "第1段", body(2)],
  ["title-centred", "第3段", style("Title", 'w:jc w:val="center"', 'w:jc w:val="left"')],
  ["title-punctuation", "第3段", main("情况的报告<", "情况的报告。<")],
  ["title-font", "第3段", style("Title", "方正小标宋简体", "宋体")],
  ["title-size", "第3段", style("Title", 'w:sz w:val="44"', 'w:sz w:val="36"')],
  ["addressee-font", "第4段", style("Addressee", "仿宋_GB2312", "黑体")],
  ["addressee-size", "第4段", style("Addressee", 'w:sz w:val="32"', 'w:sz w:val="28"')],
  ["body-font", "第5段", style("Body", "仿宋_GB2312", "宋体")],
  ["body-size", "第5段", style("Body", 'w:sz w:val="32"', 'w:sz w:val="28"')],
  ["heading1-font", "第6段", style("H1", "黑体", "宋体")],
  ["heading1-size", "第6段", style("H1", 'w:sz w:val="32"', 'w:sz w:val="36"')],
  ["heading2-font", "第7段", style("H2", "楷体_GB2312", "黑体")],
  ["heading2-size", "第7段", style("H2", 'w:sz w:val="32"', 'w:sz w:val="30"')],
  ["heading3-font", "第8段", style("H3", "仿宋_GB2312", "楷体")],
  ["heading3-size", "第8段", style("H3", 'w:sz w:val="32"', 'w:sz w:val="30"')],
  ["heading4-font", "第9段", style("H4", "仿宋_GB2312", "楷体")],
  ["heading4-size", "第9段", style("H4", 'w:sz w:val="32"', 'w:sz w:val="30"')],
  ["heading-weight", "第6段", style("H1", '<w:sz w:val="32"/>', '<w:b/><w:sz w:val="32"/>')],
  ["line-spacing", "第5段", style("Body", 'w:line="579" w:lineRule="exact"', 'w:line="360" w:lineRule="auto"')],
  ["first-line-indent", "第5段", style("Body", 'w:firstLine="640" w:firstLineChars="200"', 'w:firstLine="0"')],
  ["first-line-indent", "第5段", main("现将上半年", "　　现将上半年")],
  ["justified", "第5段", style("Body", 'w:jc w:val="both"', 'w:jc w:val="left"')],
  ["empty-paragraph", "第5段", body(4, ...Array.from({ length: 3 }, () => paragraph("Body", "")))],
  ["blank-page-note", "第14段", after(paragraph("Body", "（此页无正文）"))],
  [
    "theme-font",
    "第5段",
    style("Body", 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="仿宋_GB2312" w:eastAsiaTheme="minorEastAsia"'),
  ],
  [
    "direct-font",
    "第5段",
    main(
      'w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">现将',
      'w:hint="eastAsia" w:eastAsia="仿宋"/></w:rPr><w:t xml:space="preserve">现将',
    ),
  ],
  [
    "direct-size",
    "第5段",
    main(
      '<w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">现将',
      '<w:rFonts w:hint="eastAsia"/><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">现将',
    ),
  ],
  ["quote-font", "第14段", after(paragraph("Body", "做好“放管服”工作。").replace(' w:hint="eastAsia"', ""))],
  ["text-colour", "第5段", style("Body", '<w:sz w:val="32"/>', '<w:color w:val="1F3864"/><w:sz w:val="32"/>')],
  ["numbering-gap", "第11段", main("二、下一步", "三、下一步")],
  ["numbering-gap", "第7段", main("（一）主要", "（二）主要")],
  ["level-skipped", "第8段", paper([...GOOD_BODY.slice(0, 7), paragraph("H4", "（1）用电")])],
  ["numbering-mark", "第6段", main("一、总体", "一．总体")],
  ["numbering-mark", "第7段", main("（一）主要", "(一)主要")],
  ["numbering-mark", "第8段", main("1.工业", "1、工业")],
  ["heading-stop", "第6段", main("一、总体情况", "一、总体情况。")],
  ["list-count", "第12段", main("三是抓落实", "四是抓落实")],
  ["list-count", "第14段", after(paragraph("Body", "一是抓项目。"))],
  ["attachment-form", "第13段", body(13, paragraph("Body", "附件：1.重点项目进展情况表。"))],
  ["attachment-form", "第13段", body(13, paragraph("Body", "附件:1、重点项目进展情况表"))],
  ["attachment-order", "第15段", after(paragraph("Body", "附件1"), paragraph("Body", "附件3"))],
  ["table-width", "表1", main(/w:gridCol w:w="4422"/, 'w:gridCol w:w="6000"')],
  ["table-header", "表2", after(rows(9).replace("<w:tblHeader/>", ""))],
  ["row-split", "表1", main("<w:cantSplit/>", "")],
  ["cell-spacing", "表1 第1行第1列", style("Cell", 'w:line="340"', 'w:line="560"')],
  ["readable", "文件", { ...paper(), "word/styles.xml": "<w:styles>" }],
  ["readable", "文件", {}],
];
