/** A mail taken apart: its headers unfolded, by name in small letters, and the parts below them. */
export interface MailEntity {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly bytes: Buffer; // of a part without parts, decoded
  readonly parts: readonly MailEntity[];
}

/** Takes a mail apart by RFC 5322 and RFC 2046, without the library that made it. */
export function parseMail(raw: string): MailEntity {
  const end = raw.indexOf("\r\n\r\n");
  const headers = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n")
    .map((line): [string, string] => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    });
  const body = raw.slice(end + 4);
  const header = (name: string) => headers.find(([own]) => own === name)?.[1] ?? "";
  const [, boundary] = /boundary="([^"]+)"/.exec(header("content-type")) ?? [];
  if (boundary !== undefined) {
    const pieces = body.split(`--${boundary}`).slice(1, -1);
    return { headers, bytes: Buffer.alloc(0), parts: pieces.map((piece) => parseMail(piece.replace(/^\r\n/, ""))) };
  }
  const isBase64 = /base64/i.test(header("content-transfer-encoding"));
  const bytes = isBase64 ? Buffer.from(body.replace(/\s/g, ""), "base64") : Buffer.from(body, "latin1");
  return { headers, bytes, parts: [] };
}

/** A header by its name; "" where there is none. */
export function headerOf({ headers }: MailEntity, name: string): string {
  return headers.find(([own]) => own === name)?.[1] ?? "";
}

/** Reads encoded words (RFC 2047, B and Q, UTF-8) out of a header. */
export function decodeWords(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      /b/i.test(kind)
        ? Buffer.from(text, "base64").toString("utf8")
        : Buffer.from(
            text
              .replace(/_/g, " ")
              .replace(/=([0-9A-F]{2})/gi, (_hex, code) => String.fromCharCode(Number.parseInt(code, 16))),
            "latin1",
          ).toString("utf8"),
    );
}
