/** What kind of number an observation is; `value` is the thing itself, the others speak about it. */
export type Quantity = "value" | "yoy" | "mom" | "change" | "rank" | "share" | "index" | "contribution";

export const QUANTITIES: readonly Quantity[] = [
  "value",
  "yoy",
  "mom",
  "change",
  "rank",
  "share",
  "index",
  "contribution",
];
