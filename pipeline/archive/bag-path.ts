const ESCAPED: Readonly<Record<string, string>> = { "\r": "%0D", "\n": "%0A", "%": "%25" };

/** A path as a manifest writes it: CR, LF and % escaped, nothing else (RFC 8493, 2.1.3). */
export function encodeBagPath(path: string): string {
  return path.replace(/[\r\n%]/g, (sign) => ESCAPED[sign] ?? sign);
}

/**
 * A path as a manifest means it, without a leading ./
 *
 * @param hasEscapedPercent as since version 1.0; before it a % stands for itself
 */
export function decodeBagPath(written: string, hasEscapedPercent: boolean): string {
  const signs = hasEscapedPercent ? /%(?:0D|0A|25)/gi : /%(?:0D|0A)/gi;
  return written
    .replace(/^(?:\.\/)+/, "")
    .replace(signs, (sign) => String.fromCharCode(Number.parseInt(sign.slice(1), 16)));
}

/** Tells whether a path might lead out of the bag on any system: absolute, with a drive, a home or a variable, or up a level. */
export function leadsOut(path: string): boolean {
  return /^(?:[/\\~]|[a-z]:|%[^%/\\]+%)/i.test(path) || path.includes("\0") || path.split(/[/\\]/).includes("..");
}

/** The form in which a bag of ours has every path; the same name typed on different systems compares equal in it. */
export function normalBagPath(path: string): string {
  return path.normalize("NFC");
}
