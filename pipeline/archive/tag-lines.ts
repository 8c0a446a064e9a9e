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
  for (const [index, written] of splitLines(text).entries()) {
    const line = index + 1;
    const last = tags.at(-1);
    if (/^[ \t]/.test(written) && last) tags[tags.length - 1] = { ...last, value: `${last.value} ${written.trim()}` };
    else if (written.trim() !== "") {
      const tag = parseTag(written, isStrict);
      if (tag === undefined) malformed.push(line);
      else tags.push({ ...tag, line });
    }
  }
  return { tags, malformed };
}

/** By the first colon, in one pass whatever the length of the line. */
function parseTag(written: string, isStrict: boolean): Pick<Tag, "label" | "value"> | undefined {
  const colon = written.indexOf(":");
  const [label, value] = [written.slice(0, colon), written.slice(colon + 1)];
  if (colon < 0 || label.trim() === "") return undefined;
  if (isStrict && (label !== label.trim() || !/^(?:[ \t]|$)/.test(value))) return undefined;
  return { label: label.trim(), value: value.trim() };
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
