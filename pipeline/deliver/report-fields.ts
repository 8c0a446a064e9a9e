/** A field of a report or header: its name in small letters, and its value, unfolded. */
export type Field = readonly [name: string, value: string];

const MOST_GROUPS = 200;

/**
 * Fields as RFC 3464, section 2.1, writes them: in groups, with blank lines between. A line that is none is passed over, and
 * so is whatever stands behind two hundred groups.
 */
export function parseFieldGroups(text: string): readonly (readonly Field[])[] {
  const groups: Field[][] = [];
  let group: Field[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    const last = group.at(-1);
    if (line.trim() === "") {
      if (group.length > 0) groups.push(group);
      if (groups.length >= MOST_GROUPS) return groups;
      group = [];
    } else if (/^[ \t]/.test(line) && last) group[group.length - 1] = [last[0], `${last[1]} ${line.trim()}`];
    else {
      const colon = line.indexOf(":");
      if (colon > 0) group.push([line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]);
    }
  }
  return group.length > 0 ? [...groups, group] : groups;
}

/** The value of the first field of a name; undefined where there is none. */
export function fieldOf(fields: readonly Field[], name: string): string | undefined {
  return fields.find(([own]) => own === name)?.[1];
}
