import type { SheetKey } from "../../model/workbook-template.ts";
import type { EditionFacts } from "./facts.ts";
import type { EditionInput } from "./input.ts";

/** What the template calls a sheet; undefined where the workbook has no such sheet. */
export function sheetName(
  { input }: { readonly input: Pick<EditionInput, "workbook"> },
  key: SheetKey,
): string | undefined {
  return input.workbook.sheets.find(({ sheet }) => sheet === key)?.name;
}

/** What the template heads a column with; undefined where the sheet or the column is gone. */
export function columnName({ input }: Pick<EditionFacts, "input">, key: SheetKey, column: string): string | undefined {
  const columns = input.workbook.sheets.find(({ sheet }) => sheet === key)?.columns ?? [];
  return columns.find((one) => one.column === column)?.header;
}

/** A sentence that names sheets or columns; none where any of them is gone. */
export function whereNamed(
  names: readonly (string | undefined)[],
  sentence: (...names: readonly string[]) => string,
): readonly string[] {
  const known = names.filter((name) => name !== undefined);
  return known.length === names.length ? [sentence(...known)] : [];
}
