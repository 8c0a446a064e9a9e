import { renderBriefing } from "../../pipeline/report/briefing/write.ts";
import { chartedEdition, chartOfEachKind } from "./charted-edition.ts";
import { editionFixture } from "./edition-fixture.ts";
import { sheetNamed } from "./sheet-cells.ts";
import { shippedLetterhead, shippedTheme } from "./shipped-templates.ts";

/** A briefing of nothing but charts, those of the made edition by default, each with the sheet that it refers to. */
export function chartedBriefing(charts = chartOfEachKind()): Promise<Uint8Array> {
  const edition = chartedEdition();
  const blocks = charts.map((chart, index) => ({
    kind: "chart" as const,
    caption: `图${index + 1}　${chart.title}`,
    chart,
    cells: sheetNamed(edition, chart.categories.sheet),
  }));
  return renderBriefing(editionFixture({ blocks, illustrative: false }), shippedTheme(), shippedLetterhead());
}
