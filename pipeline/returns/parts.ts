import { strToU8, unzipSync, zipSync } from "fflate";
import { UnusualXml } from "./xml.ts";

/** The parts of an Office file; those that nobody writes keep their bytes. */
export interface Parts {
  has(path: string): boolean;
  /** The text of a part. @throws UnusualXml if it is not there, or not in UTF-8 */
  read(path: string): string;
  write(path: string, text: string): void;
  /** A path that no part has: `xl/comments#.xml` with the first free number. */
  freePath(pattern: string): string;
  /** The same parts in the same order, what is new at the end; no clock in it. */
  close(): Uint8Array;
}

const COMPRESSION_LEVEL = 6;

/**
 * Opens an Office file that has already passed the guard of `read/`; never one that has not.
 *
 * Paths are told apart as office programs do: `/` for `\`, and without regard to case.
 *
 * @throws UnusualXml where this library cannot unpack what the guard could
 */
export function openParts(bytes: Uint8Array): Parts {
  const parts = new Map<string, { readonly path: string; readonly bytes: Uint8Array }>();
  for (const [path, part] of Object.entries(unpack(bytes))) {
    if (!path.endsWith("/")) parts.set(keyOf(path), { path, bytes: part });
  }
  const has = (path: string) => parts.has(keyOf(path));
  return {
    has,
    read: (path) => {
      const part = parts.get(keyOf(path));
      if (!part) throw new UnusualXml(`no part ${path}`);
      return decode(part.bytes);
    },
    write: (path, text) => {
      const old = parts.get(keyOf(path));
      parts.set(keyOf(path), { path: old?.path ?? path, bytes: strToU8(text) });
    },
    freePath: (pattern) => {
      let number = 1;
      while (has(pattern.replace("#", String(number)))) number += 1;
      return pattern.replace("#", String(number));
    },
    close: () => {
      // fflate reads the clock time in the zone of the machine, so the date is built in that zone too.
      const options = { level: COMPRESSION_LEVEL, mtime: new Date(1980, 0, 1), os: 0 } as const;
      return zipSync(Object.fromEntries([...parts.values()].map((part) => [part.path, part.bytes])), options);
    },
  };
}

function unpack(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes);
  } catch (cause) {
    throw new UnusualXml("not to be unpacked", { cause });
  }
}

function keyOf(path: string): string {
  return path.replaceAll("\\", "/").toLowerCase();
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new UnusualXml("not UTF-8", { cause });
  }
}

/** The path that a relationship of a part names: `../drawings/a.vml` of `xl/worksheets/b.xml` is `xl/drawings/a.vml`. */
export function resolvePath(owner: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps = owner.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}
