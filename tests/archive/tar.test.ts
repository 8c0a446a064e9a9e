import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTar, type TarEntry } from "../../pipeline/archive/tar-read.ts";
import { appendBytes, appendFile, endTar } from "../../pipeline/archive/tar-write.ts";
import { bytesOfPath, pathOfBytes, pathOnDisk } from "../../pipeline/model/file-name.ts";
import { scratchFolder } from "../support/scratch-home.ts";

/** Linux says that it has 4096 bytes; reading it comes to an end before. */
const SHORTER = "/sys/devices/system/cpu/online";

const HAS_GNU_TAR = /GNU tar/.test(spawnSync("tar", ["--version"], { encoding: "utf8" }).stdout ?? "");

const SLASH = 0x2f;

/** Names that some system or program gives, or none should. */
const ODD_NAMES: readonly (readonly [what: string, name: Buffer])[] = [
  ["a line break", Buffer.from("a\nb.xlsx")],
  ["what looks like a record of its own", Buffer.from("a\n11 path=b\n")],
  ["every control character", Buffer.from(Array.from({ length: 31 }, (_, index) => index + 1).concat(0x7f))],
  ["blanks at its ends", Buffer.from(" a ")],
  ["backslashes that seem to lead up", Buffer.from("..\\..\\a")],
  ["GBK", Buffer.from([0xb1, 0xed, 0x2e, 0x78])],
  ["GBK and a line break", Buffer.from([0xb1, 0xed, 0x0a])],
  ["no encoding, as long as names get", Buffer.alloc(255, 0xff)],
  ["as many bytes as a header holds", Buffer.alloc(100 - "0/".length, "x")],
  ["one byte less", Buffer.alloc(99 - "0/".length, "x")],
  ["255 bytes of Chinese", Buffer.from("长".repeat(85))],
  ["halves of characters", Buffer.from([0xed, 0xb2, 0x80])],
];

const anyName = fc
  .oneof(
    fc.uint8Array({ min: 1, minLength: 1, maxLength: 255 }),
    fc.uint8Array({ min: 1, max: 0x7e, minLength: 1, maxLength: 120 }),
    fc.string({ unit: "binary", minLength: 1, maxLength: 60 }).map((text) => Buffer.from(text)),
    fc.constantFrom(...ODD_NAMES.map(([, name]) => name)),
  )
  .map((bytes) => Buffer.from(bytes).subarray(0, 255))
  .filter((name) => !name.includes(0) && !name.includes(SLASH) && !/^\.{1,2}$/.test(name.toString("latin1")));

function makeTar(paths: readonly string[], file: (index: number) => string): string {
  const made = join(scratchFolder(), "made.tar");
  const tar = openSync(made, "ax");
  for (const [index, path] of paths.entries()) appendFile(tar, path, file(index));
  endTar(tar);
  closeSync(tar);
  return made;
}

function entriesOf(tar: string): readonly (TarEntry & { readonly text: string })[] {
  const entries: (TarEntry & { readonly text: string })[] = [];
  readTar(tar, (entry, pieces) => {
    entries.push({ ...entry, text: Buffer.concat([...pieces].map((piece) => Buffer.from(piece))).toString() });
  });
  return entries;
}

/** What GNU tar makes of it; what it warns of is wrong too, but for the record that names are bytes, of which it knows nothing. */
function gnuTar(tar: string, ...words: readonly string[]): Buffer {
  const { status, stdout, stderr } = spawnSync("tar", ["--file", tar, ...words]);
  const warnings = stderr.toString().replace(/^.*Ignoring unknown extended header keyword .hdrcharset.$/gm, "");
  expect([status, warnings.trim()]).toEqual([0, ""]);
  return stdout;
}

function expectSameNames(paths: readonly string[]): void {
  const folder = scratchFolder();
  for (const index of paths.keys()) writeFileSync(join(folder, `${index}`), `${index}`);
  const tar = makeTar(paths, (index) => join(folder, `${index}`));
  expect(entriesOf(tar).map(({ path, text }) => [path, text])).toEqual(paths.map((path, index) => [path, `${index}`]));
  if (!HAS_GNU_TAR) return;
  const lines = paths.map((path) => Buffer.concat([bytesOfPath(path), Buffer.from("\n")]));
  expect(gnuTar(tar, "--list", "--quoting-style=literal").equals(Buffer.concat(lines))).toBe(true);
  const out = join(folder, "out");
  mkdirSync(out);
  gnuTar(tar, "--extract", "--directory", out);
  for (const [index, path] of paths.entries())
    expect(readFileSync(pathOnDisk(join(out, path)), "utf8")).toBe(`${index}`);
}

describe("a tar", () => {
  it.each(ODD_NAMES)("holds a file whose name is %s", (_what, name) => {
    expectSameNames([`0/${pathOfBytes(name)}`]);
  });

  it("holds files under any names and paths, which GNU tar lists and extracts the same", () => {
    const path = fc.array(anyName, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(path, { minLength: 30, maxLength: 40 }), (all) => {
        expectSameNames(all.map((names, index) => [`${index}`, ...names.map(pathOfBytes)].join("/")));
      }),
      { numRuns: 6 },
    );
  });

  it("holds paths of every length about those at which its header and its records change", () => {
    const lengths = [85, 960].flatMap((from) => Array.from({ length: 40 }, (_, more) => from + more));
    const folders = `${"x".repeat(50)}/`.repeat(20);
    expectSameNames(lengths.map((length) => `长${length}/${folders.slice(0, length - 8)}x`));
  });

  it.each([
    ["1601, the zero of Windows", "1601-01-01T00:00:00Z", 0],
    ["the last second before 1970", "1969-12-31T23:59:59Z", 0],
    ["1970", "1970-01-01T00:00:00Z", 0],
    ["2243, more than a header holds", "2243-01-01T00:00:00Z", 0o77777777777],
    ["2023", "2023-07-15T00:00:00Z", Date.parse("2023-07-15T00:00:00Z") / 1000],
  ])("holds a file dated %s", (_what, date, expected) => {
    const file = join(scratchFolder(), "a");
    writeFileSync(file, "");
    utimesSync(file, new Date(date), new Date(date));
    const isKept = statSync(file).mtimeMs === Date.parse(date); // not every file system goes that far
    const tar = makeTar(["表", "a"], () => file);
    if (isKept) expect(entriesOf(tar).map(({ seconds }) => seconds)).toEqual([expected, expected]);
    if (HAS_GNU_TAR) gnuTar(tar, "--list", "--verbose");
  });

  it.each([
    ["a record that is longer than all", "99 path=a\n"],
    ["a record that ends elsewhere", "9 path=ab\n"],
    ["a record of no length", "0 path=a\n"],
    ["a record of another kind", "13 size=1000\n"],
    ["another set of characters", "19 hdrcharset=ABC\n9 path=a\n"],
    ["no path", "21 hdrcharset=BINARY\n"],
  ])("is refused with %s", (_what, records) => {
    const file = join(scratchFolder(), "a.tar");
    const tar = openSync(file, "wx");
    appendBytes(tar, "pax", Buffer.from(records));
    appendBytes(tar, "a", Buffer.from("a"));
    endTar(tar);
    closeSync(tar);
    writeFileSync(file, asPax(readFileSync(file)));
    expect(() => entriesOf(file)).toThrow(RangeError);
  });
});

/** Makes the first file of a tar the records of the second. */
function asPax(tar: Buffer): Buffer {
  const sum = Number.parseInt(tar.toString("latin1", 148, 154), 8) + "x".charCodeAt(0) - "0".charCodeAt(0);
  tar.write("x", 156, "latin1");
  tar.write(sum.toString(8).padStart(6, "0"), 148, "latin1");
  return tar;
}

describe("appendFile(tar, path, file)", () => {
  it.skipIf(!existsSync(SHORTER))("leaves out a file that becomes shorter while it is read, and goes on", () => {
    const file = join(scratchFolder(), "a");
    writeFileSync(file, "a");
    const tar = join(scratchFolder(), "b.tar");
    const descriptor = openSync(tar, "ax");
    const added = [file, SHORTER, file].map((one, at) => appendFile(descriptor, `文件${at}`, one));
    endTar(descriptor);
    closeSync(descriptor);
    expect(added.map((one) => one?.bytes)).toEqual([1, undefined, 1]);
    expect(entriesOf(tar).map(({ path, text }) => [path, text])).toEqual([
      ["文件0", "a"],
      ["文件2", "a"],
    ]);
  });
});
