import type { EditionInput } from "./input.ts";

/** What codes are called in the papers; undefined for one that no seed has. */
export interface Names {
  readonly indicator: (code: string | null) => string | undefined;
  readonly region: (code: string | null) => string | undefined;
  readonly bureau: (code: string | null) => string | undefined; // its short name
}

/** Makes the names of an edition ready to be looked up row by row. */
export function namesOf({
  indicators,
  regions,
  bureaus,
}: Pick<EditionInput, "indicators" | "regions" | "bureaus">): Names {
  return {
    indicator: finder(indicators.map(({ code, name }) => [code, name])),
    region: finder(regions.map(({ code, name }) => [code, name])),
    bureau: finder(bureaus.map(({ code, shortName }) => [code, shortName])),
  };
}

function finder(entries: readonly (readonly [string, string])[]): (code: string | null) => string | undefined {
  const names = new Map(entries);
  return (code) => (code === null ? undefined : names.get(code));
}
