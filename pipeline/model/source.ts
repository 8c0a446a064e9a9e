import type { IndicatorCode } from "./indicator.ts";
import type { ObservationStatus } from "./observation.ts";
import type { Span } from "./period.ts";

/** Which parts of a book are meant: names of sheets (`*` stands for anything), words of the titles of tables. */
export interface BookParts {
  readonly sheets: readonly string[];
  readonly tables: readonly string[];
}

/**
 * How a bureau's recurring sheet is recognised and what it does not say itself.
 *
 * Whatever the sheet says stands nearer to a figure than anything in here.
 */
export interface SourceProfile {
  readonly name: string; // file name of the profile without .yaml
  readonly title: string; // for people: 通辽市统计局主要经济指标月报
  readonly bureau: string;
  readonly illustrative: boolean; // everything in it is 演示数据
  readonly recognise: readonly string[]; // words that must all stand in the sheet's first lines or the sheet names
  readonly take: BookParts; // the only ones that are read; all where empty
  readonly leave: BookParts & {
    readonly columns: readonly string[]; // heads
    readonly rows: readonly string[]; // labels
  };
  readonly region: string | null; // of figures that name none
  readonly span: Span | null; // of flows whose header says neither month nor 累计
  readonly unit: string | null; // of values for which the sheet states none
  readonly scope: string | null; // 口径 of figures for which the sheet states none
  readonly status: "provisional" | "estimated" | null; // of all figures: 快报, 预计
  readonly rates: readonly string[]; // rows of which only the growth is published, whichever column it stands in
  readonly projects: readonly string[]; // words of the titles of tables whose rows are projects, not indicators
  readonly sentinels: Readonly<Record<string, ObservationStatus>>; // beside the common ones; 空白 stands for a blank cell
  readonly indicators: Readonly<Record<string, { readonly code: IndicatorCode; readonly scope: string | null }>>; // label, or 上级>label -> meaning here only
  readonly regions: Readonly<Record<string, string>>; // label -> region code, here only
  readonly units: Readonly<Record<string, string>>; // label -> unit, where the sheet states none; 上年同期=100 for an index
}
