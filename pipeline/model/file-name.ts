const LONGEST_NAME = 255; // bytes, of most file systems
const STRAY_BYTE = /([\udc80-\udcff])/u; // alone, in no pair
const STRAY_BYTES = new RegExp(STRAY_BYTE, "gu");

/**
 * The name or path of a file as text, whatever bytes the system has it in: UTF-8 as what it says, each byte that is no part
 * of any as one of U+DC80 to U+DCFF (PEP 383). `bytesOfPath` gives the same bytes back.
 */
export function pathOfBytes(bytes: Uint8Array): string {
  const whole = textOf(bytes);
  if (whole !== undefined) return whole;
  let path = "";
  for (let at = 0; at < bytes.length; ) {
    const length = [1, 2, 3, 4].find((count) => textOf(bytes.subarray(at, at + count)) !== undefined);
    path += length ? textOf(bytes.subarray(at, at + length)) : String.fromCharCode(0xdc00 + (bytes[at] ?? 0));
    at += length ?? 1;
  }
  return path;
}

/** The bytes of such a name or path. */
export function bytesOfPath(path: string): Buffer {
  const pieces = path.split(STRAY_BYTE);
  return Buffer.concat(
    pieces.map((piece, at) => (at % 2 ? Buffer.of(piece.charCodeAt(0) & 0xff) : Buffer.from(piece))),
  );
}

/** What the system is given for a path: the text itself, or its bytes where they are not UTF-8. */
export function pathOnDisk(path: string): string | Buffer {
  return STRAY_BYTE.test(path) ? bytesOfPath(path) : path;
}

/** A path as text that any store keeps: every path has another key. */
export function pathKey(path: string): string {
  return path.replace(STRAY_BYTES, (byte) => `//${(byte.charCodeAt(0) & 0xff).toString(16)}`); // no path has //
}

/**
 * A name as its writer saw it: UTF-8, else GB18030, in which Windows in Chinese, unzip and FTP write names.
 *
 * @returns undefined for what is neither, as UTF-8 with a character cut off, and for what would be too long for a name
 */
export function readableName(name: string): string | undefined {
  if (!STRAY_BYTE.test(name)) return name;
  if (isDamagedText(name)) return undefined;
  try {
    const read = new TextDecoder("gb18030", { fatal: true }).decode(bytesOfPath(name));
    return /[\p{Cc}\p{Co}\p{Cn}]/u.test(read) || Buffer.byteLength(read) > LONGEST_NAME ? undefined : read;
  } catch {
    return undefined; // the answer is that it is not GB18030
  }
}

/** A path for people: each name readable, or as far as it is UTF-8, with � for the rest. */
export function shownPath(path: string): string {
  if (!STRAY_BYTE.test(path)) return path;
  const parts = path.split("/");
  return parts.map((name) => readableName(name) ?? name.replace(STRAY_BYTES, "\ufffd")).join("/");
}

function textOf(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes).toString("utf8");
  return Buffer.from(text).equals(bytes) ? text : undefined;
}

/** Mostly Chinese in UTF-8, which would pass for GB18030 as nonsense; by chance a name in GB18030 has little of it. */
function isDamagedText(name: string): boolean {
  const chinese = name.match(/[\u3000-\u9fff\uff00-\uffef]/g)?.length ?? 0;
  return chinese * 3 > Buffer.byteLength(name.replace(/[\0-\x7f]/g, "").replace(STRAY_BYTES, "x")) / 2;
}
