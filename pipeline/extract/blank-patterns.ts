/**
 * Finds the rows that are filled as several others are, only from some column on one to the side: 0111 among 1110s.
 *
 * A row whose own pattern another row shares stands where it belongs, and so does one with more or fewer figures, or
 * with one only: an amount alone and a growth alone are both common.
 *
 * @param filled which columns of a row hold something, left to right
 */
export function blankPatterns(
  rows: readonly number[],
  filled: (row: number) => readonly boolean[],
): (row: number) => boolean {
  const patterns = new Map(
    rows.map((row) => [
      row,
      filled(row)
        .map((full) => (full ? "1" : "0"))
        .join(""),
    ]),
  );
  const counts = new Map<string, number>();
  for (const pattern of patterns.values()) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count > 1).map(([pattern]) => pattern);
  return (row) => {
    const own = patterns.get(row);
    if (own === undefined || counts.get(own) !== 1 || own.split("1").length < 3) return false;
    return common.some((other) => isMoved(own, other) || isMoved(other, own));
  };
}

/** Whether `moved` is `plain` with a blank put in somewhere and the blank at its end pushed out. */
function isMoved(moved: string, plain: string): boolean {
  if (!plain.endsWith("0")) return false;
  return [...plain].some((_, at) => `${plain.slice(0, at)}0${plain.slice(at, -1)}` === moved);
}
