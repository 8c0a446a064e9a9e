import { type BookSetting, captionOf } from "./book-setting.ts";
import type { Column } from "./columns.ts";
import { type Limit, limitOf, limitOfName } from "./limits.ts";
import { besideStated } from "./scope-words.ts";
import type { TableWords } from "./table-words.ts";
import type { TypedCell } from "./typed-cell.ts";

/** What the captions of a table and the names of its sheet and file limit all of its figures to, near to far. */
export function tableLimits(
  { own, far, sheet }: TableWords,
  heads: readonly Column[],
  { region, book }: { readonly region: string | null; readonly book: BookSetting },
): readonly Limit[] {
  const captions = [...own, ...far].map((cell) => captionOf(cell, book));
  const named = captions.some(({ regions }) => regions.length > 0); // what the names of sheet and file say then matters less
  const stated = heads.flatMap(({ scopes }) => scopes); // 同口径增长 under one head says of what a file called so speaks
  const names = [sheet, book.fileName]
    .map((name) => limitOfName(name, book.residue))
    .map((limit) => ({ ...limit, scopes: besideStated(limit.scopes, stated) }));
  const titles = [...own, ...(isComplete(own, book) ? [] : far)].map((cell) => limitOf(cell, book.residue));
  const limits = [...titles, ...names.map((limit) => (named ? { ...limit, foreign: null } : limit))];
  const county = region !== null && region !== book.names.city; // whose own sheets say 全区, 全旗
  return limits.map((limit) =>
    county && /^全[区旗县]$/.test(limit.foreign ?? "") ? { ...limit, foreign: null } : limit,
  );
}

/** Titles of the sheet hold for a table below as well, unless its own title names what or whom it is about. */
function isComplete(own: readonly TypedCell[], book: BookSetting): boolean {
  return own
    .map((cell) => captionOf(cell, book))
    .some(({ indicator, regions }) => indicator !== null || regions.length > 0);
}
