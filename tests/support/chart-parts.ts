import { posix } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { at, childOf, childrenOf, descendants, parseXml, type XmlNode } from "./xml-tree.ts";

/** A reference of a chart and what the part keeps of the cells: points by index. */
export interface ReadReference {
  readonly formula: string;
  readonly count: number;
  readonly points: ReadonlyMap<number, string>;
  readonly formats: readonly string[]; // of the numbers, point by point; empty where it holds words
}

export interface ReadSeries {
  readonly form: "line" | "column";
  readonly direction: string | undefined; // "col", "bar"
  readonly grouping: string;
  readonly axes: readonly string[]; // ids
  readonly name: ReadReference;
  readonly categories: ReadReference;
  readonly values: ReadReference;
  readonly node: XmlNode;
}

/** A chart as it is found in a workbook, by way of its sheet. */
export interface ReadChart {
  readonly sheet: string;
  readonly anchor: readonly number[]; // left, top, right, bottom; from 0
  readonly name: string;
  readonly alt: string;
  readonly title: string;
  readonly series: readonly ReadSeries[];
  readonly axes: readonly XmlNode[];
  readonly part: XmlNode;
}

/** Small columns in a cell. */
export interface ReadSparkline {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
  readonly group: Readonly<Record<string, string>>; // how its group is drawn
}

/** A file's parts as trees, and the parts they lead to. */
export interface Package {
  readonly tree: (path: string) => XmlNode;
  readonly leadsTo: (path: string, id: string) => string;
  readonly bytes: (path: string) => Uint8Array;
  readonly typeOf: (path: string) => string | undefined;
}

/** Follows a workbook from its sheets to their charts, as a program that opens it does. */
export function readCharts(bytes: Uint8Array): readonly ReadChart[] {
  const book = opened(bytes);
  return sheetsOf(book).flatMap(({ name: sheet, tree, path }) =>
    childrenOf(tree, "drawing").flatMap((drawing) => {
      const drawingPath = book.leadsTo(path, drawing.attributes["r:id"] ?? "");
      expectType(book, drawingPath, "drawing");
      return childrenOf(book.tree(drawingPath), "xdr:twoCellAnchor").map((anchor) => {
        const frame = childOf(anchor, "xdr:graphicFrame");
        const about = at(frame, "xdr:nvGraphicFramePr", "xdr:cNvPr").attributes;
        const link = at(frame, "a:graphic", "a:graphicData", "c:chart").attributes["r:id"] ?? "";
        const chartPath = book.leadsTo(drawingPath, link);
        expectType(book, chartPath, "drawingml.chart");
        const placed = { sheet, anchor: cornersOf(anchor), name: about.name ?? "", alt: about.descr ?? "" };
        return { ...placed, ...readChart(book.tree(chartPath)) };
      });
    }),
  );
}

/** The small columns in cells, sheet by sheet. */
export function readSparklines(bytes: Uint8Array): readonly ReadSparkline[] {
  return sheetsOf(opened(bytes)).flatMap(({ name, tree }) =>
    descendants(tree, "x14:sparklineGroup").flatMap((group) =>
      descendants(group, "x14:sparkline").map((line) => ({
        sheet: name,
        cell: childOf(line, "xm:sqref").text,
        formula: childOf(line, "xm:f").text,
        group: group.attributes,
      })),
    ),
  );
}

/** What the cells of a workbook hold: `数据!B7` to the number as it is written, or the words. */
export function readCells(bytes: Uint8Array): ReadonlyMap<string, string> {
  const book = opened(bytes);
  const words = childrenOf(book.tree("xl/sharedStrings.xml"), "si").map((one) =>
    descendants(one, "t")
      .map(({ text }) => text)
      .join(""),
  );
  const cells = sheetsOf(book).flatMap(({ name, tree }) =>
    descendants(childOf(tree, "sheetData"), "c").flatMap((cell) => {
      const [value] = childrenOf(cell, "v");
      if (!value) return [];
      const held = cell.attributes.t === "s" ? (words[Number(value.text)] ?? "") : value.text;
      return [[`${name}!${cell.attributes.r}`, held] as const];
    }),
  );
  return new Map(cells);
}

/** The cells that a formula of a chart names, as `readCells` does: '数据'!$B$7:$B$9. */
export function cellsOf(formula: string): readonly string[] {
  const [, quoted = "", left = "", top = "", right = left, bottom = top] =
    /^'((?:[^']|'')+)'!\$([A-Z])\$(\d+)(?::\$([A-Z])\$(\d+))?$/.exec(formula) ?? [];
  const found: string[] = [];
  for (let column = left.charCodeAt(0); column <= right.charCodeAt(0); column += 1) {
    for (let row = Number(top); row <= Number(bottom); row += 1) {
      found.push(`${quoted.replaceAll("''", "'")}!${String.fromCharCode(column)}${row}`);
    }
  }
  return found;
}

/** Opens an Office file. */
export function opened(file: Uint8Array): Package {
  const parts = unzipSync(file);
  const bytes = (path: string) => {
    const part = parts[path];
    if (!part) throw new Error(`no part ${path}`);
    return part;
  };
  const tree = (path: string) => parseXml(strFromU8(bytes(path)));
  const declared = tree("[Content_Types].xml").children.map(({ attributes }) => attributes);
  return {
    tree,
    bytes,
    leadsTo: (path, id) => {
      const folder = posix.dirname(path);
      const links = tree(`${folder}/_rels/${posix.basename(path)}.rels`);
      const [link, ...others] = links.children.filter(({ attributes }) => attributes.Id === id);
      if (!link || others.length > 0) throw new Error(`${path}: ${id} leads nowhere, or to two parts`);
      return posix.join("/", folder, link.attributes.Target ?? "").slice(1);
    },
    typeOf: (path) => {
      const own = declared.find(({ PartName }) => PartName === `/${path}`);
      return (own ?? declared.find(({ Extension }) => Extension === posix.extname(path).slice(1)))?.ContentType;
    },
  };
}

function sheetsOf(book: Package) {
  return childrenOf(childOf(book.tree("xl/workbook.xml"), "sheets"), "sheet").map(({ attributes }) => {
    const path = book.leadsTo("xl/workbook.xml", attributes["r:id"] ?? "");
    return { name: attributes.name ?? "", path, tree: book.tree(path) };
  });
}

function expectType(book: Package, path: string, kind: string): void {
  const wanted = `application/vnd.openxmlformats-officedocument.${kind}+xml`;
  if (book.typeOf(path) !== wanted) throw new Error(`${path} is ${book.typeOf(path)}`);
}

function cornersOf(anchor: XmlNode): readonly number[] {
  return ["xdr:from", "xdr:to"].flatMap((corner) =>
    ["xdr:col", "xdr:row"].map((side) => Number(at(anchor, corner, side).text)),
  );
}

/** A chart from its own part. */
export function readChart(part: XmlNode) {
  const plotArea = at(part, "c:chart", "c:plotArea");
  const plots = plotArea.children.filter(({ name }) => /Chart$/.test(name));
  return {
    title: childrenOf(childOf(part, "c:chart"), "c:title")
      .flatMap((title) => descendants(title, "a:t"))
      .map(({ text }) => text)
      .join(""),
    series: plots.flatMap(readPlot),
    axes: plotArea.children.filter(({ name }) => /Ax$/.test(name)),
    part,
  };
}

function readPlot(plot: XmlNode): readonly ReadSeries[] {
  return childrenOf(plot, "c:ser").map((node) => ({
    form: plot.name === "c:lineChart" ? "line" : "column",
    direction: childrenOf(plot, "c:barDir")[0]?.attributes.val,
    grouping: childOf(plot, "c:grouping").attributes.val ?? "",
    axes: childrenOf(plot, "c:axId").map(({ attributes }) => attributes.val ?? ""),
    name: readReference(at(node, "c:tx", "c:strRef")),
    categories: readReference(at(node, "c:cat", "c:strRef")),
    values: readReference(at(node, "c:val", "c:numRef")),
    node,
  }));
}

function readReference(reference: XmlNode): ReadReference {
  const cache = childOf(reference, reference.name === "c:numRef" ? "c:numCache" : "c:strCache");
  const usual = childrenOf(cache, "c:formatCode")[0]?.text;
  const points = childrenOf(cache, "c:pt");
  return {
    formula: childOf(reference, "c:f").text,
    count: Number(childOf(cache, "c:ptCount").attributes.val),
    points: new Map(points.map((point) => [Number(point.attributes.idx), childOf(point, "c:v").text])),
    formats: usual === undefined ? [] : points.map(({ attributes }) => attributes.formatCode ?? usual),
  };
}
