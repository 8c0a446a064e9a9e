import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkBag } from "../../pipeline/archive/check-bag.ts";
import { digest, edit, plainBag, put } from "./plain-bag.ts";

// Cases of https://github.com/LibraryOfCongress/bagit-conformance-suite by their names, each built anew.

const MD5 = { version: "0.97", algorithms: ["md5"] } as const;
const EMPTY = createHash("md5").update("").digest("hex");

type Given = Parameters<typeof plainBag>[0];

/** A bag with a damage done to it, no tag manifest in the way. */
function damaged(damage: (bag: string) => void, given: Given = MD5): string {
  const bag = plainBag(given);
  for (const algorithm of ["md5", "sha512"]) rmSync(join(bag, `tagmanifest-${algorithm}.txt`), { force: true });
  damage(bag);
  return bag;
}

const listed = (path: string) => () =>
  damaged((bag) => edit(bag, "manifest-md5.txt", (text) => `${text}${EMPTY}  ${path}\n`));

const toFetch = (path: string) => () => damaged((bag) => put(bag, "fetch.txt", `http://localhost/x - ${path}\n`));

/** Moves bag-info.txt to where it stood before version 0.96. */
function packageInfo(version: string, info?: string): string {
  return damaged((bag) => renameSync(join(bag, "bag-info.txt"), join(bag, "package-info.txt")), {
    ...{ version, algorithms: ["md5"] },
    ...(info === undefined ? {} : { info }),
  });
}

const REPEATED = "Contact-Name: a\nContact-Name: b\nExternal-Identifier: 1\nExternal-Identifier: 2\n";

describe("checkBag(folder) of valid bags", () => {
  it.each<[string, () => string]>([
    ...["0.93", "0.94", "0.95"].flatMap((version): [string, () => string][] => [
      [`v${version} basic-bag`, () => packageInfo(version)],
      [`v${version} duplicate-metadata-entries`, () => packageInfo(version, REPEATED)],
    ]),
    ...["0.96", "0.97"].flatMap((version): [string, () => string][] => [
      [`v${version} basic-bag`, () => plainBag({ version, algorithms: ["md5"] })],
      [`v${version} duplicate-metadata-entries`, () => plainBag({ version, algorithms: ["md5"], info: REPEATED })],
    ]),
    ...["sha1", "sha224", "sha256", "sha512"].map((algorithm): [string, () => string] => [
      `v0.97 basic-bag-${algorithm}`,
      () => plainBag({ version: "0.97", algorithms: [algorithm] }),
    ]),
    ["v0.97 minimal-bag", () => damaged(() => {}, { ...MD5, info: null, payload: {} })],
    ["v0.97 bag-in-a-bag", () => plainBag({ ...MD5, payload: { "bag/bagit.txt": "", "bag/data/x": "x" } })],
    ["v0.97 bag-with-encoded-names", () => plainBag({ ...MD5, payload: { "%7Edir2/%test2.txt": "", "d/~3": "" } })],
    ["v0.97 bag-with-escapable-characters", () => plainBag({ ...MD5, payload: { "with spaces & (signs)": "x" } })],
    ["v0.97 bag-with-space", () => plainBag({ ...MD5, payload: { "a b/ c .txt": "x" } })],
    ["v0.97 bag-with-leading-dot-slash-in-manifest", () => plainBag({ ...MD5, written: (path) => `./${path}` })],
    [
      "v0.97 holey-bag, local-fetch",
      () =>
        damaged((bag) => put(bag, "fetch.txt", "file:///x/a.txt 6 data/a.txt\nhttp://localhost/c\t-\tdata/b/c.txt\n")),
    ],
    [
      "v0.97 uncommon-metadata-separators",
      () =>
        plainBag({ ...MD5, info: "Contact-Name : a\nContact-Phone:1\nContact-Email:\tx\n  Bag-Count  :  1 of 1\n" }),
    ],
    ["v1.0 basicBag", plainBag],
    [
      "v1.0 line ends of every system",
      () => damaged((bag) => edit(bag, "manifest-sha512.txt", (text) => text.replaceAll("\n", "\r")), {}),
    ],
  ])("%s", (_, make) => {
    const { ok, problems } = checkBag(make());
    expect([ok, problems.filter(({ code }) => !/^(?:tag-unlisted|fetch-present|path-dot-slash)$/.test(code))]).toEqual([
      true,
      [],
    ]);
  });
});

describe("checkBag(folder) of invalid bags", () => {
  it.each<[string, () => string, string]>([
    [
      "v0.97 baginfo-missing-encoding",
      () => damaged((bag) => put(bag, "bagit.txt", "BagIt-Version: 0.97\n")),
      "declaration-malformed",
    ],
    [
      "v0.97 bom-in-bagit.txt",
      () => damaged((bag) => edit(bag, "bagit.txt", (text) => `\uFEFF${text}`)),
      "text-unreadable",
    ],
    [
      "v0.97, v1.0 bagit-with-invalid-whitespace",
      () => damaged((bag) => edit(bag, "bagit.txt", (text) => text.replace(": ", " : "))),
      "declaration-malformed",
    ],
    [
      "v0.97 invalid-version-number",
      () => damaged((bag) => edit(bag, "bagit.txt", (text) => text.replace("0.97", ".97"))),
      "declaration-malformed",
    ],
    ["v0.97 corrupt-data-file", () => damaged((bag) => edit(bag, "data/a.txt", () => "fjrst\n")), "digest-differs"],
    [
      "v0.97 corrupt-tag-file",
      () => {
        const bag = plainBag(MD5);
        edit(bag, "bag-info.txt", (text) => `${text}Note: x\n`);
        return bag;
      },
      "digest-differs",
    ],
    ["v0.97 extra-file-in-bag", () => damaged((bag) => put(bag, "data/bar", "")), "file-unlisted"],
    [
      "v0.97 missing-baginfo",
      () => {
        const bag = plainBag(MD5);
        rmSync(join(bag, "bag-info.txt"));
        return bag;
      },
      "file-missing",
    ],
    ["v0.97 missing-bagit.txt", () => damaged((bag) => rmSync(join(bag, "bagit.txt"))), "declaration-missing"],
    [
      "v0.97 same-filename-listed-twice-with-different-hashes",
      () => damaged((bag) => edit(bag, "manifest-md5.txt", (text) => `${text}${EMPTY}  data/a.txt\n`)),
      "path-repeated",
    ],
    [
      "v1.0 same-filename-listed-twice-with-different-hashes",
      () => damaged((bag) => edit(bag, "manifest-sha512.txt", (text) => `${text}${"0".repeat(128)}  data/a.txt\n`), {}),
      "path-repeated",
    ],
    [
      "v1.0 missing-from-manifest",
      () => damaged((bag) => edit(bag, "manifest-sha512.txt", (text) => text.split("\n").slice(1).join("\n")), {}),
      "file-unlisted",
    ],
    [
      "v1.0 manifests that do not list the same files",
      () =>
        damaged((bag) => edit(bag, "manifest-md5.txt", (text) => text.split("\n").slice(1).join("\n")), {
          algorithms: ["md5", "sha512"],
        }),
      "file-unlisted",
    ],
    ["an empty manifest", () => damaged((bag) => put(bag, "manifest-md5.txt", "")), "file-unlisted"],
    ["out-of-scope-file-paths-using-dot-notation", listed("data/../../README.md"), "path-unsafe"],
    ["out-of-scope-file-paths-using-dot-notation-for-fetch", toFetch("data/../../x"), "path-unsafe"],
    ["linux-only out-of-scope-file-paths-using-absolute-path", listed("/tmp/foo"), "path-unsafe"],
    ["linux-only out-of-scope-file-paths-using-absolute-path-for-fetch", toFetch("/tmp/foo"), "path-unsafe"],
    ["linux-only out-of-scope-file-paths-using-shortcut", listed("~/foo"), "path-unsafe"],
    ["linux-only out-of-scope-file-paths-using-shortcut-for-fetch", toFetch("~/foo"), "path-unsafe"],
    ["linux-only out-of-scope-file-paths-using-shortcut-username", listed("~root/foo"), "path-unsafe"],
    ["linux-only out-of-scope-file-paths-using-shortcut-username-for-fetch", toFetch("~root/foo"), "path-unsafe"],
    ["windows-only out-of-scope-file-paths-using-absolute-path", listed("C:\\Windows\\setx.exe"), "path-unsafe"],
    ["windows-only out-of-scope-file-paths-using-absolute-path-for-fetch", toFetch("C:\\Windows\\x"), "path-unsafe"],
    ["windows-only out-of-scope-file-paths-using-shortcut", listed("%HomeDrive%\\Windows\\setx.exe"), "path-unsafe"],
    ["windows-only out-of-scope-file-paths-using-shortcut-for-fetch", toFetch("%HomeDrive%\\x"), "path-unsafe"],
    ["windows-only out-of-scope-file-paths-using-unc", listed("\\\\?\\UNC\\server\\x.exe"), "path-unsafe"],
    ["windows-only out-of-scope-file-paths-using-unc-for-fetch", toFetch("\\\\?\\UNC\\server\\x"), "path-unsafe"],
  ])("%s", (_, make, code) => {
    const { ok, problems } = checkBag(make());
    expect([ok, problems.map((problem) => problem.code)]).toEqual([false, expect.arrayContaining([code])]);
  });
});

describe("checkBag(folder) of bags to be warned of", () => {
  const composed = "N\u00fa\u00f1ez";
  const hash = createHash("md5").update("x").digest("hex");
  it.each<[string, () => string, string]>([
    [
      "filename-normalization, darwin-only precomposed-character-in-filename",
      () =>
        damaged((bag) => renameSync(join(bag, `data/${composed}`), join(bag, `data/${composed.normalize("NFD")}`)), {
          ...{ ...MD5, payload: { [composed]: "x" } },
        }),
      "name-not-normal",
    ],
    [
      "same-filename-listed-twice-with-different-normalization",
      () =>
        damaged(
          (bag) => edit(bag, "manifest-md5.txt", (text) => `${text}${hash}  data/${composed.normalize("NFD")}\n`),
          { ...MD5, payload: { [composed]: "x" } },
        ),
      "name-not-normal",
    ],
    [
      "the same, where both files are there",
      () => plainBag({ ...MD5, payload: { [composed]: "x", [composed.normalize("NFD")]: "x" } }),
      "name-conflict",
    ],
    [
      "duplicate-file-with-different-case",
      () => plainBag({ ...MD5, payload: { "Foo.txt": "", "foo.txt": "" } }),
      "name-conflict",
    ],
    ["relative-path", () => plainBag({ ...MD5, written: (path) => `./${path}` }), "path-dot-slash"],
    ["made-with-md5sum-tools", () => plainBag({ ...MD5, written: (path) => `*${path}` }), "path-asterisk"],
    [
      "special-system-files",
      () => plainBag({ ...MD5, payload: { "d/.DS_Store": "", "Thumbs.db": "" } }),
      "system-file",
    ],
    [
      "same-filename-listed-twice-with-the-same-hash",
      () => damaged((bag) => edit(bag, "manifest-md5.txt", (text) => `${text}${text.split("\n")[0]}\n`)),
      "path-repeated-alike",
    ],
  ])("%s", (_, make, code) => {
    const { ok, problems } = checkBag(make());
    expect([ok, problems.map((problem) => problem.code)]).toEqual([true, expect.arrayContaining([code])]);
  });
});

describe("checkBag(folder) of a hostile bag", () => {
  it("reads a manifest of 200,000 lines of files that are not there, and tells of so many", () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => `${EMPTY}  data/${index}\n`);
    const bag = damaged((folder) => put(folder, "manifest-md5.txt", lines.join("")));
    const started = performance.now();
    const { ok, problems, more } = checkBag(bag);
    expect([ok, problems.length, more]).toEqual([false, 10_000, 190_002]); // and the two that are there
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it("reads long lines that are no tags, and as many lines to fetch, in no more than their length", () => {
    const bag = damaged((folder) => {
      put(folder, "bag-info.txt", `${" ".repeat(2_000_000)}x\n${"x".repeat(2_000_000)}\n`);
      put(folder, "fetch.txt", `http://x 1 data/a.txt\n`.repeat(50_000));
    });
    const started = performance.now();
    expect(checkBag(bag)).toMatchObject({ ok: false, more: expect.any(Number) });
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it.each(["manifest-md5.txt", "bagit.txt", "bag-info.txt", "fetch.txt"])("does not read a %s of 10 GB", (file) => {
    const bag = damaged((folder) => {
      put(folder, file, "");
      truncateSync(join(folder, file), 10_000_000_000);
    });
    const { ok, problems } = checkBag(bag);
    expect([ok, problems.filter(({ path }) => path === file).map(({ code }) => code)]).toEqual([
      false,
      expect.arrayContaining(["text-too-large"]),
    ]);
  });

  it("opens no pipe and follows no circle, wherever they stand", () => {
    const bag = damaged((folder) => {
      rmSync(join(folder, "bagit.txt"));
      for (const path of ["bagit.txt", "data/pipe", "fetch.txt"]) execFileSync("mkfifo", [join(folder, path)]);
      symlinkSync("pipe", join(folder, "data/to-pipe"));
      symlinkSync("..", join(folder, "data/up"));
      symlinkSync("there", join(folder, "here"));
      symlinkSync("here", join(folder, "there"));
    });
    const codes = checkBag(bag).problems.map(({ code, path }) => `${code} ${path}`);
    expect(codes).toEqual(
      expect.arrayContaining([
        ...[
          "declaration-missing bagit.txt",
          "special-file bagit.txt",
          "special-file data/pipe",
          "special-file fetch.txt",
        ],
        ...["link-outside data/to-pipe", "link-outside data/up", "link-outside here", "link-outside there"],
      ]),
    );
  });

  it("tells of folders deeper than the system follows, and of names that are no text", () => {
    const bag = damaged((folder) => {
      const name = "d".repeat(250);
      const script = `cd data && for i in $(seq 18); do mkdir ${name} && cd ${name} || exit 1; done; touch deep`;
      execFileSync("bash", ["-c", script], { cwd: folder });
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/data/`), Buffer.from([0xff, 0xfe])]), "x");
    });
    const { ok, problems } = checkBag(bag);
    expect(ok).toBe(false);
    expect(problems.filter(({ code }) => code === "unreadable").length).toBe(2);
    execFileSync("rm", ["-rf", join(bag, "data")]);
    mkdirSync(join(bag, "data"));
  });

  it("does not take a digest of a file of another bag for that of one of its own", () => {
    const bag = damaged((folder) => edit(folder, "manifest-md5.txt", (text) => text.replace("a.txt", "b/../a.txt")));
    expect(checkBag(bag).ok).toBe(false);
    expect(digest(bag, "data/a.txt", "md5")).toHaveLength(32);
  });
});
