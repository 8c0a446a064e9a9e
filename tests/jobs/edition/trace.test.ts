import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callCommand } from "../../support/call-command.ts";
import { SHIPPED_PAPERS, shippedHome } from "../../support/shipped-home.ts";

interface Traced {
  readonly id: string;
  readonly texts: readonly string[];
  readonly unit: string | null;
  readonly places: readonly string[];
  readonly changed: readonly { readonly place: string; readonly text: string }[];
}

describe("jindu trace <briefing> <figure>", () => {
  let home = "";
  let file = "";
  beforeAll(async () => {
    home = await shippedHome(afterAll);
    file = join(home, SHIPPED_PAPERS.june, "briefing.docx");
  });

  async function traced(path: string, ...wanted: readonly string[]): Promise<readonly Traced[]> {
    const { stdout } = await callCommand(["trace", path, ...wanted, "--json"], home);
    return JSON.parse(stdout).figures;
  }

  it.each([["%"], ["百分点"], ["亿元"]])("finds a figure by what is printed with its unit %s", async (unit) => {
    const one = (await traced(file)).find((figure) => figure.unit === unit && figure.texts.length > 0);
    const [text = ""] = one?.texts ?? [];
    const found = await traced(file, `${text}${unit === "百分点" ? "个百分点" : unit}`);
    expect(found.map(({ id }) => id)).toContain(one?.id);
    expect(found.every((figure) => figure.unit === unit)).toBe(true);
  });

  it("finds a figure by what was typed over it, says so where it was printed, and points to prove", async () => {
    const parts = unzipSync(readFileSync(file));
    const xml = new TextDecoder().decode(parts["word/document.xml"]);
    const edited = join(home, "edited.docx");
    const [run = "", text = ""] =
      /<w:bookmarkStart[^>]*_fig_\d+[^>]*\/>.*?<w:t[^>]*>(\d{3}\.\d)<\/w:t>/.exec(xml) ?? [];
    const typed = `${text.slice(0, -1)}${(Number(text.at(-1)) + 1) % 10}`;
    parts["word/document.xml"] = new TextEncoder().encode(xml.replace(run, run.replace(`>${text}<`, `>${typed}<`)));
    writeFileSync(edited, zipSync(parts));
    const found = await traced(edited, typed);
    expect(found.flatMap(({ changed }) => changed.map((one) => one.text))).toContain(typed);
    expect(found[0]?.texts).toContain(text);
    const before = await traced(edited, text);
    expect(before.some(({ changed }) => changed.some((one) => one.text === typed))).toBe(true);
    expect((await callCommand(["trace", edited, typed], home)).stdout).toContain("prove");
    expect((await traced(file)).flatMap(({ changed }) => changed)).toEqual([]);
  });
});
