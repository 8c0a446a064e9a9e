import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { renderBriefing } from "../../pipeline/report/briefing/write.ts";
import { renderWorkbook } from "../../pipeline/report/workbook/write.ts";
import { editionFixture } from "../support/edition-fixture.ts";
import { shippedLetterhead, shippedTheme } from "../support/shipped-templates.ts";

/** Prints the hashes of both papers; runs in a process of its own, as time zones are settled when one starts. */
const PROGRAM = `
  import { createHash } from "node:crypto";
  import { renderBriefing } from "./pipeline/report/briefing/write.ts";
  import { renderWorkbook } from "./pipeline/report/workbook/write.ts";
  import { editionFixture } from "./tests/support/edition-fixture.ts";
  import { shippedLetterhead, shippedTheme } from "./tests/support/shipped-templates.ts";
  const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
  console.log(sha256(await renderWorkbook(editionFixture(), shippedTheme())));
  console.log(sha256(await renderBriefing(editionFixture(), shippedTheme(), shippedLetterhead())));`;

describe("renderWorkbook and renderBriefing", () => {
  it.each(["America/New_York", "Pacific/Kiritimati"])("write the same bytes in %s as here", async (zone) => {
    const there = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", PROGRAM], {
      cwd: new URL("../..", import.meta.url),
      env: { ...process.env, TZ: zone },
      encoding: "utf8",
    });
    const papers = [
      await renderWorkbook(editionFixture(), shippedTheme()),
      await renderBriefing(editionFixture(), shippedTheme(), shippedLetterhead()),
    ];
    expect(there.trim().split("\n")).toEqual(papers.map((bytes) => createHash("sha256").update(bytes).digest("hex")));
  });
});
