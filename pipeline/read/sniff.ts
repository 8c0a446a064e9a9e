/** Kinds of file that are recognised only to be refused by name. */
export type ForeignKind =
  | "empty"
  | "html"
  | "xml-spreadsheet"
  | "mhtml"
  | "slk"
  | "rtf"
  | "pdf"
  | "image"
  | "archive"
  | "docx"
  | "pptx"
  | "odf"
  | "ofd"
  | "xlsb"
  | "old-xls"
  | "doc"
  | "ppt"
  | "unknown";

/** First bytes, in hex, and what they begin. Longer ones stand before their own beginnings. */
const SIGNATURES: readonly (readonly [string, "zip" | "ole" | ForeignKind])[] = [
  ["504b0304", "zip"],
  ["504b0506", "archive"], // a zip of nothing
  ["504b0708", "archive"], // a zip in several volumes
  ["d0cf11e0a1b11ae1", "ole"],
  ["25504446", "pdf"],
  ["89504e47", "image"],
  ["ffd8ff", "image"],
  ["47494638", "image"],
  ["49492a00", "image"],
  ["4d4d002a", "image"],
  ["52617221", "archive"],
  ["377abcaf271c", "archive"],
  ["1f8b", "archive"],
  ["7b5c727466", "rtf"],
  ["09000400", "old-xls"], // BIFF2, 3 and 4 begin with a BOF record
  ["09020600", "old-xls"],
  ["09040600", "old-xls"],
];
const LONGEST_SIGNATURE = 8;

const MARKUP: readonly (readonly [RegExp, ForeignKind])[] = [
  [
    /^(?:<\?xml[^>]*>\s*)?(?:<\?mso-application[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:\w+:)?workbook\b/i,
    "xml-spreadsheet",
  ],
  [
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|style|table|tr|div|center|form|font|span|p|h[1-6])\b/i,
    "html",
  ],
  [/^mime-version:/i, "mhtml"],
  [/^ID;P/, "slk"],
  [/^<[a-z!?/]/i, "unknown"],
];

/** Characters no table of text holds: control characters but tab, line feed, form feed and carriage return. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const BINARY = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufffe\uffff]/;

/**
 * Tells by its first bytes what a file is; its name is never asked.
 *
 * @returns "text" for whatever has no known signature: decode it, then ask `sniffText`
 */
export function sniffBytes(bytes: Uint8Array): "zip" | "ole" | "text" | ForeignKind {
  if (bytes.length === 0) return "empty";
  const head = Buffer.from(bytes.subarray(0, LONGEST_SIGNATURE)).toString("hex");
  return SIGNATURES.find(([signature]) => head.startsWith(signature))?.[1] ?? "text";
}

/** Tells whether decoded text is a delimited table, a web page or something else in disguise. */
export function sniffText(text: string): "delimited" | "html" | ForeignKind {
  const start = text.slice(0, 4_096).trimStart();
  if (text.trim() === "") return "empty";
  if (BINARY.test(text)) return "unknown";
  return MARKUP.find(([pattern]) => pattern.test(start))?.[1] ?? "delimited";
}

/** Tells by the names of its parts what a zip file is. */
export function sniffParts(names: readonly string[]): "xlsx" | "ods" | ForeignKind {
  const parts = new Set(names.map((name) => name.toLowerCase()));
  const holds = (folder: string) => [...parts].some((name) => name.startsWith(folder));
  if (parts.has("xl/workbook.bin")) return "xlsb";
  if (parts.has("ofd.xml")) return "ofd";
  if (parts.has("meta-inf/manifest.xml") || parts.has("content.xml")) return "ods";
  if (!parts.has("[content_types].xml")) return "archive";
  if (holds("word/")) return "docx";
  if (holds("ppt/")) return "pptx";
  return "xlsx";
}

/** Tells by the names of its streams what an OLE compound file is. */
export function sniffStreams(names: readonly string[]): "xls" | "encrypted" | ForeignKind {
  const streams = new Set(names.map((name) => name.toLowerCase()));
  if (streams.has("encryptedpackage") || streams.has("encryptioninfo")) return "encrypted";
  if (streams.has("workbook") || streams.has("book")) return "xls";
  if (streams.has("worddocument")) return "doc";
  if (streams.has("powerpoint document")) return "ppt";
  return "unknown";
}
