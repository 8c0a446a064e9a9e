import { zipSync } from "fflate";
import type { DocumentParts } from "../../pipeline/lint/document.ts";

/** The parts of a document as XML, by their path. */
export type PaperParts = Record<string, string>;

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

interface Look {
  readonly font: string;
  readonly size: number;
  readonly align?: string;
  readonly indent?: number;
  readonly color?: string;
  readonly line?: number;
}

const LOOKS: Readonly<Record<string, Look & { readonly name: string }>> = {
  Red: { name: "发文机关标志", font: "方正小标宋简体", size: 76, align: "center", color: "FF0000" },
  Number: { name: "发文字号", font: "仿宋_GB2312", size: 32, align: "center" },
  Title: { name: "Title", font: "方正小标宋简体", size: 44, align: "center" },
  Addressee: { name: "Addressee", font: "仿宋_GB2312", size: 32 },
  H1: { name: "heading 1", font: "黑体", size: 32, indent: 2 },
  H2: { name: "heading 2", font: "楷体_GB2312", size: 32, indent: 2 },
  H3: { name: "heading 3", font: "仿宋_GB2312", size: 32, indent: 2 },
  H4: { name: "heading 4", font: "仿宋_GB2312", size: 32, indent: 2 },
  Body: { name: "Body Text", font: "仿宋_GB2312", size: 32, align: "both", indent: 2 },
  Cell: { name: "表格文字", font: "仿宋_GB2312", size: 21, line: 340 },
  Foot: { name: "footer", font: "宋体", size: 28, align: "right", line: 280 },
  FootEven: { name: "页脚（双页）", font: "宋体", size: 28, align: "left", line: 280 },
};

/** One paragraph in a style; all of its text in one run that is marked as East Asian. */
export function paragraph(style: string, text: string, extra = ""): string {
  const run = `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${extra}</w:pPr>${text === "" ? "" : run}</w:p>`;
}

/** A table of rows of texts, as wide as the text, its first row repeated. */
export function table(rows: readonly (readonly string[])[]): string {
  const width = Math.floor(8844 / (rows[0]?.length ?? 1));
  const grid = rows[0]?.map(() => `<w:gridCol w:w="${width}"/>`).join("");
  const body = rows.map((cells, index) => {
    const head = index === 0 ? "<w:tblHeader/>" : "";
    return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${cells.map((text) => `<w:tc>${paragraph("Cell", text)}</w:tc>`).join("")}</w:tr>`;
  });
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${body.join("")}</w:tbl>`;
}

/** What the paper says unless a test says otherwise. */
export const GOOD_BODY = [
  paragraph("Red", "通辽市人民政府文件"),
  paragraph("Number", "通政发〔2023〕21号", '<w:pBdr><w:bottom w:val="single" w:sz="8" w:color="FF0000"/></w:pBdr>'),
  paragraph("Title", "关于上半年计划执行情况的报告"),
  paragraph("Addressee", "各旗县市区人民政府："),
  paragraph("Body", "现将上半年计划执行情况报告如下。"),
  paragraph("H1", "一、总体情况"),
  paragraph("H2", "（一）主要指标"),
  paragraph("H3", "1.工业"),
  paragraph("H4", "（1）用电"),
  paragraph("Body", "上半年，全市规模以上工业增加值同比增长7.6%，增速比上年同期提高0.6个百分点。"),
  table([
    ["指标", "数值"],
    ["投资", "24.3%"],
  ]),
  paragraph("H1", "二、下一步工作"),
  paragraph("Body", "一是抓项目；二是抓服务；三是抓落实。"),
  paragraph("Body", "附件：1.重点项目进展情况表", '<w:jc w:val="both"/>'),
];

/** A paper without a fault, written by hand; its body and anything else may be replaced. */
export function paper(body: readonly string[] = GOOD_BODY): PaperParts {
  return {
    "word/document.xml": `<w:document ${W} ${R}><w:body>${body.join("")}<w:sectPr><w:headerReference w:type="default" r:id="h"/><w:footerReference w:type="default" r:id="f1"/><w:footerReference w:type="even" r:id="f2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/><w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-848"/></w:sectPr></w:body></w:document>`,
    "word/styles.xml": `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>${Object.entries(LOOKS).map(styleXml).join("")}</w:styles>`,
    "word/settings.xml": `<w:settings ${W}><w:evenAndOddHeaders/></w:settings>`,
    "word/_rels/document.xml.rels":
      '<Relationships><Relationship Id="h" Target="header1.xml"/><Relationship Id="f1" Target="footer1.xml"/><Relationship Id="f2" Target="/word/footer2.xml"/></Relationships>',
    "word/header1.xml": `<w:hdr ${W}>${paragraph("Cell", "内部资料")}</w:hdr>`,
    "word/footer1.xml": footer("Foot"),
    "word/footer2.xml": footer("FootEven"),
  };
}

function footer(style: string): string {
  const dash = (text: string) =>
    `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  return `<w:ftr ${W}><w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${dash("— ")}<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>${dash(" —")}</w:p></w:ftr>`;
}

function styleXml([id, { name, font, size, align, indent = 0, color, line = 579 }]: [
  string,
  Look & { readonly name: string },
]) {
  const latin = font === "宋体" ? font : "Times New Roman";
  const colour = color ? `<w:color w:val="${color}"/>` : "";
  const justify = align ? `<w:jc w:val="${align}"/>` : "";
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr><w:spacing w:line="${line}" w:lineRule="exact"/><w:ind w:firstLine="${indent * 320}" w:firstLineChars="${indent * 100}"/>${justify}</w:pPr><w:rPr><w:rFonts w:ascii="${latin}" w:eastAsia="${font}"/>${colour}<w:sz w:val="${size}"/></w:rPr></w:style>`;
}

/** The parts as bytes, as a reader has them. */
export function asParts(parts: Readonly<PaperParts>): DocumentParts {
  return new Map(Object.entries(parts).map(([name, xml]) => [name, Buffer.from(xml)]));
}

/** The parts as a .docx. */
export function asFile(parts: Readonly<PaperParts>): Buffer {
  const all = { "[Content_Types].xml": "<Types/>", ...parts };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(all).map(([name, xml]) => [name, Buffer.from(xml)]))));
}
