/** What tells which of several sources of one thing speaks. */
interface Vintage {
  readonly illustrative: boolean; // 演示数据
  readonly vintage: string; // "2023-07-10"
}

/** The published ones where there are any, else those in 演示数据; in their order. */
export function publishedFirst<T extends Pick<Vintage, "illustrative">>(all: readonly T[]): readonly T[] {
  const published = all.filter(({ illustrative }) => !illustrative);
  return published.length > 0 ? published : all;
}

/** Of the published ones, else of those in 演示数据, those of the latest vintage; in their order. */
export function latestOf<T extends Vintage>(all: readonly T[]): readonly T[] {
  const eligible = publishedFirst(all);
  const latest = eligible.reduce((vintage, one) => (one.vintage > vintage ? one.vintage : vintage), "");
  return eligible.filter(({ vintage }) => vintage === latest);
}
