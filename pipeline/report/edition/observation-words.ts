import type { ObservationStatus } from "../../model/observation.ts";
import type { Span } from "../../model/period.ts";

/** What each span is called. */
export const SPAN_NAMES: Readonly<Record<Span, string>> = {
  month: "当月",
  quarter: "当季",
  ytd: "累计",
  year: "全年",
  instant: "期末",
};

/** What each status is called. */
export const STATUS_NAMES: Readonly<Record<ObservationStatus, string>> = {
  normal: "正常",
  provisional: "初步",
  estimated: "估计",
  missing: "缺",
  "not-applicable": "不适用",
  "below-unit": "不足本表最小单位",
};
