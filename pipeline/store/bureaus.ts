import type { Bureau } from "../model/bureau.ts";

export interface BureauTable {
  readonly code: string;
  readonly name: string;
  readonly short_name: string;
  readonly aliases: string; // JSON list
}

/** A bureau as its row. */
export function toBureauRow({ code, name, shortName, aliases }: Bureau): BureauTable {
  return { code, name, short_name: shortName, aliases: JSON.stringify(aliases) };
}
