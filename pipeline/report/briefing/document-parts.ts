import { type Document, Packer } from "docx";
import { strToU8 } from "fflate";
import type { Parts } from "../package.ts";

/** What docx packs files with; it keeps it to itself. */
interface Compiling {
  readonly compiler: { readonly compile: (document: Document) => ReadonlyMap<string, string | Uint8Array> };
}

/**
 * The parts of a document that docx has made, unpacked.
 *
 * docx gives them out in a packed file only, and packing that and unpacking it again would take a quarter of the time of
 * a briefing.
 */
export function documentParts(document: Document): Parts {
  const { compiler } = Packer as unknown as Compiling;
  const files = [...compiler.compile(document)];
  return Object.fromEntries(files.map(([path, data]) => [path, typeof data === "string" ? strToU8(data) : data]));
}
