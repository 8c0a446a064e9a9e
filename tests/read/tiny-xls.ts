import { CFB } from "@e965/xlsx";

/** A BIFF record: its type and its data as hex or bytes. */
export type TinyRecord = readonly [type: number, data: string | Uint8Array];

/** A sheet of an .xls as a test writes it. */
export interface TinyBiffSheet {
  readonly name: string | Uint8Array; // bytes: one byte or two a character, as BIFF5 has it
  readonly state?: 0 | 1 | 2;
  readonly kind?: 0 | 1 | 2 | 6;
  readonly records: readonly TinyRecord[];
}

interface TinyBook {
  readonly version?: 0x0500 | 0x0600;
  readonly globals?: readonly TinyRecord[];
  readonly sheets: readonly TinyBiffSheet[];
}

const EOF: TinyRecord = [0x000a, ""];

/** An .xls written record by record: for what no library would write. */
export function tinyXls(book: TinyBook): Buffer {
  const stream = book.version === 0x0500 ? "/Book" : "/Workbook";
  return oleFile({ [stream]: tinyStream(book) });
}

/** An OLE compound file with these streams. */
export function oleFile(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const container = CFB.utils.cfb_new({ root: "R" });
  for (const [path, bytes] of Object.entries(streams)) CFB.utils.cfb_add(container, path, Buffer.from(bytes));
  return Buffer.from(CFB.write(container, { type: "buffer", fileType: "cfb" }));
}

/** The Workbook stream alone. */
export function tinyStream({ version = 0x0600, globals = [], sheets }: TinyBook): Buffer {
  const bof = (kind: number): TinyRecord => [0x0809, u16(version, kind, 0x0dbb, 0x07cc, 0, 0, 6, 0)];
  const head = (positions: readonly number[]) =>
    records([bof(5), ...globals, ...sheets.map((sheet, i) => boundSheet(sheet, positions[i] ?? 0, version)), EOF]);
  const bodies = sheets.map(({ records: own }) => records([bof(0x10), ...own, EOF]));
  const start = head([]).length;
  const positions = bodies.map((_, i) => start + bodies.slice(0, i).reduce((sum, body) => sum + body.length, 0));
  return Buffer.concat([head(positions), ...bodies]);
}

/** Little-endian 16-bit words. */
export function u16(...words: readonly number[]): Buffer {
  const bytes = Buffer.alloc(words.length * 2);
  words.forEach((word, i) => {
    bytes.writeUInt16LE(word, i * 2);
  });
  return bytes;
}

/** A NUMBER record. Row and column from 0. */
export function numberRecord(row: number, column: number, value: number, style = 0): TinyRecord {
  return [0x0203, Buffer.concat([u16(row, column, style), f64(value)])];
}

/** A LABEL record: `text` as UTF-16 in BIFF8, as bytes of the code page in BIFF5. */
export function labelRecord(row: number, column: number, text: string | Uint8Array, style = 0): TinyRecord {
  const body =
    typeof text === "string"
      ? [u16(text.length), Buffer.of(1), Buffer.from(text, "utf16le")]
      : [u16(text.length), Buffer.from(text)];
  return [0x0204, Buffer.concat([u16(row, column, style), ...body])];
}

/** A FORMULA record 1+1 with its cached result as eight bytes. */
export function formulaRecord(row: number, column: number, result: Uint8Array, flags: number): TinyRecord {
  const onePlusOne = Buffer.from("1e01001e010003", "hex");
  return [0x0006, Buffer.concat([u16(row, column, 0), result, u16(flags, 0, 0, onePlusOne.length), onePlusOne])];
}

/** An IEEE double. */
export function f64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

/** An XF record of BIFF8. */
export function styleRecord({ format = 0, indent = 0 }): TinyRecord {
  return [0x00e0, Buffer.concat([u16(0, format, 1, 0x20, indent), Buffer.alloc(10)])];
}

function boundSheet({ name, state = 0, kind = 0 }: TinyBiffSheet, position: number, version: number): TinyRecord {
  const start = Buffer.alloc(6);
  start.writeUInt32LE(position);
  start.writeUInt8(state, 4);
  start.writeUInt8(kind, 5);
  const text = typeof name === "string" ? Buffer.from(name, "utf16le") : Buffer.from(name);
  const length = version === 0x0600 ? Buffer.of(text.length / 2, 1) : Buffer.of(text.length);
  return [0x0085, Buffer.concat([start, length, text])];
}

function records(all: readonly TinyRecord[]): Buffer {
  return Buffer.concat(
    all.flatMap(([type, data]) => {
      const body = typeof data === "string" ? Buffer.from(data, "hex") : Buffer.from(data);
      return [u16(type, body.length), body];
    }),
  );
}
