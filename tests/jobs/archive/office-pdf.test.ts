import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { isWholePdf } from "../../../pipeline/archive/pdf.ts";
import { officePdf } from "../../../pipeline/jobs/archive/office-pdf.ts";
import { scratchFolder } from "../../support/scratch-home.ts";

const PAPERS = ["2023-05-monthly/briefing.docx", "2023-06-monthly/briefing.docx", "2023-06-monthly/workbook.xlsx"];

const FILES = PAPERS.map((name) => ({ path: `data/papers/${name}`, bytes: () => Buffer.from(name) }));

/** A program that is called as LibreOffice is, logs its files' names, and makes of each what `body` says. */
function office(body: string) {
  const folder = scratchFolder();
  const [program, log] = [join(folder, "office"), join(folder, "log")];
  const script = `#!/bin/sh
outdir=$6; shift 6
echo "$(for file; do basename "$file"; done | tr '\\n' ' ')" >> ${log}
mkdir -p "$outdir"
for file; do
  words=$(cat "$file"); pdf="$outdir/$(basename "$file" | sed 's/\\..*//').pdf"
  ${body}
done
`;
  writeFileSync(program, script, { mode: 0o755 });
  return { program, calls: () => readFileSync(log, "utf8").trimEnd().split(/ *\n/) };
}

const WRITE = `printf '%%PDF-1.6 %s %%%%EOF' "$words" > "$pdf"`;

describe("officePdf(program)", () => {
  it("makes the PDFs of all papers in one call, alike names apart, where blanks and Chinese are in the path", async () => {
    const { program, calls } = office(WRITE);
    const scratch = scratchFolder();
    const pdfs = await officePdf(program)(FILES, scratch);
    expect([...pdfs.keys()]).toEqual(FILES.map(({ path }) => path));
    expect([...pdfs.values()].map((file) => readFileSync(file, "latin1").split(" ")[1])).toEqual(PAPERS);
    expect(calls()).toEqual(["1.docx 2.docx 3.xlsx"]);
    expect(readFileSync(join(scratch, "profile/user/registrymodifications.xcu"), "utf8")).toContain("SelectPdfVersion");
  });

  it("does not lose the others to one that ends the program, and tries that one again alone", async () => {
    const { program, calls } = office(`case "$words" in 2023-06*docx) exit 77;; esac; ${WRITE}`);
    const pdfs = await officePdf(program)(FILES, scratchFolder());
    expect([...pdfs.keys()]).toEqual([FILES[0]?.path, FILES[2]?.path]);
    expect(calls()).toEqual(["1.docx 2.docx 3.xlsx", "2.docx", "3.xlsx"]);
  });

  it("ends one that hangs with its children, and takes no PDF that was not written to its end", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }); // its time is over when the test says so
    onTestFinished(() => void vi.useRealTimers());
    const folder = scratchFolder();
    const [hung, late] = [join(folder, "hung"), join(folder, "late")];
    const hang = `printf '%%PDF-1.6 ' > "$pdf"; (sleep 2; touch ${late}) & echo >> ${hung}; wait`;
    const { program, calls } = office(`case "$words" in 2023-05*) ${hang};; esac; ${WRITE}`);
    const made = officePdf(program, { secondsPerFile: 60 })(FILES, scratchFolder());
    for (const [times, minutes] of [
      [1, FILES.length + 1], // all together
      [2, 2], // that one alone
    ] as const) {
      await vi.waitUntil(() => existsSync(hung) && readFileSync(hung, "utf8").length === times, { timeout: 60_000 });
      vi.advanceTimersByTime(minutes * 60_000);
    }
    expect([...(await made).keys()]).toEqual([FILES[1]?.path, FILES[2]?.path]);
    expect(calls()).toEqual(["1.docx 2.docx 3.xlsx", "1.docx", "2.docx", "3.xlsx"]);
    vi.useRealTimers();
    await new Promise((resolve) => setTimeout(resolve, 2200));
    expect(existsSync(late)).toBe(false);
  });

  it("makes none where there is no such program, and none of nothing", async () => {
    const scratch = scratchFolder();
    const told: string[] = [];
    const warn = (text: string) => void told.push(text);
    expect(await officePdf(join(scratch, "nowhere"), { warn })(FILES, scratch)).toEqual(new Map());
    expect(told).toEqual([expect.stringContaining("JINDU_OFFICE")]);
    const { program } = office(WRITE);
    expect(await officePdf(program)([], scratchFolder())).toEqual(new Map());
    expect(readdirSync(join(program, ".."))).toEqual(["office"]);
  });
});

describe("isWholePdf(pdf)", () => {
  it.each([
    ["%PDF-1.6 ... %%EOF\n", true],
    ["%PDF-1.6 ...", false],
    ["<html>%%EOF", false],
    ["", false],
  ])("tells of %j: %s", (text, expected) => {
    expect(isWholePdf(Buffer.from(text))).toBe(expected);
  });
});
