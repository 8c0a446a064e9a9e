import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { keepOriginal } from "../../pipeline/store/vault.ts";
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
