import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPng } from "../../tools/charts/png.ts";
import { writePng } from "../../tools/charts/write-png.ts";

describe("readPng(bytes)", () => {
  it("gives every pixel back, whatever way its row is written in", () => {
    const image = fc
      .record({
        width: fc.integer({ min: 1, max: 9 }),
        height: fc.integer({ min: 1, max: 9 }),
        channels: fc.constantFrom(3, 4),
      })
      .chain((size) =>
        fc.record({
          size: fc.constant(size),
          samples: fc.uint8Array({ minLength: 9 * 9 * 4, maxLength: 9 * 9 * 4 }),
          filters: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 9, maxLength: 9 }),
        }),
      );
    fc.assert(
      fc.property(image, ({ size: { width, height, channels }, samples, filters }) => {
        const pixels = readPng(png({ width, height, channels }, samples, filters));
        expect([pixels.width, pixels.height]).toEqual([width, height]);
        for (let y = 0; y < height; y += 1) {
          for (let x = 0; x < width; x += 1) {
            const from = (y * width + x) * channels;
            expect(pixels.at(x, y)).toEqual([...samples.slice(from, from + 3)]);
          }
        }
      }),
    );
  });

  it.each([
    ["a palette", 3, 8],
    ["16 bits a channel", 2, 16],
  ])("refuses %s", (_case, colourType, depth) => {
    const bytes = png({ width: 1, height: 1, channels: 3 }, new Uint8Array(4), [0]);
    bytes[8 + 8 + 8] = depth;
    bytes[8 + 8 + 9] = colourType;
    expect(() => readPng(bytes)).toThrow(RangeError);
  });
});

describe("writePng(pixels)", () => {
  it("keeps every pixel to the nearest of sixteen shades, in a file that reads back", () => {
    const shade = (x: number, y: number, channel: number) => (x * 37 + y * 91 + channel * 53) % 256;
    const at = (x: number, y: number) => [shade(x, y, 0), shade(x, y, 1), shade(x, y, 2)] as const;
    const bytes = writePng({ width: 70, height: 9, at });
    const read = readPng(bytes);
    expect([read.width, read.height]).toEqual([70, 9]);
    for (let x = 0; x < 70; x += 1) {
      for (let y = 0; y < 9; y += 1) {
        const apart = read.at(x, y).map((channel, index) => Math.abs(channel - (at(x, y)[index] ?? 0)));
        expect(Math.max(...apart)).toBeLessThanOrEqual(8);
        expect(read.at(x, y).every((channel) => channel % 17 === 0)).toBe(true);
      }
    }
    expect(bytes.subarray(-8).toString("hex")).toBe("49454e44ae426082"); // IEND and its check, as in every PNG
  });
});

interface Size {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

function png({ width, height, channels }: Size, samples: Uint8Array, filters: readonly number[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, channels === 3 ? 2 : 6], 8);
  const rowBytes = width * channels;
  const sample = (x: number, y: number) => (x < 0 || y < 0 ? 0 : (samples[y * rowBytes + x] ?? 0));
  const rows = Array.from({ length: height }, (_, y) => {
    const filter = filters[y] ?? 0;
    const row = Array.from({ length: rowBytes }, (_unused, x) => {
      const [left, up, corner] = [
        sample(x - channels, y),
        sample(x, y - 1),
        x < channels ? 0 : sample(x - channels, y - 1),
      ];
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      return (sample(x, y) - guess) & 255;
    });
    return [filter, ...row];
  });
  const data = deflateSync(Buffer.from(rows.flat()));
  const half = Math.floor(data.length / 2);
  const chunks = [chunk("IHDR", head), chunk("IDAT", data.subarray(0, half)), chunk("IDAT", data.subarray(half))];
  return Buffer.concat([Buffer.alloc(8), ...chunks, chunk("IEND", Buffer.alloc(0))]);
}

/** As the PNG specification words it. */
function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, "latin1"), data, Buffer.alloc(4)]);
}
