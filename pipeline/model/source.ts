import type { IndicatorCode } from "./indicator.ts";
import type { ObservationStatus } from "./observation.ts";
import type { Span } from "./period.ts";

/** How a bureau's recurring sheet is recognised and what it does not say itself. */
export interface SourceProfile {
  readonly name: string; // file name of the profile without .yaml
  readonly title: string; // for people: 通辽市统计局主要经济指标月报
  readonly bureau: string;
  readonly illustrative: boolean; // everything in it is 演示数据
  readonly recognise: readonly string[]; // words that must all stand in the sheet's first lines or the sheet names
  readonly region: string | null; // of figures that name none
  readonly span: Span | null; // of flows whose header says neither month nor 累计
  readonly sentinels: Readonly<Record<string, ObservationStatus>>; // beside the common ones
  readonly indicators: Readonly<Record<string, { readonly code: IndicatorCode; readonly scope: string | null }>>; // label -> meaning here only
  readonly regions: Readonly<Record<string, string>>; // label -> region code, here only
  readonly units: Readonly<Record<string, string>>; // label -> unit, where the sheet states none
}
