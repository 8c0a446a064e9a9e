import type { JobName } from "../../model/scheduled-job.ts";
import { checkJob } from "./check.ts";
import { deliverJob } from "./deliver.ts";
import { inboxJob } from "./inbox.ts";
import type { ScheduledJob } from "./job.ts";
import { publishJob } from "./publish.ts";

/** The steps of every job. */
export type JobRegistry = Readonly<Record<JobName, ScheduledJob>>;

export const SCHEDULED: JobRegistry = {
  inbox: inboxJob,
  check: checkJob,
  "publish-monthly": publishJob("monthly"),
  "publish-quarterly": publishJob("quarterly"),
  "publish-annual": publishJob("annual"),
  deliver: deliverJob,
};
