import { PipelineError } from "../../../errors.ts";
import { FOUND_NOTHING } from "../../../model/run-outcome.ts";
import { archiveQuarter } from "../../archive/archive.ts";
import { officePdf } from "../../archive/office-pdf.ts";
import { withHome } from "../../open-home.ts";
import { foundCounts } from "./found-counts.ts";
import type { JobContext, ScheduledJob, StepResult } from "./job.ts";

/** Packs a quarter; where its papers are archived already, sees that the package is whole. */
export const archiveJob: ScheduledJob = [packQuarter];

async function packQuarter({ setting, period, effects }: JobContext): Promise<StepResult> {
  if (period === null) throw new RangeError("archive: no period");
  const request = {
    last: period,
    toPdf: setting.office === null ? null : officePdf(setting.office, { warn: (text) => effects.logger.warn(text) }),
  };
  try {
    const { name, isNew, isRemade, lost, checks } = await withHome(setting, (open) =>
      archiveQuarter(open, request, effects),
    );
    const failed = checks.filter(({ result }) => result === "failed");
    const all = { packages: isNew ? 1 : 0, failedChecks: failed.length };
    const counts = foundCounts(all);
    const words = failed.map((check) => `${check.name}没有通过（${check.detail}）`);
    const inPlace = lost === null ? name : `${name}，${lost.name} 不在原处，重做出来不一样，请先从备份里找`;
    const made = isNew ? inPlace : `${name} ${isRemade ? "不在原处，已重做，与原包相同" : "没有变化"}`;
    return { counts, note: [made, ...words].join("，"), hasErrors: failed.length > 0 };
  } catch (error) {
    if (!(error instanceof PipelineError && error.code === "NOTHING_TO_ARCHIVE")) throw error;
    return { counts: { [FOUND_NOTHING]: 1 }, note: error.message, hasErrors: false }; // a quarter without papers is no failure of ours
  }
}
