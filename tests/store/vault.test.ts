import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { keepOriginal, keepPieces } from "../../pipeline/store/vault.ts";
import { scratchFile } from "./raw-database.ts";
import { hash } from "./sample-rows.ts";

describe("keepOriginal(vault, sha256, bytes)", () => {
  it("keeps the bytes under their hash, read-only, with nothing beside them", () => {
    const vault = join(dirname(scratchFile()), "vault");
    const file = keepOriginal(vault, hash("a"), Buffer.from("a"));
    expect(file).toBe(join(vault, hash("a").slice(0, 2), hash("a")));
    expect(readFileSync(file, "utf8")).toBe("a");
    expect(statSync(file).mode & 0o222).toBe(0);
    expect(readdirSync(dirname(file))).toEqual([hash("a")]);
  });

  it("does not touch what it keeps already", () => {
    const vault = dirname(scratchFile());
    const file = keepOriginal(vault, hash("a"), Buffer.from("a"));
    expect(keepOriginal(vault, hash("a"), Buffer.from("other bytes"))).toBe(file);
    expect(readFileSync(file, "utf8")).toBe("a");
  });

  it("brings back what was lost", () => {
    const vault = dirname(scratchFile());
    rmSync(keepOriginal(vault, hash("a"), Buffer.from("a")));
    expect(existsSync(keepOriginal(vault, hash("a"), Buffer.from("a")))).toBe(true);
  });
});

describe("keepPieces(vault, pieces)", () => {
  const sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; // of "abc"

  it("keeps what comes under its hash, read-only, with nothing beside it, and again", async () => {
    const vault = join(dirname(scratchFile()), "vault");
    for (let time = 0; time < 2; time += 1) expect(await keepPieces(vault, from("ab", "c"))).toBe(sha256);
    const file = join(vault, "ba", sha256);
    expect(readFileSync(file, "utf8")).toBe("abc");
    expect(statSync(file).mode & 0o222).toBe(0);
    expect(readdirSync(vault, { recursive: true }).sort()).toEqual(["ba", join("ba", sha256)]);
  });

  it("keeps nothing of what breaks off", async () => {
    const vault = join(dirname(scratchFile()), "vault");
    await expect(keepPieces(vault, from("ab", new Error("torn")))).rejects.toThrow("torn");
    expect(readdirSync(vault)).toEqual([]);
  });
});

describe("keepPieces(vault, pieces) where others have begun", () => {
  it("clears away what a killed process left, and leaves alone what one at work is writing", async () => {
    const vault = dirname(scratchFile());
    const { pid: gone } = spawnSync(process.execPath, ["-e", ""]);
    const names = [`${gone}.partial`, `${process.ppid}.partial`];
    for (const name of names) writeFileSync(join(vault, name), "half", { mode: 0o444 });
    await keepPieces(vault, from("abc"));
    expect(readdirSync(vault).filter((name) => name.endsWith(".partial"))).toEqual([`${process.ppid}.partial`]);
  });
});

async function* from(...pieces: readonly (string | Error)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    if (piece instanceof Error) throw piece;
    yield Buffer.from(piece);
  }
}
