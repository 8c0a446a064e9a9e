import { isCentred } from "../roles.ts";
import { opening, type Rule, withRoles } from "../rule.ts";

/** Text stands on fixed lines. */
export const lineSpacing: Rule = {
  id: "line-spacing",
  severity: "error",
  title: "正文用固定行距，每面22行（28至29磅）",
  source: "GB/T 9704-2012 第5.2.3条（固定值是机关惯例）",
  check: (subject) =>
    withRoles(subject, "body", "heading1", "heading2", "heading3", "heading4").flatMap(({ place, look, text }) => {
      const { line, lineRule } = look;
      if (lineRule === "exact" && line !== undefined && line >= 556 && line <= 582) return [];
      const points =
        line === undefined
          ? ""
          : lineRule === "exact"
            ? `固定值${line / 20}磅`
            : lineRule === "atLeast"
              ? `最小值${line / 20}磅`
              : `${line / 240}倍行距`;
      return [{ place, found: `${points || "没有写明行距"}：${opening(text)}`, expected: "固定值28至29磅" }];
    }),
};

/** Each paragraph begins two characters in. */
export const firstLineIndent: Rule = {
  id: "first-line-indent",
  severity: "error",
  title: "正文每个自然段左空二字，回行顶格",
  source: "GB/T 9704-2012 第7.3.3条",
  check: (subject) =>
    withRoles(subject, "body", "heading1", "heading2", "heading3", "heading4").flatMap(({ place, look, text }) => {
      const { firstLineChars, firstLine = 0 } = look;
      const isRight = firstLineChars ? firstLineChars === 200 : Math.abs(firstLine - 640) <= 12;
      const typed = /^(?:\u3000{2}| {4})/.test(text) ? "，用空格代替缩进" : "";
      const found = firstLineChars ? `首行缩进${firstLineChars / 100}字` : `首行缩进${firstLine / 20}磅`;
      return isRight && typed === ""
        ? []
        : [{ place, found: `${found}${typed}：${opening(text)}`, expected: "段落格式中首行缩进2字符" }];
    }),
};

/** Both edges of the text are straight. */
export const justified: Rule = {
  id: "justified",
  severity: "warning",
  title: "正文两端对齐",
  source: "机关行文惯例（GB/T 9704-2012 第5.2.3条“撑满版心”）",
  check: (subject) =>
    withRoles(subject, "body")
      .filter(({ look }) => look.align !== "both" && look.align !== "distribute")
      .map(({ place, look, text }) => ({
        place,
        found: `${look.align === "right" || look.align === "center" ? "没有两端对齐" : "左对齐"}：${opening(text)}`,
        expected: "两端对齐",
      })),
};

/** A document has a title. */
export const titleMissing: Rule = {
  id: "title-missing",
  severity: "error",
  title: "公文要有标题",
  source: "GB/T 9704-2012 第7.3.1条",
  check: (subject) =>
    withRoles(subject, "title").length > 0
      ? []
      : [{ place: { label: "第1段", order: 0 }, found: "没有找到标题", expected: "二号小标宋体、居中的标题" }],
};

/** The title stands in the middle. */
export const titleCentred: Rule = {
  id: "title-centred",
  severity: "error",
  title: "标题居中",
  source: "GB/T 9704-2012 第7.3.1条",
  check: (subject) =>
    withRoles(subject, "title")
      .filter((title) => !isCentred(title))
      .map(({ place, text }) => ({ place, found: `没有居中：${opening(text)}`, expected: "居中，首行不缩进" })),
};

/** A title is no sentence. */
export const titlePunctuation: Rule = {
  id: "title-punctuation",
  severity: "error",
  title: "标题末尾不用标点",
  source: "《党政机关公文处理工作条例》第九条、机关行文惯例",
  check: (subject) =>
    withRoles(subject, "title")
      .filter(({ text }) => /[。，、；：.,;:]\s*$/.test(text))
      .map(({ place, text }) => ({ place, found: text.trim().slice(-8), expected: "删去末尾的标点" })),
};

/** Distance is made by spacing, not by blank lines. */
export const emptyParagraph: Rule = {
  id: "empty-paragraph",
  severity: "warning",
  title: "不用连续空行调整位置",
  source: "机关行文惯例",
  check: ({ paragraphs, roles }) => {
    const body = paragraphs.filter(({ where }) => where === "body");
    const isEmpty = (index: number) => {
      const paragraph = body[index];
      return paragraph !== undefined && roles.get(paragraph) === "empty" && !paragraph.hasObject;
    };
    return body.flatMap(({ place }, index) =>
      isEmpty(index) && isEmpty(index + 1) && isEmpty(index + 2) && !isEmpty(index - 1)
        ? [{ place, found: "连续三个以上空段", expected: "用段前、段后间距或分页" }]
        : [],
    );
  },
};

/** No page is filled with a note that it is empty. */
export const blankPage: Rule = {
  id: "blank-page-note",
  severity: "error",
  title: "不用“此页无正文”，调整字距、行距使印章页有正文",
  source: "GB/T 9704-2012 第7.3.5条",
  check: ({ paragraphs }) =>
    paragraphs
      .filter(({ text }) => /此页无正文/.test(text))
      .map(({ place, text }) => ({ place, found: opening(text), expected: "删去，调整行距、字距" })),
};
