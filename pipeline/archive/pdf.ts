/** Tells whether a PDF was written to its end. */
export function isWholePdf(pdf: Uint8Array): boolean {
  const bytes = Buffer.from(pdf);
  return bytes.subarray(0, 5).toString("latin1") === "%PDF-" && bytes.subarray(-1024).includes("%%EOF");
}

/** How many pages a PDF has; null where that does not show. */
export function countPages(pdf: Uint8Array): number | null {
  const pages = occurrences(pdf, /\/Type\s*\/Page\b(?!s)/g);
  return pages === 0 ? null : pages;
}

/** Tells whether a PDF says of itself that it is PDF/A (ISO 19005) and carries every font that it names. */
export function isSelfContained(pdf: Uint8Array): boolean {
  const fonts = occurrences(pdf, /\/Type\s*\/FontDescriptor\b/g);
  return fonts > 0 && occurrences(pdf, /\/FontFile[23]?\b/g) >= fonts && Buffer.from(pdf).includes("<pdfaid:part>");
}

/** The program that a PDF says it was made by: "LibreOffice 7.4"; null where that does not show. */
export function producerOf(pdf: Uint8Array): string | null {
  return /<pdf:Producer>([^<]{1,100})<\/pdf:Producer>/.exec(Buffer.from(pdf).toString("utf8"))?.[1] ?? null;
}

function occurrences(pdf: Uint8Array, pattern: RegExp): number {
  return Buffer.from(pdf).toString("latin1").match(pattern)?.length ?? 0;
}
