import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkBag } from "../../pipeline/archive/check-bag.ts";
import { type BagContent, writeBag } from "../../pipeline/archive/write-bag.ts";
import { scratchFolder } from "../support/scratch-home.ts";
import { edit } from "./plain-bag.ts";

const CONTENT: BagContent = {
  payload: [
    { path: "data/简报/正文.docx", bytes: () => Buffer.from("briefing") },
    { path: "data/100%\r\nsure", bytes: () => Buffer.alloc(70_000, 7) },
    { path: "data/empty", bytes: () => new Uint8Array() },
  ],
  tagFiles: async (payload) => [{ path: "metadata/sm3.txt", bytes: () => Buffer.from(JSON.stringify(payload)) }],
  info: [
    ["Source-Organization", "通辽市发展和改革委员会"],
    ["External-Description", "two\nlines"],
  ],
  version: "0.1.0",
};

async function written(content = CONTENT): Promise<string> {
  const folder = scratchFolder();
  await writeBag(folder, content);
  return folder;
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

describe("writeBag(folder, content)", () => {
  it("writes a bag in which nothing is found", async () => {
    const folder = await written();
    expect(checkBag(folder)).toMatchObject({ ok: true, isSealed: true, files: 3, bytes: 70_008, problems: [] });
    expect(filesOf(folder)).toEqual([
      ...["bag-info.txt", "bagit.txt", "data/100%\r\nsure", "data/empty", "data/简报/正文.docx"],
      ...["manifest-sha256.txt", "manifest-sha512.txt", "metadata/sm3.txt"],
      ...["tagmanifest-sha256.txt", "tagmanifest-sha512.txt"],
    ]);
    expect(readFileSync(join(folder, "manifest-sha256.txt"), "utf8")).toMatch(
      /^[0-9a-f]{64} {2}data\/100%25%0D%0Asure\n/,
    );
    expect(readFileSync(join(folder, "bag-info.txt"), "utf8")).toMatch(
      /^Source-Organization: .+\nExternal-Description: two lines\nBag-Size: 70.0 KB\nPayload-Oxum: 70008.3\nBag-Software-Agent: jindu\/0.1.0\n$/,
    );
  });

  it("digests by sm3 what a tag file is to tell", async () => {
    const [first] = JSON.parse(readFileSync(join(await written(), "metadata/sm3.txt"), "utf8"));
    expect(first).toMatchObject({ path: "data/简报/正文.docx", bytes: 8 });
    expect(first.digests.sm3).toMatch(/^[0-9a-f]{64}$/);
  });

  it("writes the same bytes again", async () => {
    const [one, other] = [await written(), await written()];
    for (const path of filesOf(one)) expect(readFileSync(join(one, path))).toEqual(readFileSync(join(other, path)));
  });

  it.each(["../x", "/x", "data/../../x", "C:/x", "elsewhere", "data/u\u0308", "data/x\0"])(
    "refuses the path %j",
    async (path) => {
      await expect(written({ ...CONTENT, payload: [{ path, bytes: () => new Uint8Array() }] })).rejects.toThrow(
        RangeError,
      );
    },
  );

  it("refuses two paths that differ in case", async () => {
    const payload = ["data/A", "data/a"].map((path) => ({ path, bytes: () => new Uint8Array() }));
    await expect(written({ ...CONTENT, payload })).rejects.toThrow(RangeError);
  });

  it.each(["data/two\u2028lines", "data/two\u2029lines"])("packs %j, which editors show on two lines", async (path) => {
    const payload = [{ path, bytes: () => new Uint8Array() }];
    expect(checkBag(await written({ ...CONTENT, payload })).problems).toEqual([]);
  });

  it("packs any name that a system lets be", async () => {
    const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).map((text) => text.normalize("NFC"));
    const names = fc.uniqueArray(
      name.filter((text) => !/[/\\\0]/.test(text) && !/^\.{1,2}$/.test(text) && Buffer.byteLength(text) < 250),
      { selector: (text) => text.toLowerCase(), minLength: 1, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(names, async (texts) => {
        const payload = texts.map((text) => ({ path: `data/${text}`, bytes: () => Buffer.from(text) }));
        const folder = await written({ ...CONTENT, payload });
        const { problems } = checkBag(folder);
        rmSync(folder, { recursive: true });
        expect(problems).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe("checkBag(folder) of a bag of ours", () => {
  it("finds every byte that changes, wherever it stands", async () => {
    const folder = await written();
    const files = filesOf(folder).map((path) => join(folder, path));
    const small = files.map((file) => [file, readFileSync(file)] as const).filter(([, bytes]) => bytes.length < 2000);
    const unnoticed: string[] = [];
    for (const [file, bytes] of small) {
      for (let at = 0; at < bytes.length; at += 37) {
        for (const flip of [0x20, 0x01, 0xff]) {
          const changed = Buffer.from(bytes);
          changed[at] = (changed[at] ?? 0) ^ flip;
          writeFileSync(file, changed);
          if (checkBag(folder).ok) unnoticed.push(`${file} ${at} ^${flip}`);
        }
      }
      writeFileSync(file, bytes);
    }
    expect(unnoticed).toEqual([]);
    expect(checkBag(folder).ok).toBe(true);
  });

  it.each<[string, (folder: string) => void, string]>([
    [
      "capitals in a tag manifest",
      (bag) => edit(bag, "tagmanifest-sha512.txt", (text) => text.toUpperCase()),
      "not-sealed",
    ],
    ["a tag manifest gone", (bag) => rmSync(join(bag, "tagmanifest-sha256.txt")), "manifest-missing"],
    [
      "a line of a tag manifest gone",
      (bag) => edit(bag, "tagmanifest-sha256.txt", (text) => text.replace(/^.*bagit.txt\n/m, "")),
      "file-unlisted",
    ],
    ["a tag file put in", (bag) => writeFileSync(join(bag, "note.txt"), ""), "file-unlisted"],
  ])("finds %s", async (_, damage, code) => {
    const folder = await written();
    damage(folder);
    expect(checkBag(folder).problems.map((problem) => problem.code)).toContain(code);
    expect(checkBag(folder).ok).toBe(false);
  });
});
