import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../support/scratch-home.ts";

const FOLDER = join(ROOT, "seeds/sources");

describe("seeds/sources", () => {
  it.each(readdirSync(FOLDER))("%s has at most 25 lines", (name) => {
    expect(readFileSync(join(FOLDER, name), "utf8").trimEnd().split("\n").length).toBeLessThanOrEqual(25);
  });
});
