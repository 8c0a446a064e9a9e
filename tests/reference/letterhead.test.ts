import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseLetterhead } from "../../pipeline/reference/letterhead.ts";

const SHIPPED = readFileSync(new URL("../../templates/letterhead.yaml", import.meta.url), "utf8");

describe("parseLetterhead(text, file)", () => {
  it("ships with nothing that only an office can give, and with whom such a paper usually goes to", () => {
    const { name, issuer, report, send, distribute, demoNotice, ...rest } = parseLetterhead(SHIPPED, "letterhead.yaml");
    expect(Object.values(rest)).toEqual(Array(8).fill(null));
    expect([name, issuer, report, send, distribute, demoNotice]).not.toContain(null);
  });

  it.each(["issueNumber: 第6期", "date: 2023年7月18日"])("refuses %s, which belongs to one issue", (line) => {
    expect(() => parseLetterhead(`${SHIPPED}\n${line}\n`, "letterhead.yaml")).toThrow(
      expect.objectContaining({ code: "TEMPLATE_INVALID" }),
    );
  });

  it.each(["name", "issuer", "demoNotice"])("refuses a blank %s", (key) => {
    const text = SHIPPED.replace(new RegExp(`^${key}:.*$`, "m"), `${key}:`);
    expect(() => parseLetterhead(text, "letterhead.yaml")).toThrow(
      expect.objectContaining({ code: "TEMPLATE_INVALID" }),
    );
  });
});
