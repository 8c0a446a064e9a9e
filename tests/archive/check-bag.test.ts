import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type BagReport, checkBag } from "../../pipeline/archive/check-bag.ts";
import { digest, edit, plainBag, put } from "./plain-bag.ts";

const found = ({ problems }: BagReport) => problems.map(({ code, path, line }) => [code, path, line]);

/** A tag manifest less, so that one damage to a tag file is one problem. */
function uncovered(...given: Parameters<typeof plainBag>): string {
  const folder = plainBag(...given);
  rmSync(join(folder, "tagmanifest-sha512.txt"), { force: true });
  return folder;
}

describe("checkBag(folder) of a valid bag", () => {
  it.each([
    ["version 1.0", plainBag],
    ["version 0.97", () => plainBag({ version: "0.97", algorithms: ["md5"] })],
    ["version 0.93", () => plainBag({ version: "0.93", algorithms: ["sha1"], info: null })],
    [
      "every usual digest at once",
      () => plainBag({ algorithms: ["md5", "sha1", "sha224", "sha256", "sha384", "sha512"] }),
    ],
    ["a digest that few know", () => plainBag({ algorithms: ["sha3-256", "sm3"] })],
    ["no bag-info.txt", () => plainBag({ info: null })],
    ["no payload at all", () => plainBag({ payload: {} })],
    ["an empty file", () => plainBag({ payload: { ".keep": "" } })],
    ["blanks and Chinese in names", () => plainBag({ payload: { "二季度 简报.docx": "x", " a": "y" } })],
    [
      "a bag in a bag",
      () => plainBag({ payload: { "bag/bagit.txt": "no", "bag/data/x": "x", "bag/manifest-md5.txt": "" } }),
    ],
    ["tags that repeat", () => plainBag({ info: "Contact-Name: a\nContact-Name: b\n" })],
    ["a tag over two lines", () => plainBag({ info: "External-Description: one\n  two\n\tthree: four\n" })],
    [
      "names with escapes",
      () =>
        plainBag({
          payload: { "a\nb": "x", "c\rd": "y", "100%": "z", "%0A": "w" },
          written: (path) => path.replaceAll("%", "%25").replaceAll("\n", "%0A").replaceAll("\r", "%0d"),
        }),
    ],
    ["a percent sign before 1.0", () => plainBag({ version: "0.97", payload: { "100%25": "x" } })],
    ["./ before paths", () => plainBag({ written: (path) => `./${path}` })],
    ["the asterisk of md5sum", () => plainBag({ written: (path) => `*${path}` })],
    [
      "tag files in Latin 1",
      () =>
        plainBag({
          ...{ version: "0.97", encoding: "ISO-8859-1", info: "Contact-Name: Nú\n", payload: { Núñez: "x" } },
          encode: (text) => Buffer.from(text, "latin1"),
        }),
    ],
    [
      "tag files in UTF-16",
      () =>
        plainBag({
          ...{ version: "0.97", encoding: "UTF-16" },
          encode: (text) => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, "utf16le").swap16()]),
        }),
    ],
    [
      "digests in capitals, a tab, and CR LF",
      () => {
        const folder = uncovered();
        edit(folder, "manifest-sha512.txt", (text) =>
          text
            .replace(/^\w+/gm, (hex) => hex.toUpperCase())
            .replaceAll("  ", "\t")
            .replaceAll("\n", "\r\n"),
        );
        return folder;
      },
    ],
    [
      "before 1.0, each file in one of two manifests",
      () => {
        const folder = uncovered({ version: "0.97", algorithms: ["md5", "sha512"] });
        rmSync(join(folder, "tagmanifest-md5.txt"));
        edit(folder, "manifest-md5.txt", (text) => text.split("\n").slice(1).join("\n"));
        edit(folder, "manifest-sha512.txt", (text) => `${text.split("\n")[0]}\n`);
        return folder;
      },
    ],
    [
      "a link to a file in the bag",
      () => {
        const folder = plainBag();
        renameSync(join(folder, "data/a.txt"), join(folder, "kept.txt"));
        symlinkSync("../kept.txt", join(folder, "data/a.txt"));
        return folder;
      },
    ],
  ])("%s: finds no error", (_, make) => {
    const report = checkBag(make());
    const told = /^(?:tag-unlisted|path-dot-slash|path-asterisk)$/; // warnings: conformance.test.ts
    expect(found(report).filter(([code]) => !told.test(String(code)))).toEqual([]);
    expect(report.ok).toBe(true);
  });
});

describe("checkBag(folder) of a bag with a damage", () => {
  const A = createHash("sha512").update("first\n").digest("hex"); // of data/a.txt
  it.each<[string, (folder: string) => void, readonly (readonly [string, string, number | null])[]]>([
    ["bagit.txt gone", (bag) => rmSync(join(bag, "bagit.txt")), [["declaration-missing", "bagit.txt", null]]],
    [
      "bagit.txt of three lines",
      (bag) => edit(bag, "bagit.txt", (text) => `${text}x\n`),
      [["declaration-malformed", "bagit.txt", null]],
    ],
    [
      "a blank before the colon in bagit.txt",
      (bag) => edit(bag, "bagit.txt", (text) => text.replace(":", " :")),
      [["declaration-malformed", "bagit.txt", null]],
    ],
    [
      "a BOM in bagit.txt",
      (bag) => edit(bag, "bagit.txt", (text) => `\uFEFF${text}`),
      [["text-unreadable", "bagit.txt", null]],
    ],
    [
      "version 2.0",
      (bag) => edit(bag, "bagit.txt", (text) => text.replace("1.0", "2.0")),
      [["version-unknown", "bagit.txt", 1]],
    ],
    [
      "an encoding that is none",
      (bag) => edit(bag, "bagit.txt", (text) => text.replace("UTF-8", "KLINGON")),
      [["encoding-unknown", "bagit.txt", 2]],
    ],
    ["no manifest", (bag) => rmSync(join(bag, "manifest-sha512.txt")), [["manifest-missing", "", null]]],
    [
      "a digest that nobody knows",
      (bag) => put(bag, "manifest-rot13.txt", `${A}  data/a.txt\n${A}  data/b/c.txt\n`),
      [["algorithm-unknown", "manifest-rot13.txt", null]],
    ],
    [
      "a manifest that is not UTF-8",
      (bag) => put(bag, "manifest-md5.txt", Buffer.from([0xff, 0xfe, 0xc0])),
      [["text-unreadable", "manifest-md5.txt", null]],
    ],
    [
      "a line without a path",
      (bag) => edit(bag, "manifest-sha512.txt", (text) => `${text}abc\n`),
      [["line-malformed", "manifest-sha512.txt", 3]],
    ],
    [
      "a digest cut short",
      (bag) => edit(bag, "manifest-sha512.txt", (text) => text.slice(1)),
      [
        ["digest-differs", "data/a.txt", null],
        ["digest-malformed", "manifest-sha512.txt", 1],
      ],
    ],
    ["a changed byte", (bag) => edit(bag, "data/a.txt", () => "f1rst\n"), [["digest-differs", "data/a.txt", null]]],
    [
      "a file gone",
      (bag) => rmSync(join(bag, "data/b/c.txt")),
      [
        ["oxum-differs", "bag-info.txt", 1],
        ["file-missing", "data/b/c.txt", null],
      ],
    ],
    [
      "a file too many",
      (bag) => put(bag, "data/new.txt", ""),
      [
        ["oxum-differs", "bag-info.txt", 1],
        ["file-unlisted", "data/new.txt", null],
      ],
    ],
    [
      "all of data/ gone",
      (bag) => rmSync(join(bag, "data"), { recursive: true }),
      [
        ["oxum-differs", "bag-info.txt", 1],
        ["payload-missing", "data", null],
        ["file-missing", "data/a.txt", null],
        ["file-missing", "data/b/c.txt", null],
      ],
    ],
    [
      "a path up a level",
      (bag) => edit(bag, "manifest-sha512.txt", (text) => `${text}${A}  data/../../etc/passwd\n`),
      [["path-unsafe", "manifest-sha512.txt", 3]],
    ],
    [
      "a path up a level, the other slash",
      (bag) => edit(bag, "manifest-sha512.txt", (text) => `${text}${A}  data\\..\\..\\x\n`),
      [["path-unsafe", "manifest-sha512.txt", 3]],
    ],
    [
      "an absolute path",
      (bag) => edit(bag, "manifest-sha512.txt", (text) => `${text}${A}  /etc/passwd\n`),
      [["path-unsafe", "manifest-sha512.txt", 3]],
    ],
    [
      "a drive",
      (bag) => edit(bag, "manifest-sha512.txt", (text) => `${text}${A}  C:\\x\n`),
      [["path-unsafe", "manifest-sha512.txt", 3]],
    ],
    [
      "a home",
      (bag) => edit(bag, "manifest-sha512.txt", (text) => `${text}${A}  ~/x\n`),
      [["path-unsafe", "manifest-sha512.txt", 3]],
    ],
    [
      "a tag file in the payload's manifest",
      (bag) => edit(bag, "manifest-sha512.txt", (text) => `${text}${digest(bag, "bagit.txt")}  bagit.txt\n`),
      [["path-misplaced", "manifest-sha512.txt", 3]],
    ],
    [
      "payload in the tags' manifest",
      (bag) => put(bag, "tagmanifest-sha512.txt", `${A}  data/a.txt\n`),
      [
        ["tag-unlisted", "bag-info.txt", null],
        ["tag-unlisted", "bagit.txt", null],
        ["tag-unlisted", "manifest-sha512.txt", null],
        ["path-misplaced", "tagmanifest-sha512.txt", 1],
      ],
    ],
    [
      "a file listed twice",
      (bag) => edit(bag, "manifest-sha512.txt", (text) => text + text),
      [
        ["path-repeated", "manifest-sha512.txt", 3],
        ["path-repeated", "manifest-sha512.txt", 4],
      ],
    ],
    [
      "a second manifest that lists less",
      (bag) => put(bag, "manifest-md5.txt", `${digest(bag, "data/a.txt", "md5")}  data/a.txt\n`),
      [["file-unlisted", "data/b/c.txt", null]],
    ],
    [
      "two manifests that disagree",
      (bag) =>
        put(
          bag,
          "manifest-md5.txt",
          `${"0".repeat(32)}  data/a.txt\n${digest(bag, "data/b/c.txt", "md5")}  data/b/c.txt\n`,
        ),
      [["digest-differs", "data/a.txt", null]],
    ],
    [
      "an Oxum of no form",
      (bag) => put(bag, "bag-info.txt", "Payload-Oxum: thirteen\n"),
      [["oxum-malformed", "bag-info.txt", 1]],
    ],
    ["another Oxum", (bag) => put(bag, "bag-info.txt", "Payload-Oxum: 13.3\n"), [["oxum-differs", "bag-info.txt", 1]]],
    [
      "an Oxum twice",
      (bag) => put(bag, "bag-info.txt", "Payload-Oxum: 13.2\npayload-oxum: 13.2\n"),
      [["oxum-repeated", "bag-info.txt", 2]],
    ],
    [
      "a line of bag-info.txt without a colon",
      (bag) => put(bag, "bag-info.txt", "Contact\n"),
      [["line-malformed", "bag-info.txt", 1]],
    ],
    [
      "a blank before the colon in bag-info.txt",
      (bag) => put(bag, "bag-info.txt", "Contact : x\n"),
      [["line-malformed", "bag-info.txt", 1]],
    ],
    [
      "a file still to be fetched",
      (bag) => {
        rmSync(join(bag, "data/a.txt"));
        put(bag, "fetch.txt", "http://localhost/a 6 data/a.txt\n");
      },
      [
        ["oxum-differs", "bag-info.txt", 1],
        ["fetch-needed", "data/a.txt", null],
      ],
    ],
    [
      "something to fetch that no manifest lists",
      (bag) => put(bag, "fetch.txt", "http://localhost/z - data/z\n"),
      [
        ["fetch-needed", "data/z", null],
        ["fetch-unlisted", "fetch.txt", 1],
      ],
    ],
    [
      "a way out in fetch.txt",
      (bag) => put(bag, "fetch.txt", "http://localhost/z 1 data/../../z\nnonsense\n"),
      [
        ["path-unsafe", "fetch.txt", 1],
        ["line-malformed", "fetch.txt", 2],
      ],
    ],
    [
      "a link out of the bag",
      (bag) => {
        rmSync(join(bag, "data/a.txt"));
        symlinkSync("/etc/hostname", join(bag, "data/a.txt"));
      },
      [
        ["oxum-differs", "bag-info.txt", 1],
        ["file-missing", "data/a.txt", null],
        ["link-outside", "data/a.txt", null],
      ],
    ],
    [
      "a folder that is a link",
      (bag) => symlinkSync("b", join(bag, "data/again")),
      [["link-outside", "data/again", null]],
    ],
    [
      "a link round in a circle",
      (bag) => symlinkSync("round", join(bag, "data/round")),
      [["link-outside", "data/round", null]],
    ],
    ["a pipe", (bag) => execFileSync("mkfifo", [join(bag, "data/pipe")]), [["special-file", "data/pipe", null]]],
    [
      "a folder where a file was",
      (bag) => {
        rmSync(join(bag, "data/a.txt"));
        mkdirSync(join(bag, "data/a.txt"));
      },
      [
        ["oxum-differs", "bag-info.txt", 1],
        ["file-missing", "data/a.txt", null],
      ],
    ],
  ])("%s: is found, and nothing else", (_, damage, expected) => {
    const folder = uncovered();
    damage(folder);
    const report = checkBag(folder);
    expect(found(report)).toEqual(expected);
    expect(report.ok).toBe(false);
  });

  it.each<[string, () => string, readonly (readonly [string, string, number | null])[]]>([
    [
      "a changed tag file",
      () => {
        const bag = plainBag();
        edit(bag, "bag-info.txt", (text) => `${text}X: y\n`);
        return bag;
      },
      [["digest-differs", "bag-info.txt", null]],
    ],
    [
      "a tag file gone",
      () => {
        const bag = plainBag();
        rmSync(join(bag, "bag-info.txt"));
        return bag;
      },
      [["file-missing", "bag-info.txt", null]],
    ],
    ["nothing there", () => join(plainBag(), "nothing"), [["not-a-folder", "", null]]],
    ["a file", () => join(plainBag(), "bagit.txt"), [["not-a-folder", "", null]]],
    [
      "the same file twice with two digests, before 1.0",
      () => {
        const bag = uncovered({ version: "0.97" });
        edit(bag, "manifest-sha512.txt", (text) => `${text}${"0".repeat(128)}  data/a.txt\n`);
        return bag;
      },
      [["path-repeated", "manifest-sha512.txt", 3]],
    ],
  ])("%s: is found", (_, make, expected) => {
    const report = checkBag(make());
    expect([found(report), report.ok]).toEqual([expected, false]);
  });

  it("finds all damages of a bag at once", () => {
    const folder = uncovered();
    edit(folder, "data/a.txt", () => "f1rst\n");
    edit(folder, "manifest-sha512.txt", (text) => `${text}?\n${A}  ../x\n`);
    put(folder, "data/new.txt", "");
    expect(found(checkBag(folder)).map(([code]) => code)).toEqual([
      "oxum-differs",
      "digest-differs",
      "file-unlisted",
      "line-malformed",
      "path-unsafe",
    ]);
  });
});

describe("checkBag(folder) of a bag to be wary of", () => {
  it.each<[string, () => string, readonly (readonly [string, string, number | null])[]]>([
    [
      "a name composed differently",
      () => {
        const bag = uncovered({ payload: { "N\u00fa": "x" }, info: null });
        renameSync(join(bag, "data/N\u00fa"), join(bag, "data/Nu\u0301"));
        return bag;
      },
      [["name-not-normal", "data/Nu\u0301", null]],
    ],
    [
      "two names that differ in case",
      () => uncovered({ payload: { A: "x", a: "y" } }),
      [["name-conflict", "data/a", null]],
    ],
    [
      "a percent sign not escaped",
      () => uncovered({ payload: { "100%": "x" } }),
      [["percent-unescaped", "manifest-sha512.txt", 1]],
    ],
    [
      "a line twice, before 1.0",
      () => {
        const bag = uncovered({ version: "0.97" });
        edit(bag, "manifest-sha512.txt", (text) => text + text.split("\n")[0]);
        return bag;
      },
      [["path-repeated-alike", "manifest-sha512.txt", 3]],
    ],
    [
      "a day twice",
      () => uncovered({ info: "Bagging-Date: 2023-07-25\nBagging-Date: 2023-07-26\n" }),
      [["tag-repeated", "bag-info.txt", 2]],
    ],
    [
      "a tag file that no manifest covers",
      () => {
        const bag = plainBag();
        put(bag, "notes.txt", "");
        return bag;
      },
      [["tag-unlisted", "notes.txt", null]],
    ],
    [
      "a file with a percent sign that was fetched already",
      () => {
        const bag = uncovered({ payload: { "100%.csv": "x" }, written: (path) => path.replace("%", "%25") });
        put(bag, "fetch.txt", "http://localhost/1 1 data/100%25.csv\n");
        return bag;
      },
      [["fetch-present", "data/100%.csv", null]],
    ],
    [
      "what was fetched already",
      () => {
        const bag = uncovered();
        put(bag, "fetch.txt", "http://localhost/a 6 data/a.txt\n");
        return bag;
      },
      [["fetch-present", "data/a.txt", null]],
    ],
  ])("%s: is told, and is no error", (_, make, expected) => {
    const report = checkBag(make());
    expect([found(report), report.ok]).toEqual([expected, true]);
  });
});
