import { child, childrenOf, numberOf, wordOf, type XmlElement } from "../ooxml/xml-tree.ts";

/** The page of a section; lengths in twips, undefined where the file does not say. */
export interface Section {
  readonly label: string; // 第1节
  readonly isLandscape: boolean;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly top: number | undefined;
  readonly bottom: number | undefined;
  readonly left: number | undefined;
  readonly right: number | undefined;
  readonly gridType: string | undefined;
  readonly linePitch: number | undefined;
  readonly charSpace: number | undefined; // 1/4096 points
  readonly headers: readonly PartReference[];
  readonly footers: readonly PartReference[];
}

/** A header or footer that a section names. */
export interface PartReference {
  readonly id: string;
  readonly pages: "default" | "even" | "first";
}

/** Reads `w:sectPr`. */
export function readSection(element: XmlElement, index: number): Section {
  const margin = (side: string) => numberOf(element, "w:pgMar", `w:${side}`);
  const width = numberOf(element, "w:pgSz", "w:w");
  const height = numberOf(element, "w:pgSz", "w:h");
  return {
    label: `第${index + 1}节`,
    isLandscape: wordOf(element, "w:pgSz", "w:orient") === "landscape" || (width ?? 0) > (height ?? Infinity),
    width,
    height,
    top: margin("top"),
    bottom: margin("bottom"),
    left: margin("left"),
    right: margin("right"),
    gridType: child(element, "w:docGrid")?.attributes.get("w:type"),
    linePitch: numberOf(element, "w:docGrid", "w:linePitch"),
    charSpace: numberOf(element, "w:docGrid", "w:charSpace"),
    headers: references(element, "w:headerReference"),
    footers: references(element, "w:footerReference"),
  };
}

function references(element: XmlElement, name: string): readonly PartReference[] {
  return childrenOf(element, name).map(({ attributes }) => {
    const pages = attributes.get("w:type");
    return { id: attributes.get("r:id") ?? "", pages: pages === "even" || pages === "first" ? pages : "default" };
  });
}

/** The width of what is inside the margins, in twips; undefined where the file does not say. */
export function textWidth({ width, left, right }: Section): number | undefined {
  return width === undefined || left === undefined || right === undefined ? undefined : width - left - right;
}
