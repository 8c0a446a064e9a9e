import type { ObservationStatus } from "../../model/observation.ts";
import type { Span } from "../../model/period.ts";
import type { Quantity } from "../../model/quantity.ts";

const FINGERPRINT_CHARS = 12;

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

/** What tables call a quantity. */
export const QUANTITY_NAMES: Readonly<Record<Quantity, string>> = {
  value: "总量",
  yoy: "同比",
  mom: "环比",
  change: "增减",
  rank: "位次",
  share: "比重",
  index: "指数",
  contribution: "贡献",
};

/** A file's SHA-256 as tables print it: enough of it to tell files apart. */
export function fingerprint(sha256: string): string {
  return sha256.slice(0, FINGERPRINT_CHARS);
}
