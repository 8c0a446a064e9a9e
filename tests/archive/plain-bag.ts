import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { scratchFolder } from "../support/scratch-home.ts";

/** How a bag is made that this program did not write. */
interface PlainBag {
  readonly version?: string;
  readonly algorithms?: readonly string[];
  readonly payload?: Readonly<Record<string, string>>; // by path below data/
  readonly info?: string | null; // null for none
  readonly encoding?: string;
  readonly written?: (path: string) => string; // as manifests write it
  readonly encode?: (text: string) => Uint8Array; // of tag files
}

const PAYLOAD = { "a.txt": "first\n", "b/c.txt": "second\n" };

/** Makes a bag, line by line from the standard's words, in a folder of the test's own. */
export function plainBag({
  version = "1.0",
  algorithms = ["sha512"],
  payload = PAYLOAD,
  info,
  encoding = "UTF-8",
  written = (path) => path,
  encode = (text) => new TextEncoder().encode(text),
}: PlainBag = {}): string {
  const folder = scratchFolder();
  put(folder, "bagit.txt", `BagIt-Version: ${version}\nTag-File-Character-Encoding: ${encoding}\n`);
  mkdirSync(join(folder, "data"));
  for (const [path, text] of Object.entries(payload)) put(folder, `data/${path}`, text);
  const bytes = Object.values(payload).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const oxum = `Payload-Oxum: ${bytes}.${Object.keys(payload).length}\n`;
  if (info !== null) put(folder, "bag-info.txt", encode(info ?? oxum));
  const listed = Object.keys(payload).map((path) => `data/${path}`);
  const lines = (paths: readonly string[], algorithm: string) =>
    encode(paths.map((path) => `${digest(folder, path, algorithm)}  ${written(path)}\n`).join(""));
  for (const algorithm of algorithms) put(folder, `manifest-${algorithm}.txt`, lines(listed, algorithm));
  const tags = [
    "bagit.txt",
    ...(info === null ? [] : ["bag-info.txt"]),
    ...algorithms.map((algorithm) => `manifest-${algorithm}.txt`),
  ];
  for (const algorithm of algorithms) put(folder, `tagmanifest-${algorithm}.txt`, lines(tags, algorithm));
  return folder;
}

/** Writes a file of a bag, with the folders above it. */
export function put(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Changes the text of a file of a bag. */
export function edit(folder: string, path: string, change: (text: string) => string): void {
  put(folder, path, change(readFileSync(join(folder, path), "utf8")));
}

/** Digests a file of a bag; lower-case hex. */
export function digest(folder: string, path: string, algorithm = "sha512"): string {
  return createHash(algorithm)
    .update(readFileSync(join(folder, path)))
    .digest("hex");
}
