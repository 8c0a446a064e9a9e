import { type Document, Packer } from "docx";
import { strToU8, unzipSync } from "fflate";
import type { Parts } from "../package.ts";

/** What docx packs files with; it keeps it to itself, and another release may not have it. */
interface Compiling {
  readonly compiler?: { readonly compile?: (document: Document) => ReadonlyMap<string, string | Uint8Array> };
}

/**
 * The parts of a document that docx has made, unpacked.
 *
 * docx gives them out in a packed file only, and packing that and unpacking it again would take a quarter of the time of
 * a briefing: so the way around is taken only where its compiler is not to be had.
 */
export async function documentParts(document: Document, packer: unknown = Packer): Promise<Parts> {
  const { compiler } = packer as Compiling;
  if (typeof compiler?.compile !== "function") return unzipSync(await Packer.toBuffer(document));
  const files = [...compiler.compile(document)];
  return Object.fromEntries(files.map(([path, data]) => [path, typeof data === "string" ? strToU8(data) : data]));
}
