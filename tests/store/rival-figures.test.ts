import { describe, expect, it } from "vitest";
import type { Observation } from "../../pipeline/model/observation.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import { listRivalFigures } from "../../pipeline/store/rival-figures.ts";
import type { Submission } from "../../pipeline/store/submissions.ts";
import { insertSubmission } from "../../pipeline/store/submissions.ts";
import { freshStore } from "../support/fresh-store.ts";
import { COUNTY, hash, observation, REVENUE, reading, submission } from "./sample-rows.ts";

const OWN = { sha256: hash("own"), vintage: "2023-07-10", illustrative: false };

/** The cells of what is found beside one figure once these files have come. */
async function rivals(files: readonly (readonly [Partial<Submission>, readonly Observation[]])[]) {
  const store = await freshStore();
  for (const [index, [changes, observations]] of files.entries())
    await insertSubmission(store, reading(submission(String(index), changes), { observations }));
  const found = await listRivalFigures(store, OWN, [observation(), observation({ indicator: null, cell: "A1" })]);
  return found.map(({ file, cell, vintage }) => `${file} ${cell} ${vintage}`);
}

describe("listRivalFigures(store, file, observations)", () => {
  it("lists values of other files on the same subjects, from the vintage on", async () => {
    const files = [
      [{}, [observation({ value: "6.8" }), observation({ cell: "D1", span: "month" })]],
      [{ vintage: "2023-07-12" }, [observation()]],
      [{ vintage: "2023-07-09" }, [observation()]],
      [{ illustrative: true }, [observation()]],
      [{ sha256: OWN.sha256 }, [observation()]],
      [{}, [observation({ region: COUNTY }), observation({ cell: "D2", indicator: REVENUE })]],
      [{}, [observation({ period: makePeriod(2023, 5) }), observation({ cell: "D3", indicator: null })]],
      [{}, [observation({ value: null, status: "missing", statusReason: "—" })]],
    ] as const;
    expect(await rivals(files)).toEqual(["0.xlsx D1 2023-07-10", "0.xlsx C7 2023-07-10", "1.xlsx C7 2023-07-12"]);
  });

  it("looks at each file's last reading only", async () => {
    const again = [observation({ value: "7", cell: "D4" })];
    expect(
      await rivals([
        [{ sha256: hash("x"), file: "x" }, [observation()]],
        [{ sha256: hash("x"), file: "x" }, again],
      ]),
    ).toEqual(["x D4 2023-07-10"]);
  });

  it("asks nothing for a file without figures", async () => {
    expect(await listRivalFigures(await freshStore(), OWN, [])).toEqual([]);
  });
});
