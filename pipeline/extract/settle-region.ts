import type { Caption } from "./captions.ts";
import type { Surroundings } from "./far-time.ts";

/** Where a table's region may come from besides its captions. */
export interface RegionSetting {
  readonly city: string;
  readonly profileRegion: string | null;
  readonly hintRegion: string | null;
  readonly cityIsSure: boolean; // the source is known, or the words of the sheet name the city
}

export type TableRegion = { readonly region: string } | { readonly region: null; readonly rivals: readonly string[] }; // codes that the captions name side by side

/**
 * The region of figures whose row and column name none: the title's, the sheet name's, a county in the file's name, the
 * profile's, the hint's, and the city where the sheet speaks of the city.
 *
 * A county named beside the city is meant (通辽市科尔沁区). A title of the city in a file of a county is a conflict.
 */
export function tableRegion(
  { titles, sheetTitles, sheetName, fileName }: Surroundings,
  setting: RegionSetting,
): TableRegion {
  const { city } = setting;
  const levels = [titles, sheetTitles, [sheetName]].map((captions) => named(captions, city));
  const counties = countiesOf([fileName], city);
  const first = levels.find((codes) => codes.length > 0) ?? (counties.length > 0 ? counties : []);
  if (first.length > 1) return { region: null, rivals: first };
  const [found] = first;
  if (found === city) {
    const rivals = new Set([...countiesOf([sheetName], city), ...counties]);
    return rivals.size > 0 ? { region: null, rivals: [city, ...rivals] } : { region: city };
  }
  const region = found ?? setting.profileRegion ?? setting.hintRegion ?? (setting.cityIsSure ? city : null);
  return region === null ? { region, rivals: [] } : { region };
}

function countiesOf(captions: readonly Caption[], city: string): readonly string[] {
  const named = captions.filter(({ kind }) => kind !== "note").flatMap(({ regions }) => regions);
  return [...new Set(named.filter((code) => code !== city))];
}

function named(captions: readonly Caption[], city: string): readonly string[] {
  const counties = countiesOf(captions, city);
  if (counties.length > 0) return counties;
  return captions.some(({ kind, regions }) => kind !== "note" && regions.includes(city)) ? [city] : [];
}
