import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const TIMEOUT_MS = 120_000;

/** Turns an office file into a PDF; null where it cannot be done. */
export type ToPdf = (name: string, bytes: Uint8Array) => Uint8Array | null;

/**
 * Makes PDFs by LibreOffice.
 *
 * What it writes carries the time and depends on its version and the fonts: the same file never gives the same bytes.
 *
 * @param program its name or path
 * @returns null where there is no such program
 */
export function officePdf(program: string): ToPdf | null {
  if (spawnSync(program, ["--version"], { timeout: TIMEOUT_MS, stdio: "ignore" }).status !== 0) return null;
  return (name, bytes) => {
    const folder = mkdtempSync(join(tmpdir(), "jindu-pdf-"));
    try {
      mkdirSync(join(folder, "out"));
      writeFileSync(join(folder, name), bytes);
      const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
      const words = [profile, "--headless", "--convert-to", "pdf", "--outdir", join(folder, "out"), join(folder, name)];
      spawnSync(program, words, { timeout: TIMEOUT_MS, stdio: "ignore" });
      const made = join(folder, "out", name.replace(/\.[^.]+$/, ".pdf"));
      return existsSync(made) ? readFileSync(made) : null;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

/** How many pages a PDF has; null where that does not show. */
export function countPages(pdf: Uint8Array): number | null {
  const pages =
    Buffer.from(pdf)
      .toString("latin1")
      .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  return pages === 0 ? null : pages;
}
