import { deflateSync } from "node:zlib";
import type { Pixels } from "./png.ts";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const RGB = 2; // the PNG's type of colour
const CRC_POLYNOMIAL = 0xedb88320;

/** How far apart the shades of a channel are that a picture keeps: sixteen of them, half the size of all 256. */
const SHADE = 17;

/** Writes a picture of a page as a small PNG: sixteen shades of red, green and blue each. */
export function writePng({ width, height, at }: Pixels): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height); // each begins with 0: as it is
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const shades = at(x, y).map((channel) => Math.round(channel / SHADE) * SHADE);
      rows.set(shades, y * (width * 3 + 1) + 1 + x * 3);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, RGB], 8);
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([SIGNATURE, chunk("IHDR", head), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** PNG specification, section 5.5. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? CRC_POLYNOMIAL : 0);
  }
  return ~crc >>> 0;
}
