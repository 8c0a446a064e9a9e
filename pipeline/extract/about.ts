import type { Indicator } from "../model/indicator.ts";
import type { Column } from "./columns.ts";
import type { TableSetting } from "./figure-spot.ts";
import { type Identity, identity } from "./identify.ts";
import { inheritedScopes, type Limit, limitsOver, openLimit } from "./limits.ts";
import type { LabelledRow } from "./rows.ts";
import { besideStated, joinScopes } from "./scope-words.ts";
import type { Subject } from "./subjects.ts";

/** Whom and what a figure is about, whatever kind of number it is. */
export interface About {
  readonly identity: Identity;
  readonly indicator: Indicator | undefined;
  readonly open: Limit | undefined; // what the title or a section limits it to, and nobody has defined
  readonly scope: string | null; // 口径 that its names, titles and sections state
}

/**
 * Makes a function that tells what the figures of one row are about, column by column. Columns that name nothing
 * themselves leave it to the row, and are told the same.
 */
export function aboutRow(row: LabelledRow, subject: Subject, setting: TableSetting): (column: Column) => About {
  let plain: About | undefined;
  return (column) => {
    if (!namesNothing(column)) return aboutOf(row, column, subject, setting);
    plain ??= aboutOf(row, column, subject, setting);
    return plain;
  };
}

function namesNothing({ indicator, region, name, scopes }: Column): boolean {
  return indicator === null && region === null && name === null && scopes.length === 0;
}

function aboutOf(row: LabelledRow, column: Column, subject: Subject, setting: TableSetting): About {
  const { kind, names } = setting;
  const found = identity({ row, column, subject }, setting);
  const { named, placed, scopes } = found;
  if (!named) return { identity: found, indicator: undefined, open: undefined, scope: joinScopes(scopes) };
  const limited = { row, kind, named, placed, names };
  const limits = limitsOver(limited, setting.limits, setting.residue);
  return {
    identity: found,
    indicator: names.getIndicator(named.code),
    open: openLimit(limited, limits),
    scope: joinScopes([...scopes, ...besideStated(inheritedScopes(limited, limits), scopes)]),
  };
}
