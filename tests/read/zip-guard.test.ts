import { strToU8, type Zippable, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { DEFAULT_READ_LIMITS, type ReadLimits } from "../../pipeline/read/limits.ts";
import { openZip } from "../../pipeline/read/zip-guard.ts";
import { codeOf, refusalOf } from "./read-bytes.ts";

const PARTS = { "xl/a.xml": strToU8("<a>1</a>"), "xl/b.xml": strToU8("<b/>") };
const CENTRAL_ENTRY = Buffer.from("504b0102", "hex");

function open(parts: Zippable | Uint8Array, limits: Partial<ReadLimits> = {}) {
  const bytes = parts instanceof Uint8Array ? parts : zipSync(parts);
  return openZip(Buffer.from(bytes), "a.xlsx", { ...DEFAULT_READ_LIMITS, ...limits });
}

/** The same zip with a 32-bit field of its first directory entry overwritten. */
function withField(parts: Zippable, offset: number, value: number): Buffer {
  const bytes = Buffer.from(zipSync(parts));
  bytes.writeUInt32LE(value, bytes.indexOf(CENTRAL_ENTRY) + offset);
  return bytes;
}

describe("openZip(bytes, file, limits)", () => {
  it("returns every part by its name in lower case", async () => {
    const parts = await open({
      "xl/A.xml": strToU8("<a/>"),
      "[Content_Types].xml": strToU8("<T/>"),
      "xl/": new Uint8Array(),
    });
    expect([...parts].map(([name, bytes]) => [name, String(bytes)])).toEqual([
      ["xl/a.xml", "<a/>"],
      ["[content_types].xml", "<T/>"],
    ]);
  });

  it.each([
    ["unpacked size", { inflatedBytes: 11 }, "1 KB"],
    ["number of parts", { zipEntries: 1 }, "1 个"],
    ["ratio", { inflationRatio: 0.01 }, "0.01 倍"],
  ])("refuses what is beyond the limit of %s, and names it", async (_, limits, named) => {
    const refusal = await refusalOf(() => open(PARTS, limits));
    expect(refusal.code).toBe("FILE_TOO_LARGE");
    expect(refusal.message).toContain(named);
    expect(refusal.location).toEqual({ file: "a.xlsx" });
  });

  it("lets what is just within the limits pass", async () => {
    expect((await open(PARTS, { inflatedBytes: 12, zipEntries: 2, inflationRatio: 1 })).size).toBe(2);
  });

  it("refuses a bomb by its ratio", async () => {
    expect(await codeOf(() => open({ "xl/a.xml": new Uint8Array(20_000_000) }))).toBe("FILE_TOO_LARGE");
  });

  it.each(["../evil.xml", "xl/../../evil.xml", "/etc/passwd", "C:/evil.xml", "xl\\..\\evil.xml", "..", "a\u0000b"])(
    "refuses a part named %j",
    async (name) => {
      expect(await codeOf(() => open({ [name]: strToU8("x") }))).toBe("FILE_UNREADABLE");
    },
  );

  it("takes .. for a part of a name where it is one", async () => {
    expect([...(await open({ "xl/a..xml": strToU8("x") })).keys()]).toEqual(["xl/a..xml"]);
  });

  it.each([
    ["case", { "xl/a.xml": strToU8("1"), "XL/A.xml": strToU8("2") }],
    ["slash", { "xl/a.xml": strToU8("1"), "xl\\a.xml": strToU8("2") }],
  ])("refuses two parts whose names differ by %s only", async (_, parts) => {
    expect(await codeOf(() => open(parts))).toBe("FILE_UNREADABLE");
  });

  it.each([
    ["its CRC", withField(PARTS, 16, 1)],
    ["a smaller size than it has", withField(PARTS, 24, 3)],
    ["a larger size than it has", withField(PARTS, 24, 30)],
    ["an offset outside the file", withField(PARTS, 42, 100_000)],
    ["a wrong offset within the file", withField(PARTS, 42, 3)],
  ])("refuses a part that lies about %s", async (_, bytes) => {
    expect(await codeOf(() => open(bytes))).toBe("FILE_UNREADABLE");
  });

  it("refuses a changed digit that still unpacks", async () => {
    const bytes = Buffer.from(zipSync({ "xl/a.xml": [strToU8("<v>5.3</v>"), { level: 0 }] }));
    bytes.write("8", bytes.indexOf("5.3"));
    expect(await codeOf(() => open(bytes))).toBe("FILE_UNREADABLE");
  });

  it("asks for the password of an encrypted zip to be taken off", async () => {
    const bytes = Buffer.from(zipSync(PARTS));
    bytes.writeUInt16LE(1, bytes.indexOf(CENTRAL_ENTRY) + 8);
    const refusal = await refusalOf(() => open(bytes));
    expect([refusal.code, refusal.hint]).toEqual(["FILE_UNREADABLE", "请去掉打开密码，另存后重新上传"]);
  });
});
