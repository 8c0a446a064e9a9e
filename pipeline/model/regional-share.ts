import type { Decimal } from "./decimal.ts";

/** What a document asks of one place for a target of the city. */
export interface RegionalShare {
  readonly target: string; // id of the city's target
  readonly region: string;
  readonly low: Decimal | null; // in the unit of the city's target
  readonly high: Decimal | null;
  readonly document: string; // that divides the target: 通政办发〔2023〕5号附件2
  readonly source: string; // its words
}
