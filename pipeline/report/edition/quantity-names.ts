import type { Quantity } from "../../model/quantity.ts";

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
