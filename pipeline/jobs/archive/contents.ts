import type { PackedFile } from "../../archive/write-bag.ts";
import { PipelineError } from "../../errors.ts";
import type { ReadLimits } from "../../read/limits.ts";
import { sniffBytes, sniffText } from "../../read/sniff.ts";
import { openZip, type Parts } from "../../read/zip-guard.ts";

/** What looking into a file came to. */
export interface SeenFile {
  readonly path: string;
  readonly isLasting: boolean; // content and ending are of a format of GB/T 18894-2016, or plain text
  readonly isOpened: boolean; // false where there was no looking into it: damaged, encrypted, of an unknown kind
  readonly isActive: boolean; // it holds macros, links or objects of other programs
}

const ENDINGS = {
  zip: /\.(?:xlsx|docx|et)$/i,
  ole: /\.(?:xls|et)$/i,
  pdf: /\.pdf$/i,
  text: /\.(?:csv|txt)$/i,
} as const;

/** Parts of Office Open XML and of OpenDocument that do something or bring something from elsewhere; in lower case. */
const ACTIVE_PART =
  /(?:^|\/)(?:vbaproject\.bin$|macrosheets\/|dialogsheets\/|externallinks\/|embeddings\/|activex\/|customui\/|connections\.xml$|querytables\/|basic\/|scripts\/|dialogs\/|object \d+\/)/;

/** In content.xml of OpenDocument: events, scripts, and tables, ranges and DDE of other files. */
const ACTIVE_ODF = /<(?:office:event-listeners|office:dde-source|script:|table:table-source|table:cell-range-source)/;

/** In [Content_Types].xml: whatever the parts are called. */
const ACTIVE_TYPE = /macroenabled|vbaproject|macrosheet|oleobject|activex|externallink/i;

/** Names of streams and storages of an .xls: a VBA project, and objects of other programs. */
const ACTIVE_STREAMS = ["_VBA_PROJECT", "ObjectPool", "MBD0", "\u0001Ole"].map((name) => Buffer.from(name, "utf16le"));

/**
 * In an .xls: a macro sheet (BoundSheet8 of type 1), a link to another book (SupBook with a path); [MS-XLS] 2.4.28, 2.4.271. By
 * their bytes wherever these stand: too much suspicion costs a look, too little a macro.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a record is made of
const ACTIVE_RECORD = /\x85\x00[\x07-\x60]\x00.{4}[\x00-\x02]\x01|\xae\x01.{5}\x00[\x00\x01]\x01/s;

/** In a page: whatever runs, loads or leads elsewhere. */
const ACTIVE_MARKUP =
  /<(?:script|object|embed|iframe|applet|meta\s+http-equiv\s*=\s*"?refresh)|\bon\w+\s*=|javascript:/i;

/** In a table of text: a field that asks another program (DDE). */
const ACTIVE_TEXT = /(?:^|[,;\t"])\s*[=+@-][^,;\t\n]*\|/m;

/** Looks into a file by its content, whatever it is called. */
export async function lookInto({ path, bytes: ask }: PackedFile, limits: ReadLimits): Promise<SeenFile> {
  const bytes = Buffer.from(ask());
  const kind = sniffBytes(bytes);
  const seen = (ending: RegExp | null, isOpened: boolean, isActive: boolean): SeenFile => {
    return { path, isLasting: isOpened && (ending?.test(path) ?? false), isOpened, isActive };
  };
  if (kind === "zip") {
    const parts = await partsOf(bytes, path, limits);
    if (parts === null) return seen(null, false, false);
    return seen(isOfficeXml(parts) ? ENDINGS.zip : null, true, isActiveZip(parts));
  }
  const raw = bytes.toString("latin1");
  if (kind === "ole")
    return seen(ENDINGS.ole, true, ACTIVE_RECORD.test(raw) || ACTIVE_STREAMS.some((name) => bytes.includes(name)));
  if (kind === "pdf") return seen(ENDINGS.pdf, true, /\/(?:JavaScript|JS|Launch|EmbeddedFile|OpenAction)\b/.test(raw));
  if (kind !== "text") return seen(null, kind === "empty", false);
  const text = sniffText(raw);
  if (text === "delimited") return seen(ENDINGS.text, true, ACTIVE_TEXT.test(raw));
  return seen(null, text !== "unknown", ACTIVE_MARKUP.test(raw));
}

/** Null for what is damaged, encrypted or beyond the limits. */
async function partsOf(bytes: Buffer, path: string, limits: ReadLimits): Promise<Parts | null> {
  try {
    return await openZip(bytes, path, limits);
  } catch (error) {
    if (error instanceof PipelineError) return null;
    throw error;
  }
}

function isOfficeXml(parts: Parts): boolean {
  return parts.has("[content_types].xml") && [...parts.keys()].some((part) => /^(?:xl|word)\//.test(part));
}

function isActiveZip(parts: Parts): boolean {
  const text = (part: string) => parts.get(part)?.toString("utf8") ?? "";
  return (
    [...parts.keys()].some((part) => ACTIVE_PART.test(part)) ||
    ACTIVE_TYPE.test(text("[content_types].xml")) ||
    ACTIVE_ODF.test(text("content.xml"))
  );
}
