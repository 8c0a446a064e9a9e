import { child, childrenOf, numberOf, switchOf, wordOf, type XmlElement } from "../ooxml/xml-tree.ts";

/** How a run looks once styles are followed; undefined where nobody says. */
export interface RunLook {
  readonly eastAsia?: string;
  readonly ascii?: string;
  readonly eastAsiaTheme?: string; // beats `eastAsia`
  readonly asciiTheme?: string;
  readonly halfPoints?: number;
  readonly bold?: boolean;
  readonly color?: string; // six hex digits, or auto
}

/** How a paragraph looks; lengths in twips, characters in hundredths. */
export interface ParagraphLook {
  readonly align?: string;
  readonly line?: number;
  readonly lineRule?: string;
  readonly firstLine?: number; // negative where the first line hangs out
  readonly firstLineChars?: number;
  readonly bottomBorder?: string; // its colour
  readonly outline?: number;
}

/** What a style part says. */
export interface Styles {
  readonly named: ReadonlyMap<string, string>; // id -> name
  readonly standard: string | undefined; // id of the paragraph style of those that name none
  runLook(styleId: string | undefined): RunLook;
  paragraphLook(styleId: string | undefined): ParagraphLook;
}

const MOST_ANCESTORS = 20; // a circle of styles ends here

/** Reads a style part, following `basedOn`. */
export function readStyles(root: XmlElement | undefined): Styles {
  const styles = new Map(childrenOf(root, "w:style").map((style) => [style.attributes.get("w:styleId") ?? "", style]));
  const defaults = child(root, "w:docDefaults");
  const standard = childrenOf(root, "w:style").find(
    ({ attributes }) =>
      attributes.get("w:type") === "paragraph" && /^(?:1|true|on)$/.test(attributes.get("w:default") ?? ""),
  );
  const chain = (styleId: string | undefined): readonly XmlElement[] => {
    const found: XmlElement[] = [];
    for (let id = styleId; id !== undefined && found.length < MOST_ANCESTORS; ) {
      const style = styles.get(id);
      if (style === undefined) break;
      found.unshift(style);
      id = wordOf(style, "w:basedOn");
    }
    return found;
  };
  const startRun = runLookOf(child(child(defaults, "w:rPrDefault"), "w:rPr"));
  const startParagraph = paragraphLookOf(child(child(defaults, "w:pPrDefault"), "w:pPr"));
  return {
    named: new Map([...styles].map(([id, style]) => [id, wordOf(style, "w:name") ?? id])),
    standard: standard?.attributes.get("w:styleId"),
    runLook: (id) => chain(id).reduce((look, style) => overRun(look, runLookOf(child(style, "w:rPr"))), startRun),
    paragraphLook: (id) =>
      Object.assign({}, startParagraph, ...chain(id).map((style) => paragraphLookOf(child(style, "w:pPr")))),
  };
}

/** What `w:rPr` itself says. */
export function runLookOf(properties: XmlElement | undefined): RunLook {
  const fonts = (name: string) => wordOf(properties, "w:rFonts", `w:${name}`);
  return given({
    eastAsia: fonts("eastAsia"),
    ascii: fonts("ascii"),
    eastAsiaTheme: fonts("eastAsiaTheme"),
    asciiTheme: fonts("asciiTheme"),
    halfPoints: numberOf(properties, "w:sz"),
    bold: switchOf(properties, "w:b"),
    color: wordOf(properties, "w:color"),
  });
}

/** What `w:pPr` itself says. */
export function paragraphLookOf(properties: XmlElement | undefined): ParagraphLook {
  const hanging = numberOf(properties, "w:ind", "w:hanging");
  const border = child(child(properties, "w:pBdr"), "w:bottom");
  const isDrawn = border !== undefined && !/^(?:nil|none)$/.test(border.attributes.get("w:val") ?? "nil");
  return given({
    align: wordOf(properties, "w:jc"),
    line: numberOf(properties, "w:spacing", "w:line"),
    lineRule: wordOf(properties, "w:spacing", "w:lineRule"),
    firstLine: hanging === undefined ? numberOf(properties, "w:ind", "w:firstLine") : -hanging,
    firstLineChars: numberOf(properties, "w:ind", "w:firstLineChars"),
    bottomBorder: isDrawn ? (border.attributes.get("w:color") ?? "auto") : undefined,
    outline: numberOf(properties, "w:outlineLvl"),
  });
}

/** A font named outright sets aside the theme's that an ancestor asks for. */
export function overRun(look: RunLook, over: RunLook): RunLook {
  const { eastAsiaTheme, asciiTheme, ...rest } = look;
  return {
    ...rest,
    ...(eastAsiaTheme !== undefined && over.eastAsia === undefined && { eastAsiaTheme }),
    ...(asciiTheme !== undefined && over.ascii === undefined && { asciiTheme }),
    ...over,
  };
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function given<T extends object>(look: T): Given<T> {
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined)) as Given<T>;
}
