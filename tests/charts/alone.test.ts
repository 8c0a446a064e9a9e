import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { chartsAlone } from "../../tools/charts/alone.ts";
import { readBriefingCharts } from "../support/briefing-charts.ts";
import { chartedBriefing } from "../support/charted-briefing.ts";
import { elements, partXml, xmlFaults } from "../support/office-text.ts";

const folder = mkdtempSync(join(tmpdir(), "jindu-alone-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("chartsAlone(file, folder) writes each chart into a file with nothing else, and tells where it stands", async () => {
  const file = join(folder, "briefing.docx");
  const bytes = await chartedBriefing();
  writeFileSync(file, bytes);
  const charts = readBriefingCharts(bytes);
  const alone = chartsAlone(file, folder);
  expect(alone).toHaveLength(charts.length);
  for (const [index, { file: own, box }] of alone.entries()) {
    const written = readFileSync(own);
    const [only, ...others] = readBriefingCharts(written);
    expect([only?.part, others]).toEqual([charts[index]?.part, []]);
    const document = partXml(written, "word/document.xml");
    expect([xmlFaults(document), elements(document, "w:p").length]).toEqual([[], 1]);
    const millimetres = [box.left * 210, box.right * 210, box.top * 297].map(Math.round);
    expect(millimetres).toEqual([28, 184, 37]);
    expect(box.bottom).toBeGreaterThan(box.top);
  }
});
