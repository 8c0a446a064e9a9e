import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePackage, openPackage, rewritePart } from "../../../pipeline/report/package.ts";
import { callCommand } from "../../support/call-command.ts";
import { SHIPPED_PAPERS, shippedHome } from "../../support/shipped-home.ts";

describe("jindu prove, where the file is not the one that was published", () => {
  let home = "";
  beforeAll(async () => {
    home = await shippedHome(afterAll);
  });

  it("says of another edition's workbook once that it is not this one's", async () => {
    const june = join(home, SHIPPED_PAPERS.june, "workbook.xlsx");
    const own = readFileSync(june);
    copyFileSync(join(home, SHIPPED_PAPERS.year, "workbook.xlsx"), june);
    const { status, stdout } = await callCommand(["prove", june], home);
    writeFileSync(june, own);
    expect(status).toBe(1);
    expect(stdout.split("\n").filter((line) => line.startsWith("  "))).toEqual([
      "  workbook.xlsx：不是这一期的，和旁边的 edition.json 对不上",
    ]);
    expect(stdout).not.toContain("改回来");
  });

  it("names a paper whose words were changed since, though every number of it stands", async () => {
    const path = join(home, SHIPPED_PAPERS.june, "briefing.docx");
    const own = readFileSync(path);
    const parts = openPackage(own);
    rewritePart(parts, "word/document.xml", (xml) => xml.replace("与上月相比", "同上月相比"));
    writeFileSync(path, closePackage(parts));
    const edited = await callCommand(["prove", path, "--json"], home);
    writeFileSync(path, own);
    const published = await callCommand(["prove", path, "--json"], home);
    expect(JSON.parse(edited.stdout)).toMatchObject({ ok: true, unmatched: [], altered: [path] });
    expect(JSON.parse(published.stdout)).toMatchObject({ ok: true, altered: [] });
  });

  it.each(["{}", "null", "not JSON"])(
    "takes %s for no certificate that it could hold a briefing against",
    async (text) => {
      const certificate = join(home, SHIPPED_PAPERS.june, "certificate.json");
      const own = readFileSync(certificate, "utf8");
      writeFileSync(certificate, text);
      const { status, stderr } = await callCommand(["prove", join(home, SHIPPED_PAPERS.june, "briefing.docx")], home);
      writeFileSync(certificate, own);
      expect(status).toBe(1);
      expect(stderr).toContain("核对证书读不出来");
    },
  );

  it("says of a ledger that is not the certified one what a clerk can act on, without its hashes", async () => {
    const certificate = join(home, SHIPPED_PAPERS.june, "certificate.json");
    const own = readFileSync(certificate, "utf8");
    writeFileSync(certificate, own.replace(/("ledgerSha256": ")[0-9a-f]{8}/, "$100000000"));
    const { status, stdout } = await callCommand(["prove", join(home, SHIPPED_PAPERS.june, "briefing.docx")], home);
    writeFileSync(certificate, own);
    expect(status).toBe(1);
    expect(stdout).toContain("这份文件不是本期发出的那一份，或者台账被改过");
    expect(stdout).not.toMatch(/[0-9a-f]{32}|自相矛盾|改回来/);
  });
});
