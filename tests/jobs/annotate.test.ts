import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { annotateFile } from "../../pipeline/jobs/annotate.ts";
import { ingestFiles } from "../../pipeline/jobs/ingest.ts";
import { parseBook } from "../../pipeline/read/book.ts";
import { listInputFiles } from "../../pipeline/read/files.ts";
import { DEFAULT_READ_LIMITS } from "../../pipeline/read/limits.ts";
import { receiveFile } from "../../pipeline/read/received-file.ts";
import { bureauWorkbook } from "../support/bureau-workbook.ts";
import { cellList } from "../support/cells.ts";
import { memoryEffects, ROOT, scratchFolder } from "../support/scratch-home.ts";

const OPTIONS = { root: ROOT, home: scratchFolder(afterAll), hints: {}, limits: DEFAULT_READ_LIMITS };

describe("annotateFile(paths, out, options)", () => {
  it("reads a copy as it reads the file", async () => {
    const folder = scratchFolder();
    const files = { in: join(folder, "in.xlsm"), out: join(folder, "out.xlsm") };
    writeFileSync(files.in, await bureauWorkbook());
    expect(await annotateFile([files.in], files.out, OPTIONS)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["in.xlsm", "out.xlsm"]);
    const read = { ...OPTIONS, home: scratchFolder(), isDryRun: true };
    const [before, after] = await ingestFiles([files.in, files.out], read, memoryEffects());
    expect(after?.observations).toEqual(before?.observations);
    const passedOver = after?.dispositions?.filter(({ reason }) => reason === "本程序加的表") ?? [];
    expect([passedOver.length > 0, new Set(passedOver.map(({ sheet }) => sheet))]).toEqual([true, new Set(["图例"])]);
    expect(after?.dispositions?.filter(({ sheet }) => sheet !== "图例")).toEqual(before?.dispositions);
  });

  it.each(listInputFiles([join(ROOT, "seeds/sheets/demo")]).filter((path) => path.includes("06")))(
    "gives %s a colour for every cell",
    async (path) => {
      const out = join(scratchFolder(), "out.xlsx");
      expect(await annotateFile([path], out, OPTIONS)).toBe(true);
      const book = await parseBook(receiveFile(path));
      const copy = await parseBook(receiveFile(out));
      expect(copy.sheets).toHaveLength(book.sheets.length + 1);
      expect(cellList(copy.sheets[0]).length).toBe(cellList(book.sheets[0]).length);
    },
  );

  it("refuses several files and the file itself, and writes nothing for one that cannot be opened", async () => {
    const folder = scratchFolder();
    const bytes = await bureauWorkbook();
    for (const name of ["a.xlsm", "b.xlsm"]) writeFileSync(join(folder, name), bytes);
    const file = join(folder, "a.xlsm");
    await expect(annotateFile([folder], join(folder, "out.xlsx"), OPTIONS)).rejects.toMatchObject({ code: "USAGE" });
    await expect(annotateFile([file], join(folder, "x/../a.xlsm"), OPTIONS)).rejects.toMatchObject({ code: "USAGE" });
    expect(readFileSync(file).equals(Buffer.from(bytes))).toBe(true);
    writeFileSync(file, "PK\u0003\u0004 cut short");
    expect(await annotateFile([file], join(folder, "out.xlsx"), OPTIONS)).toBe(false);
    expect(existsSync(join(folder, "out.xlsx"))).toBe(false);
  });
});
