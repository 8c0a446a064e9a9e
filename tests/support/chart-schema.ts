import type { XmlNode } from "./xml-tree.ts";

const AXIS =
  "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt";
const RUN = "ln noFill solidFill gradFill pattFill effectLst highlight latin ea cs sym";
const LABEL =
  "numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator";
const SERIES = "idx order tx spPr";

/**
 * The children that elements of a chart may have, in the order that ISO/IEC 29500-1 gives them (dml-chart.xsd,
 * dml-main.xsd); `!` marks those that must be there, `|` those that may alternate. A series is told apart by what it is
 * in.
 */
const CHILDREN: Readonly<Record<string, string>> = {
  chartSpace:
    "date1904 lang roundedCorners style clrMapOvr pivotSource protection chart! spPr txPr externalData printSettings userShapes",
  chart: "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea! legend plotVisOnly dispBlanksAs",
  title: "tx layout overlay spPr txPr",
  rich: "bodyPr! lstStyle p!",
  txPr: "bodyPr! lstStyle p!",
  p: "pPr r endParaRPr",
  r: "rPr t!",
  rPr: RUN,
  defRPr: RUN,
  plotArea: "layout barChart lineChart catAx|valAx dTable spPr",
  barChart: "barDir! grouping varyColors ser dLbls gapWidth overlap serLines axId!",
  lineChart: "grouping! varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId!",
  "barChart/ser": `${SERIES} invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape`,
  "lineChart/ser": `${SERIES} marker dPt dLbls trendline errBars cat val smooth`,
  "ser/marker": "symbol size spPr",
  dPt: "idx! invertIfNegative marker bubble3D explosion spPr",
  "dPt/marker": "symbol size spPr",
  dLbls: `dLbl delete ${LABEL}`,
  dLbl: `idx! delete layout tx ${LABEL}`,
  strRef: "f! strCache",
  numRef: "f! numCache",
  strCache: "ptCount pt",
  numCache: "formatCode ptCount pt",
  pt: "v!",
  catAx: `${AXIS} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl`,
  valAx: `${AXIS} crossBetween majorUnit minorUnit dispUnits`,
  scaling: "logBase orientation max min",
  legend: "legendPos legendEntry layout overlay spPr txPr",
  spPr: "xfrm custGeom prstGeom noFill solidFill gradFill pattFill ln effectLst",
  ln: "noFill solidFill gradFill pattFill prstDash round bevel miter headEnd tailEnd",
  pattFill: "fgClr bgClr",
};

/** Elements of a chart's part whose children are unknown, out of order or missing, each as a path. */
export function orderFaults(node: XmlNode, parent = ""): readonly string[] {
  const [name, above] = [local(node.name), local(parent)];
  const rule = CHILDREN[`${above}/${name}`] ?? CHILDREN[name];
  const own = node.children.map((child) => local(child.name));
  return [
    ...(rule === undefined ? [] : faultsOf(own, rule.split(" "))).map((fault) => `${above}/${name}: ${fault}`),
    ...node.children.flatMap((child) => orderFaults(child, node.name)),
  ];
}

function faultsOf(own: readonly string[], rule: readonly string[]): readonly string[] {
  const order = rule.map((name) => name.replace("!", ""));
  const ranks = own.map((name) => order.findIndex((names) => names.split("|").includes(name)));
  const required = rule.filter((name) => name.endsWith("!")).map((name) => name.slice(0, -1));
  return [
    ...own.filter((_, at) => ranks[at] === -1).map((name) => `unknown ${name}`),
    ...own.filter((_, at) => (ranks[at] ?? 0) < (ranks[at - 1] ?? 0)).map((name) => `${name} too late`),
    ...required.filter((name) => !own.includes(name)).map((name) => `no ${name}`),
  ];
}

function local(name: string): string {
  return name.replace(/^.*:/, "");
}
