import type { CellFormat, Sheet } from "../model/cell.ts";
import { readDelimited } from "./delimited.ts";
import { decodeText } from "./encoding.ts";
import type { ReadLimits } from "./limits.ts";
import { checkMarkup } from "./part-guard.ts";
import { unsupported } from "./refusal.ts";
import { sniffBytes, sniffParts, sniffText } from "./sniff.ts";
import { openZip } from "./zip-guard.ts";

/** The sheets of a file, and the format they came in. */
export interface FormattedSheets {
  readonly format: CellFormat;
  readonly sheets: readonly Sheet[];
}

/**
 * Tells by its content what a file is and reads its sheets.
 *
 * @param file base name, for messages
 * @throws PipelineError FILE_TOO_LARGE, FILE_UNREADABLE, FORMAT_UNSUPPORTED
 */
export async function readSheets(bytes: Buffer, file: string, limits: ReadLimits): Promise<FormattedSheets> {
  const kind = sniffBytes(bytes);
  switch (kind) {
    case "zip":
      return readZipped(bytes, file, limits);
    case "ole": {
      const { readXls } = await import("./xls.ts");
      return { format: "xls", sheets: await readXls(bytes, file, limits) };
    }
    case "text":
      return readText(bytes, file, limits);
    default:
      throw unsupported(file, kind);
  }
}

async function readZipped(bytes: Buffer, file: string, limits: ReadLimits): Promise<FormattedSheets> {
  const parts = await openZip(bytes, file, limits);
  const kind = sniffParts([...parts.keys()]);
  if (kind === "xlsx" || kind === "ods") checkMarkup(parts, file, limits);
  switch (kind) {
    case "xlsx": {
      const { readXlsx } = await import("./xlsx.ts");
      return { format: "xlsx", sheets: readXlsx(parts, file, limits) };
    }
    case "ods": {
      const { readOds } = await import("./ods.ts");
      return { format: "ods", sheets: readOds(parts, file, limits) };
    }
    default:
      throw unsupported(file, kind);
  }
}

async function readText(bytes: Buffer, file: string, limits: ReadLimits): Promise<FormattedSheets> {
  const text = withoutDosEnd(decodeText(bytes, file));
  const kind = sniffText(text);
  switch (kind) {
    case "delimited":
      return { format: "csv", sheets: [readDelimited(text, file, limits)] };
    case "html": {
      const { readHtml } = await import("./html.ts");
      return { format: "html", sheets: [readHtml(text, file, limits)] };
    }
    default:
      throw unsupported(file, kind);
  }
}

/** Exports of old FoxPro systems end with Ctrl-Z. */
function withoutDosEnd(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === "\u001a") end -= 1;
  return text.slice(0, end);
}
