import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/**
 * Has LibreOffice open a file and save it in another form, in a folder of that form's name.
 *
 * @param folder of this run alone, for what LibreOffice leaves
 * @returns the file it made
 * @throws Error where it made none
 */
export function savedByOffice(file: string, form: "xlsx" | "docx" | "html" | "pdf", folder: string): string {
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const outdir = join(folder, form);
  execFileSync("soffice", [profile, "--headless", "--convert-to", form, "--outdir", outdir, file], { stdio: "ignore" });
  const name = `${basename(file).replace(/\.[^.]*$/, "")}.${form}`;
  if (!readdirSync(outdir).includes(name)) throw new Error(`LibreOffice made no ${form} of ${file}`);
  return join(outdir, name);
}

/**
 * Has LibreOffice print one page of a file, as a PNG.
 *
 * @param page from 1
 * @param folder of this run alone
 * @returns the picture
 */
export function printedPage(file: string, { page, dpi, folder }: PrintOptions): string {
  const pdf = savedByOffice(file, "pdf", folder);
  const picture = pdf.replace(/\.pdf$/, "");
  const pages = ["-f", String(page), "-l", String(page), "-singlefile"];
  execFileSync("pdftoppm", [...pages, "-r", String(dpi), "-png", pdf, picture]);
  return `${picture}.png`;
}

interface PrintOptions {
  readonly page: number;
  readonly dpi: number;
  readonly folder: string;
}

/** Runs something with a folder that is gone afterwards. */
export function withScratch<T>(run: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "jindu-office-"));
  try {
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
