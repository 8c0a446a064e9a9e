/**
 * Shares a table's width among its columns in proportion to their characters; the parts add up exactly.
 *
 * @param totalTwips of the whole table
 */
export function columnTwips(widthChars: readonly number[], totalTwips: number): readonly number[] {
  const allChars = widthChars.reduce((sum, chars) => sum + chars, 0);
  let usedChars = 0;
  let usedTwips = 0;
  return widthChars.map((chars) => {
    usedChars += chars;
    const end = Math.round((usedChars / allChars) * totalTwips);
    const width = end - usedTwips;
    usedTwips = end;
    return width;
  });
}
