import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PipelineError } from "../../pipeline/errors.ts";
import { parseRecipients } from "../../pipeline/reference/recipients.ts";

const FILE = "seeds/recipients.yaml";

function withAddress(channel: string, address: string): string {
  return `recipients:\n  - role: leader\n    name: 某领导\n    channel: ${channel}\n    address: ${JSON.stringify(address)}\n    papers: [briefing]\n`;
}

function linesOf(text: string): readonly (number | undefined)[] {
  try {
    parseRecipients(text, FILE);
    return [];
  } catch (error) {
    if (!(error instanceof PipelineError) || error.code !== "SEED_INVALID") throw error;
    return [...error.message.matchAll(/第(\d+)行/g)].map((match) => Number(match[1]));
  }
}

describe("parseRecipients(text, file)", () => {
  it("reads what ships: folders alone, and no real address", () => {
    const shipped = parseRecipients(readFileSync(new URL(`../../${FILE}`, import.meta.url), "utf8"), FILE);
    expect(shipped.length).toBeGreaterThan(0);
    expect(shipped.filter(({ channel }) => channel !== "shared-folder")).toEqual([]);
  });

  it("gives every kind of paper where none is said, and mail addresses in small letters", () => {
    const [recipient] = parseRecipients(withAddress("mail", "Zhang.San@Example.CN"), FILE);
    expect(recipient).toMatchObject({ address: "zhang.san@example.cn", kinds: ["monthly", "quarterly", "annual"] });
  });

  it.each([
    ["shared-folder", "../../etc"],
    ["shared-folder", ".."],
    ["shared-folder", "."],
    ["shared-folder", ".hidden"],
    ["shared-folder", "a/b"],
    ["shared-folder", "a\\b"],
    ["shared-folder", "C:"],
    ["shared-folder", "NUL"],
    ["shared-folder", "com1.txt"],
    ["shared-folder", "催办"],
    ["shared-folder", "a."],
    ["shared-folder", "a\u0000b"],
    ["shared-folder", "a\u202Eb"],
    ["shared-folder", ""],
    ["mail", "nobody"],
    ["mail", "a@b@c"],
    ["mail", "a b@c.cn"],
    ["mail", "张三@example.cn"],
    ["mail", "a@example.cn, b@example.cn"],
    ["mail", "<a@example.cn>"],
    ["mail", "a@example.cn\r\nBcc: b@example.cn"],
    ["mail", "a@exa..mple.cn"],
    ["mail", "-oQ/tmp@x y"],
    ["mail", `${"a".repeat(250)}@example.cn`],
  ])("refuses the address of %s %j, naming its line", (channel, address) => {
    expect(linesOf(withAddress(channel, address))).toEqual([5]);
  });

  it.each([
    ["a name with a line end", withAddress("mail", "a@b.cn").replace("某领导", '"某\\r\\nBcc: x@y.cn"'), [3]],
    ["a channel there is not", withAddress("fax", "a@b.cn"), [4]],
    ["a role there is not", withAddress("mail", "a@b.cn").replace("leader", "boss"), [2]],
    ["a paper there is not", withAddress("mail", "a@b.cn").replace("briefing", "brief"), [6]],
    ["no paper", withAddress("mail", "a@b.cn").replace("[briefing]", "[]"), [6]],
    ["a key there is not", `${withAddress("mail", "a@b.cn")}    cc: x@y.cn\n`, [7]],
    [
      "an address twice",
      `${withAddress("mail", "a@b.cn")}${withAddress("mail", "A@B.cn").replace("recipients:\n", "")}`,
      [10],
    ],
    [
      "what is wrong beside a wrong channel",
      withAddress("fax", "a@b.cn").replace("leader", "boss").replace("name", "nam"),
      [2, 2, 4, 3],
    ],
    ["nothing at all", "# nobody yet\n", []],
    ["two things at once", withAddress("mail", "x").replace("leader", "boss"), [2, 5]],
  ])("refuses %s, naming its line", (_what, text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });
});
