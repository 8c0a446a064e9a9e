import { compareText } from "../model/text-order.ts";
import { decodeBagPath, encodeBagPath } from "./bag-path.ts";
import { splitLines } from "./tag-lines.ts";

/** A line of a manifest. */
export interface ManifestEntry {
  readonly path: string; // from the bag's folder, as it is meant
  readonly written: string; // as it stands
  readonly digest: string; // hex, as written
  readonly line: number; // from 1
  readonly mark: "path-asterisk" | "path-dot-slash" | null; // what stands before the path and says nothing
}

/** A manifest by its name: of the payload or of the tag files. */
export interface ManifestName {
  readonly file: string;
  readonly isOfTags: boolean;
  readonly algorithm: string; // as written
}

/** Entries in the order of the file, and the numbers of lines that are none. */
export interface ManifestLines {
  readonly entries: readonly ManifestEntry[];
  readonly malformed: readonly number[];
}

/** What a file's name says of it as a manifest; undefined where it is none. */
export function parseManifestName(file: string): ManifestName | undefined {
  const [, tag, algorithm] = /^(tag)?manifest-([a-z0-9_-]+)\.txt$/i.exec(file) ?? [];
  return algorithm === undefined ? undefined : { file, isOfTags: tag !== undefined, algorithm };
}

/**
 * Reads a manifest: digest, blanks, path. An asterisk before the path is that of md5sum and says nothing.
 *
 * @param hasEscapedPercent as in decodeBagPath
 */
export function parseManifest(text: string, hasEscapedPercent: boolean): ManifestLines {
  const entries: ManifestEntry[] = [];
  const malformed: number[] = [];
  for (const [index, written] of splitLines(text).entries()) {
    const [, digest, asterisk, path] = /^([0-9a-f]+)[ \t]+(\*?)(.+)$/is.exec(written) ?? [];
    if (digest === undefined || path === undefined) malformed.push(index + 1);
    else {
      const mark = asterisk ? "path-asterisk" : path.startsWith("./") ? "path-dot-slash" : null;
      entries.push({ path: decodeBagPath(path, hasEscapedPercent), written: path, digest, line: index + 1, mark });
    }
  }
  return { entries, malformed };
}

/** Writes a manifest in the one form that bags of ours have: by path, lower-case hex, two blanks, LF. */
export function renderManifest(entries: readonly Pick<ManifestEntry, "path" | "digest">[]): string {
  return [...entries]
    .sort((a, b) => compareText(a.path, b.path))
    .map(({ path, digest }) => `${digest.toLowerCase()}  ${encodeBagPath(path)}\n`)
    .join("");
}
