import type { JobName } from "../../../model/scheduled-job.ts";
import { archiveJob } from "./archive.ts";
import { backupJob } from "./backup.ts";
import { checkJob } from "./check.ts";
import { deliverJob } from "./deliver.ts";
import { inboxJob } from "./inbox.ts";
import type { ScheduledJob } from "./job.ts";
import { publishJob } from "./publish.ts";
import { remindJob } from "./remind.ts";

/** The steps of every job. */
export type JobRegistry = Readonly<Record<JobName, ScheduledJob>>;

export const SCHEDULED: JobRegistry = {
  inbox: inboxJob,
  check: checkJob,
  remind: remindJob,
  "publish-monthly": publishJob("monthly"),
  "publish-quarterly": publishJob("quarterly"),
  "publish-annual": publishJob("annual"),
  deliver: deliverJob,
  archive: archiveJob,
  backup: backupJob,
};
