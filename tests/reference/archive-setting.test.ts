import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseArchiveSetting } from "../../pipeline/reference/archive-setting.ts";
import { ROOT } from "../support/scratch-home.ts";

const FILE = "seeds/archive.yaml";
const shipped = readFileSync(join(ROOT, FILE), "utf8");

describe("parseArchiveSetting(text, file)", () => {
  it("reads what is shipped: nothing guessed that only the archive can give", () => {
    expect(parseArchiveSetting(shipped, FILE)).toMatchObject({
      ...{ fonds: null, archive: null, secrecy: null, prefix: "TL-FGW", category: "WS" },
      retention: { monthly: "D10", quarterly: "D30", annual: "Y", originals: "D10" },
    });
  });

  it.each([
    ["a 保管期限 that is none", ["annual: Y", "annual: D20"]],
    ["a prefix that is no folder's name", ["prefix: TL-FGW", "prefix: ../TL"]],
    ["a 全宗号 that no 档号 can carry", ["fonds:", "fonds: A B/C #"]],
    ["an unknown word", ["fonds:", "fond:"]],
    ["a missing organisation", ["organisation: 通辽市发展和改革委员会", "organisation:"]],
  ])("refuses %s, with its line", (_, [from = "", to = ""]) => {
    expect(() => parseArchiveSetting(shipped.replace(from, to), FILE)).toThrow(
      expect.objectContaining({ code: "SEED_INVALID", location: { file: FILE, line: expect.any(Number) } }),
    );
  });
});
