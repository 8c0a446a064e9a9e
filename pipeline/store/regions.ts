import type { Region } from "../model/region.ts";

export interface RegionTable {
  readonly code: string;
  readonly name: string;
  readonly short_name: string;
  readonly aliases: string; // JSON list
  readonly kind: Region["kind"];
  readonly display_order: number;
}

/** A region as its row. */
export function toRegionRow({ code, name, shortName, aliases, kind, order }: Region): RegionTable {
  return { code, name, short_name: shortName, aliases: JSON.stringify(aliases), kind, display_order: order };
}
