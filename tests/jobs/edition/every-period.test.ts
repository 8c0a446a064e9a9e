import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PipelineError } from "../../../pipeline/errors.ts";
import { type PublishRequest, publish } from "../../../pipeline/jobs/edition/publish.ts";
import { type OpenHome, withHome } from "../../../pipeline/jobs/open-home.ts";
import type { EditionKind } from "../../../pipeline/model/edition.ts";
import { makePeriod } from "../../../pipeline/model/period.ts";
import { DEFAULT_READ_LIMITS } from "../../../pipeline/read/limits.ts";
import { memoryEffects, ROOT } from "../../support/scratch-home.ts";
import { shippedHome } from "../../support/shipped-home.ts";

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** All of the year's; June's and the annual are in the shipped home already. */
const PAPERS: readonly (readonly [EditionKind, number])[] = [
  ...MONTHS.filter((month) => month !== 6).map((month) => ["monthly", month] as const),
  ...[3, 6, 9, 12].map((month) => ["quarterly", month] as const),
];

/** Months of which the shipped sheets hold nothing. */
const WITHOUT_DATA = [9, 10, 11];

describe("publish(every paper of 2023 from the shipped sheets)", () => {
  let home = "";
  beforeAll(async () => {
    home = await shippedHome(afterAll);
  });

  it.each(PAPERS)("%s of month %i: every number is proved", async (kind, month) => {
    expect(await outcome(home, { period: makePeriod(2023, month), kind, asOf: null })).toBe(
      WITHOUT_DATA.includes(month) ? "NOTHING_TO_PUBLISH" : "proved",
    );
  });
});

/** What comes of it: proved, or the code of what stopped it with its words. */
async function outcome(home: string, request: PublishRequest): Promise<string> {
  const write = async (open: OpenHome) => {
    const { proof } = await publish(open, request, memoryEffects());
    const counts = Object.values(proof).map(({ figures, matched }) => [figures > 0, figures - matched]);
    return JSON.stringify(counts) === JSON.stringify(counts.map(() => [true, 0])) ? "proved" : JSON.stringify(counts);
  };
  try {
    return await withHome({ home, root: ROOT, limits: DEFAULT_READ_LIMITS }, write);
  } catch (error) {
    if (error instanceof PipelineError && error.code === "NOTHING_TO_PUBLISH") return error.code;
    throw error;
  }
}
