/** How a run ended. */
export type RunOutcome = "done" | "done-with-errors" | "failed";

/** How a scheduled run ended, or why there was none. */
export type ScheduledOutcome = RunOutcome | "skipped" | "overlapped";

/** Counted by a run that found nothing of its period to work on: it may be done anew once there is something. */
export const FOUND_NOTHING = "nothing";

/** Counted by a run that did its work without all that was to be there for it: how many sheets, or files, were missing. */
export const FOUND_MISSING = "missing";

/** Outcomes in people's words. */
export const OUTCOME_WORDS: Readonly<Record<ScheduledOutcome, string>> = {
  done: "完成",
  "done-with-errors": "完成，数据有错误",
  failed: "没有完成",
  skipped: "略过",
  overlapped: "略过",
};

/** The jobs whose runs are recorded one by one, whoever started them, in people's words. */
export const RECORDED_JOBS = {
  ingest: "读取报表",
  publish: "生成文稿",
  deliver: "发送文稿",
  archive: "归档",
} as const satisfies Readonly<Record<string, string>>;

export type RecordedJob = keyof typeof RECORDED_JOBS;
