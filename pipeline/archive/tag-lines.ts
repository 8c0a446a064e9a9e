/** A line of bag-info.txt: what it says of what. */
export interface Tag {
  readonly label: string;
  readonly value: string;
  readonly line: number; // from 1
}

/** Tags in the order of the file, and the numbers of lines that are none. */
export interface TagLines {
  readonly tags: readonly Tag[];
  readonly malformed: readonly number[];
}

/**
 * Reads the lines of bag-info.txt; one that begins with a blank continues the tag before it (RFC 8493, 2.2.2).
 *
 * @param isStrict no blank before the colon, and one behind it, as since version 1.0
 */
export function parseTagLines(text: string, isStrict: boolean): TagLines {
  const tags: Tag[] = [];
  const malformed: number[] = [];
  const pattern = isStrict ? /^([^\s:](?:[^:]*[^\s:])?):(?:[ \t](.*))?$/ : /^\s*([^:]*[^\s:])\s*:\s*(.*)$/;
  for (const [index, written] of splitLines(text).entries()) {
    const line = index + 1;
    const last = tags.at(-1);
    if (/^[ \t]/.test(written) && last) tags[tags.length - 1] = { ...last, value: `${last.value} ${written.trim()}` };
    else if (written.trim() !== "") {
      const [, label, value = ""] = pattern.exec(written) ?? [];
      if (label === undefined) malformed.push(line);
      else tags.push({ label, value: value.trim(), line });
    }
  }
  return { tags, malformed };
}

/** Writes tags as parseTagLines reads them; a line end within a value becomes a blank. */
export function renderTagLines(tags: readonly (readonly [label: string, value: string])[]): string {
  return tags.map(([label, value]) => `${label}: ${value.replace(/\s*[\r\n]+\s*/g, " ")}\n`).join("");
}

/** The lines of a text, whatever ends them; what follows the last line end counts only where there is something. */
export function splitLines(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}
