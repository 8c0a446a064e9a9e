import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadNotes } from "../../../pipeline/jobs/edition/notes.ts";
import { makePeriod } from "../../../pipeline/model/period.ts";
import { scratchFolder } from "../../support/scratch-home.ts";

const request = { period: makePeriod(2023, 6), kind: "monthly" } as const;

describe("loadNotes(folder, request)", () => {
  it("reads the notes on the edition, named from the home's folder, and none of another", async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, "2023-06-monthly.md"), "## 编者按\n\n甲。\n");
    expect(await loadNotes(folder, request)).toMatchObject({
      file: "notes/2023-06-monthly.md",
      sections: [{ line: 1 }],
    });
    expect(await loadNotes(folder, { ...request, kind: "quarterly" })).toBeNull();
    expect(await loadNotes(join(folder, "none"), request)).toBeNull();
  });
});
