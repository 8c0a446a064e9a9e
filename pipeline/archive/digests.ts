import { createHash, getHashes } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";

const PIECE_BYTES = 1024 * 1024;

/** Names as manifests write them, "sha512" or "sha3256", to the names of this machine's OpenSSL. */
const ALGORITHMS: ReadonlyMap<string, string> = new Map(
  getHashes()
    .filter((name) => !/^(?:RSA-|id-)|With|-RSA/i.test(name))
    .map((name) => [plainName(name), name]),
);

/** Digests of one file, in lower-case hex, and its size. */
export interface FileDigests {
  readonly bytes: number;
  readonly digests: Readonly<Record<string, string>>; // by algorithm as asked for
}

/** Tells whether files can be digested by this algorithm here; case, hyphens and underscores do not count (RFC 8493, 2.4). */
export function isKnownAlgorithm(name: string): boolean {
  return ALGORITHMS.has(plainName(name));
}

/** How many hex digits a digest has; undefined where the algorithm is not known or has no length of its own. */
export function digestLength(name: string): number | undefined {
  if (!isKnownAlgorithm(name)) return undefined;
  return digestBytes(new Uint8Array(), [name])[name]?.length;
}

/** Digests bytes by several algorithms; lower-case hex, by the names given. @throws RangeError for one not known */
export function digestBytes(bytes: Uint8Array, algorithms: readonly string[]): Readonly<Record<string, string>> {
  const hashes = makeHashes(algorithms);
  for (const [, hash] of hashes) hash.update(bytes);
  return Object.fromEntries(hashes.map(([name, hash]) => [name, hash.digest("hex")]));
}

/** Digests a file of any size, piece by piece, by several algorithms at once. @throws what the system says of reading it */
export function digestFile(path: string, algorithms: readonly string[]): FileDigests {
  const hashes = makeHashes(algorithms);
  const descriptor = openSync(path, "r");
  const piece = Buffer.allocUnsafe(PIECE_BYTES);
  let bytes = 0;
  try {
    for (let read = readSync(descriptor, piece); read > 0; read = readSync(descriptor, piece)) {
      for (const [, hash] of hashes) hash.update(piece.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(descriptor);
  }
  return { bytes, digests: Object.fromEntries(hashes.map(([name, hash]) => [name, hash.digest("hex")])) };
}

function makeHashes(algorithms: readonly string[]) {
  return algorithms.map((name) => {
    const known = ALGORITHMS.get(plainName(name));
    if (known === undefined) throw new RangeError(`no such digest: ${name}`);
    return [name, createHash(known)] as const;
  });
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
