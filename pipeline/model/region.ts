/** A place that figures are about. */
export interface Region {
  readonly code: string; // six digits; 150500 the city. Codes outside GB/T 2260 are marked in the seed
  readonly name: string; // 科尔沁左翼中旗
  readonly shortName: string; // 科左中旗
  readonly aliases: readonly string[];
  readonly kind: "province" | "city" | "city-level" | "county" | "development-zone";
  readonly order: number; // in tables, as the city's papers order them
}
