import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { catchUp } from "../../pipeline/jobs/catch-up.ts";
import { ingestFiles } from "../../pipeline/jobs/ingest.ts";
import { withHome } from "../../pipeline/jobs/open-home.ts";
import { DEFAULT_READ_LIMITS } from "../../pipeline/read/limits.ts";
import { memoryEffects, ROOT, scratchFolder } from "../support/scratch-home.ts";

const ROWS = Array.from({ length: 2_000 }, (_, row) => `${row}规模以上工业企业增加值${row},亿元,5\n`);
const SHEET = `通辽市2023年6月主要指标\n指标,单位,1-6月累计\n规模以上工业总产值,亿元,502.2\n${ROWS.join("")}`;
const IN_A_MOMENT = { ...DEFAULT_READ_LIMITS, timeMs: 1 };

function setUp() {
  const [root, home] = [ROOT, scratchFolder()];
  const file = join(scratchFolder(), "报表.csv");
  writeFileSync(file, SHEET);
  const ingest = async (limits = DEFAULT_READ_LIMITS) => {
    const effects = memoryEffects();
    const [read] = await ingestFiles([file], { root, home, hints: {}, limits, isDryRun: false }, effects);
    return { ...read, message: read?.issues[0]?.message, log: effects.lines };
  };
  return { root, home, ingest };
}

describe("a file whose time is over", () => {
  // the reading thread is ended by a timer, which waits here to be told; the search for meaning by a clock of its own
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  it("before its figures are understood is refused, and kept", async () => {
    const { home, ingest } = setUp();
    const { outcome, format, observations, issues, sha256 } = await ingest(IN_A_MOMENT);
    expect([outcome, format, observations]).toEqual(["refused", null, []]);
    expect(issues).toEqual([expect.objectContaining({ code: "file-refused", severity: "error" })]);
    expect(issues?.[0]?.message).toContain("辨认数据用时已达 0.1 秒，超过上限 0.001 秒");
    expect(`${issues?.[0]?.message}${issues?.[0]?.hint}`).toContain("JINDU_READ_MAX_SECONDS");
    expect(existsSync(join(home, "vault", `${sha256}`.slice(0, 2), `${sha256}`))).toBe(true);
  });

  it("on a busy machine is tried anew when it comes again", async () => {
    const { ingest } = setUp();
    const busy = ingest();
    await vi.waitUntil(() => vi.getTimerCount() > 0);
    vi.advanceTimersByTime(DEFAULT_READ_LIMITS.timeMs);
    expect(await busy).toMatchObject({ outcome: "refused", message: expect.stringContaining("读取用时已达 20 秒") });
    expect(await ingest()).toMatchObject({ format: "csv", outcome: "partial" });
  });

  it("is not tried anew by anything else, and writes nothing where it comes out the same", async () => {
    const { root, home, ingest } = setUp();
    const first = await ingest(IN_A_MOMENT);
    const second = await ingest(IN_A_MOMENT);
    expect(first.log.length).toBeGreaterThan(0);
    expect(second).toEqual({ ...first, log: [] });
    const limits = IN_A_MOMENT;
    const caughtUp = await withHome({ root, home, limits }, (open) => catchUp(open, "all", memoryEffects()));
    expect(caughtUp).toEqual([]);
  });
});
