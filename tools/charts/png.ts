import { inflateSync } from "node:zlib";

const SIGNATURE_BYTES = 8;
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 }; // by the PNG's type of colour: with and without alpha

/** An image as red, green and blue of each pixel, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly at: (x: number, y: number) => readonly [number, number, number];
}

/** Reads a PNG as programs of office suites write them. @throws RangeError unless it has 8 bits a channel and no palette */
export function readPng(bytes: Buffer): Pixels {
  const chunks = chunksOf(bytes);
  const head = chunks.find(({ type }) => type === "IHDR")?.data;
  const channels = CHANNELS[head?.[9] ?? -1];
  if (head?.[8] !== 8 || channels === undefined || head[12] !== 0) throw new RangeError("a PNG of another kind");
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const packed = Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data));
  const rows = unfiltered(inflateSync(packed), width * channels, height, channels);
  const at = (x: number, y: number) => {
    const from = (y * width + x) * channels;
    return [rows[from] ?? 0, rows[from + 1] ?? 0, rows[from + 2] ?? 0] as const;
  };
  return { width, height, at };
}

function chunksOf(bytes: Buffer): readonly { readonly type: string; readonly data: Buffer }[] {
  const chunks = [];
  for (let at = SIGNATURE_BYTES; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks.push({ type: bytes.toString("latin1", at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** Each row is written as differences, in the way that its first byte says (PNG specification, section 9). */
function unfiltered(raw: Buffer, rowBytes: number, height: number, step: number): Uint8Array {
  const rows = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (rowBytes + 1)] ?? 0;
    for (let x = 0; x < rowBytes; x += 1) {
      const here = y * rowBytes + x;
      const left = x >= step ? (rows[here - step] ?? 0) : 0;
      const up = y > 0 ? (rows[here - rowBytes] ?? 0) : 0;
      const corner = x >= step && y > 0 ? (rows[here - rowBytes - step] ?? 0) : 0;
      rows[here] = (raw[y * (rowBytes + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return rows;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return Math.floor((left + up) / 2);
  return filter === 4 ? nearest(left + up - corner, [left, up, corner]) : 0;
}

function nearest(wanted: number, values: readonly number[]): number {
  return values.reduce((best, value) => (Math.abs(value - wanted) < Math.abs(best - wanted) ? value : best));
}
