import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseLetterhead } from "../../pipeline/reference/letterhead.ts";

const SHIPPED = readFileSync(new URL("../../templates/letterhead.yaml", import.meta.url), "utf8");

describe("parseLetterhead(text, file)", () => {
  it("ships with nothing that only an office can give", () => {
    const { issueNumber, date, secrecy, report, send, distribute, copies } = parseLetterhead(
      SHIPPED,
      "letterhead.yaml",
    );
    expect([issueNumber, date, secrecy, report, send, distribute, copies]).toEqual(Array(7).fill(null));
  });

  it.each([
    ["2023年7月18日", true],
    ["2023年07月18日", false],
    ["2023年13月1日", false],
    ["2023-07-18", false],
    ["二〇二三年七月十八日", false],
  ])("takes the date %s: %s", (date, isTaken) => {
    const text = SHIPPED.replace(/^date:/m, `date: ${date} `);
    const parse = () => parseLetterhead(text, "letterhead.yaml").date;
    if (isTaken) expect(parse()).toBe(date);
    else expect(parse).toThrow(expect.objectContaining({ code: "TEMPLATE_INVALID" }));
  });

  it.each(["name", "issuer", "demoNotice"])("refuses a blank %s", (key) => {
    const text = SHIPPED.replace(new RegExp(`^${key}:.*$`, "m"), `${key}:`);
    expect(() => parseLetterhead(text, "letterhead.yaml")).toThrow(
      expect.objectContaining({ code: "TEMPLATE_INVALID" }),
    );
  });
});
