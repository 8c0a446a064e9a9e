import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** What a test changes in the workbook of `bureauWorkbook`. */
export interface BureauCells {
  readonly unit?: string; // of the first table, behind its title
  readonly name?: string; // of the first indicator
  readonly value?: number | string; // of the first indicator, cumulative
  readonly sheet?: string;
}

/**
 * A bureau's workbook with what a careless writer loses: an image, a chart, a formula, a macro, a comment, a merged
 * title, number formats and borders. Its second sheet is as plain as can be.
 */
export async function bureauWorkbook(cells: BureauCells = {}): Promise<Uint8Array> {
  const { unit = "亿元", name = "社会消费品零售总额", value = 61.5, sheet: title = "消费" } = cells;
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(title);
  sheet.addRow(["通辽市2023年6月消费情况"]);
  sheet.mergeCells("A1:D1");
  sheet.addRow([null, null, null, unit === "" ? null : `单位：${unit}`]);
  sheet.addRow(["指标", "6月", "1-6月累计", "累计同比增长(%)"]);
  sheet.addRow([name, 10.25, value, 6.1]);
  sheet.addRow(["限额以上消费品零售额", 3.5, { formula: "B5*6", result: 21 }, 4.2]);
  sheet.getCell("C4").numFmt = "0.00_ ";
  sheet.getCell("C4").border = { top: { style: "thin" }, bottom: { style: "double" } };
  sheet.getCell("B4").note = "统计局：本月含网上零售";
  sheet.getColumn(3).width = 16;
  sheet.addImage(book.addImage({ base64: PIXEL.toString("base64"), extension: "png" }), "F2:G4");
  book.addWorksheet("说明").addRow(["本表数据为初步数"]);
  return withChartAndMacro(new Uint8Array(await book.xlsx.writeBuffer()));
}

function withChartAndMacro(bytes: Uint8Array): Uint8Array {
  const parts: Zippable = unzipSync(bytes);
  const text = (path: string) => strFromU8(parts[path] as Uint8Array);
  const drawing = "xl/drawings/drawing1.xml";
  const rels = "xl/drawings/_rels/drawing1.xml.rels";
  const relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  parts["xl/charts/chart1.xml"] = strToU8(CHART);
  parts["xl/vbaProject.bin"] = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]);
  parts[rels] = strToU8(
    text(rels).replace(
      "</Relationships>",
      `<Relationship Id="rId9" Type="${relationship}/chart" Target="../charts/chart1.xml"/></Relationships>`,
    ),
  );
  parts[drawing] = strToU8(text(drawing).replace("</xdr:wsDr>", `${FRAME}</xdr:wsDr>`));
  parts["xl/_rels/workbook.xml.rels"] = strToU8(
    text("xl/_rels/workbook.xml.rels").replace(
      "</Relationships>",
      '<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
    ),
  );
  parts["[Content_Types].xml"] = strToU8(
    text("[Content_Types].xml")
      .replace(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
      )
      .replace(
        "</Types>",
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/xl/charts/chart1.xml" ' +
          'ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/></Types>',
      ),
  );
  return zipSync(parts, { mtime: new Date(2023, 6, 10) });
}

const CHART =
  '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
  '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>' +
  '<c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>消费!$B$4:$B$5</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="2"/>' +
  '<c:pt idx="0"><c:v>10.25</c:v></c:pt><c:pt idx="1"><c:v>3.5</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>' +
  '<c:axId val="111"/><c:axId val="222"/></c:barChart><c:catAx><c:axId val="111"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="222"/></c:catAx>' +
  '<c:valAx><c:axId val="222"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="111"/></c:valAx></c:plotArea></c:chart></c:chartSpace>';

const FRAME =
  "<xdr:twoCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>6</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>" +
  "<xdr:to><xdr:col>10</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>18</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>" +
  '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="20" name="chart"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>' +
  '<xdr:xfrm><a:off xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" x="0" y="0"/><a:ext xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" cx="0" cy="0"/></xdr:xfrm>' +
  '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
  '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId9"/>' +
  "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>";
