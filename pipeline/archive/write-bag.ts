import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeThrough } from "../write-through.ts";
import { leadsOut, normalBagPath } from "./bag-path.ts";
import { SEAL_ALGORITHMS, SEALED_BY } from "./check-seal.ts";
import { digestBytes } from "./digests.ts";
import { renderManifest } from "./manifest.ts";
import { renderTagLines } from "./tag-lines.ts";

/** A file to be packed; its bytes are asked for once, when it is its turn. */
export interface PackedFile {
  readonly path: string; // from the bag's folder; NFC, with slashes
  readonly bytes: () => Uint8Array;
  readonly sha256?: string; // hex; given where it is known already
}

/** What a bag is to hold. */
export interface BagContent {
  readonly payload: readonly PackedFile[]; // below data/
  readonly late?: () => Promise<readonly PackedFile[]>; // of the payload too, asked for once the rest of it is written
  readonly tagFiles: (payload: readonly DigestedFile[]) => Promise<readonly PackedFile[]>; // beside data/, made once it is written
  readonly info: readonly (readonly [label: string, value: string])[]; // without Payload-Oxum, Bag-Size and agent
  readonly version: string; // of this program
}

/** A file as it was packed. */
export interface DigestedFile {
  readonly path: string;
  readonly bytes: number;
  readonly digests: Readonly<Record<string, string>>; // by sha256, sha512 and sm3; lower-case hex
}

/**
 * Writes a bag of version 1.0 (RFC 8493) into a folder: payload, tag files, manifests, bag-info.txt, tag manifests.
 *
 * Every file is on the disk when it returns. The same content gives the same bytes.
 *
 * @param folder there, and empty
 * @throws RangeError for a path that leads out, is not NFC, or is there already in other case; what the system says of writing
 */
export async function writeBag(
  folder: string,
  { payload, late, tagFiles, info, version }: BagContent,
): Promise<readonly DigestedFile[]> {
  const isOfPayload = (path: string) => path.startsWith("data/");
  requireSafePaths(payload, isOfPayload);
  const packed = payload.map((file) => writeFile(folder, file));
  if (late) {
    const rest = await late();
    requireSafePaths([...payload, ...rest], isOfPayload);
    packed.push(...rest.map((file) => writeFile(folder, file)));
  }
  const tags = await tagFiles(packed);
  requireSafePaths(
    tags,
    (path) => !path.startsWith("data/") && !/^(?:bagit|bag-info|(?:tag)?manifest-.*)\.txt$/.test(path),
  );
  const bytes = packed.reduce((sum, file) => sum + file.bytes, 0);
  const text = (path: string, content: string): PackedFile => ({
    path,
    bytes: () => new TextEncoder().encode(content),
  });
  const counted = [
    ["Bag-Size", humanSize(bytes)],
    ["Payload-Oxum", `${bytes}.${packed.length}`],
    ["Bag-Software-Agent", `${SEALED_BY}/${version}`],
  ] as const;
  const beside = [
    ...tags,
    text("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
    ...SEAL_ALGORITHMS.map((algorithm) => text(`manifest-${algorithm}.txt`, manifestOf(packed, algorithm))),
    text("bag-info.txt", renderTagLines([...info, ...counted])),
  ].map((file) => writeFile(folder, file));
  for (const algorithm of SEAL_ALGORITHMS) {
    writeFile(folder, text(`tagmanifest-${algorithm}.txt`, manifestOf(beside, algorithm)));
  }
  return [...packed, ...beside];
}

function requireSafePaths(files: readonly PackedFile[], isInPlace: (path: string) => boolean): void {
  const known = new Set<string>();
  for (const { path } of files) {
    const plain = path.toLowerCase();
    if (leadsOut(path) || path !== normalBagPath(path) || !isInPlace(path) || known.has(plain)) {
      throw new RangeError(`cannot be packed: ${JSON.stringify(path)}`);
    }
    known.add(plain);
  }
}

function writeFile(folder: string, { path, bytes: ask }: PackedFile): DigestedFile {
  const bytes = ask();
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeThrough(file, [bytes]);
  return { path, bytes: bytes.length, digests: digestBytes(bytes, [...SEAL_ALGORITHMS, "sm3"]) };
}

function manifestOf(files: readonly DigestedFile[], algorithm: string): string {
  return renderManifest(files.map(({ path, digests }) => ({ path, digest: digests[algorithm] ?? "" })));
}

function humanSize(bytes: number): string {
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
