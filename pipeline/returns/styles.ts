import { OWN_SHEET } from "./colours.ts";
import { SPREADSHEET } from "./workbook.ts";
import { attributeOf, childrenOf, type Element, insertAt, prefixOf, rootOf, withAttribute } from "./xml.ts";

/** Looks of the cells of a sheet that this program adds. */
export type OwnLook = "title" | "line" | "head" | "text" | "link";

/** The styles of a workbook, to which looks are added; those that are there keep their numbers. */
export interface Styles {
  /** The number of a look equal to `base` but for its fill (RRGGBB). */
  filled(base: number, fill: string): number;
  /** The number of a look of our own. @param fill RRGGBB, where it is not the look's own */
  own(look: OwnLook, fill?: string): number;
  /** Looks that differ from another only by one of these fills, each with the number it has without. */
  without(fills: readonly string[]): ReadonlyMap<number, number>;
  /** The part with everything added. */
  xml(): string;
}

const EMPTY = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${SPREADSHEET}"></styleSheet>`;
const PLAIN_XF = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
/** In the order of the schema (CT_Stylesheet), each with what it holds where the file has none. */
const SECTIONS = [
  ["numFmts", ""],
  ["fonts", '<font><sz val="11"/><name val="宋体"/></font>'],
  ["fills", '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'],
  ["borders", "<border><left/><right/><top/><bottom/><diagonal/></border>"],
  ["cellStyleXfs", '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
  ["cellXfs", PLAIN_XF],
] as const;

/** Opens the styles part. @param part its text; undefined where the workbook has none */
export function openStyles(part: string | undefined): Styles {
  const before = SECTIONS.reduce(withSection, spreadRoot(part));
  const prefix = prefixOf(rootOf(before, "styleSheet").open);
  const fonts = openList(before, "fonts");
  const fills = openList(before, "fills");
  const xfs = openList(before, "cellXfs");
  const fillOf = (colour: string) =>
    fills.add(
      tags(
        prefix,
        `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`,
      ),
    );
  return {
    filled: (base, colour) => xfs.add(withFill(xfs.at(base) ?? xfs.at(0) ?? PLAIN_XF, fillOf(colour))),
    own: (look, fill) =>
      xfs.add(
        tags(
          prefix,
          ownXf(look, (xml) => fonts.add(tags(prefix, xml)), colourOf(look, fill, fillOf)),
        ),
      ),
    without: (colours) => {
      const ours = fills.items.map((fill) => colours.some((colour) => fill.includes(`rgb="FF${colour}"`)));
      const filled = xfs.items.map((xf, number) => [xf, number] as const);
      const marked = filled.filter(([xf]) => ours[Number(attributeOf(xf, "fillId") ?? 0)]);
      return new Map(marked.map(([xf, number]) => [number, xfs.add(withFill(xf, 0))]));
    },
    xml: () => [fonts, fills, xfs].reduce((xml, list) => list.into(xml), before),
  };
}

function spreadRoot(part: string | undefined): string {
  return part === undefined || /<(?:\w+:)?styleSheet[^>]*\/>\s*$/.test(part) ? EMPTY : part;
}

function withSection(xml: string, [name, content]: (typeof SECTIONS)[number]): string {
  const root = rootOf(xml, "styleSheet");
  const sections = childrenOf(xml, root.innerStart, root.innerEnd);
  const old = sections.find((section) => section.name === name);
  if (content === "" || (old && childrenOf(xml, old.innerStart, old.innerEnd).length > 0)) return xml;
  const section = tags(prefixOf(root.open), `<${name}>${content}</${name}>`);
  if (old) return xml.slice(0, old.start) + section + xml.slice(old.end);
  const earlier = SECTIONS.slice(
    0,
    SECTIONS.findIndex(([each]) => each === name),
  ).map(([each]) => each as string);
  const place = sections.findLast((each) => earlier.includes(each.name))?.end ?? root.innerStart;
  return insertAt(xml, place, section);
}

/** Puts the part's own prefix before every tag: `<fill>` becomes `<x:fill>`. */
function tags(prefix: string, xml: string): string {
  return prefix === "" ? xml : xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
}

interface StyleList {
  readonly items: readonly string[]; // that the file has
  /** An item by its number, added ones included. */
  at(number: number): string | undefined;
  /** The number of an item; one that was added before is found again. */
  add(item: string): number;
  into(xml: string): string;
}

function openList(xml: string, name: string): StyleList {
  const items = childrenOf(xml, ...inner(sectionOf(xml, name))).map(({ start, end }) => xml.slice(start, end));
  const added = new Map<string, number>();
  return {
    items,
    at: (number) => items[number] ?? [...added.keys()][number - items.length],
    add: (item) => {
      const number = added.get(item) ?? items.length + added.size;
      added.set(item, number);
      return number;
    },
    into: (text) => {
      if (added.size === 0) return text;
      const section = sectionOf(text, name);
      const open = withAttribute(section.open, "count", String(items.length + added.size));
      const content = text.slice(section.innerStart, section.innerEnd) + [...added.keys()].join("");
      return text.slice(0, section.start) + open + content + text.slice(section.innerEnd);
    },
  };
}

function sectionOf(xml: string, name: string): Element {
  const root = rootOf(xml, "styleSheet");
  const section = childrenOf(xml, root.innerStart, root.innerEnd).find((each) => each.name === name);
  if (!section) throw new RangeError(`no ${name}`); // withSection has made it
  return section;
}

function inner({ innerStart, innerEnd }: Element): [number, number] {
  return [innerStart, innerEnd];
}

function withFill(xf: string, fill: number): string {
  const [open = xf] = /^<[^>]*>/.exec(xf) ?? [];
  return withAttribute(withAttribute(open, "fillId", String(fill)), "applyFill", "1") + xf.slice(open.length);
}

function colourOf(look: OwnLook, fill: string | undefined, fillOf: (colour: string) => number): number {
  const colour = fill ?? (look === "head" ? OWN_SHEET.headFill : undefined);
  return colour === undefined ? 0 : fillOf(colour);
}

/** Text as it stands: number format @ and a quote prefix, so that no program takes a line for a formula, not even when edited. */
function ownXf(look: OwnLook, fontOf: (xml: string) => number, fill: number): string {
  const bold = (size: number) => fontOf(`<font><b/><sz val="${size}"/><name val="宋体"/></font>`);
  const fonts: Readonly<Record<OwnLook, () => number>> = {
    title: () => bold(16),
    line: () => fontOf('<font><sz val="11"/><name val="宋体"/></font>'),
    head: () => bold(11),
    text: () => fontOf('<font><sz val="11"/><name val="宋体"/></font>'),
    link: () => fontOf(`<font><u/><sz val="11"/><color rgb="FF${OWN_SHEET.link}"/><name val="宋体"/></font>`),
  };
  const wrap = look === "title" || look === "line" ? "" : ' wrapText="1"';
  const apply = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"';
  return (
    `<xf numFmtId="49" fontId="${fonts[look]()}" fillId="${fill}" borderId="0" xfId="0" quotePrefix="1" ${apply}>` +
    `<alignment vertical="top"${wrap}/></xf>`
  );
}
