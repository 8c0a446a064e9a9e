import { createHash } from "node:crypto";

/** The SHA-256 of bytes, in lower-case hex. */
export function fingerprint(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The same of bytes that come piece by piece; no more than a piece is held. */
export async function fingerprintPieces(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of pieces) hash.update(piece);
  return hash.digest("hex");
}
