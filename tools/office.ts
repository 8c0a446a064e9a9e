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
 * Has LibreOffice print a file, and gives its first page with some words on it as a PNG.
 *
 * @returns the picture
 * @throws Error where no page has the words
 */
export function printedPage(file: string, { says, dpi, folder }: PrintOptions): string {
  const pdf = savedByOffice(file, "pdf", folder);
  const pages = execFileSync("pdftotext", [pdf, "-"], { encoding: "utf8" }).split("\f");
  const page = pages.findIndex((text) => text.replace(/\s/g, "").includes(says)) + 1;
  if (page === 0) throw new Error(`${file}: no page says ${says}`);
  const picture = pdf.replace(/\.pdf$/, "");
  const only = ["-f", String(page), "-l", String(page), "-singlefile"];
  execFileSync("pdftoppm", [...only, "-r", String(dpi), "-png", pdf, picture]);
  return `${picture}.png`;
}

interface PrintOptions {
  readonly says: string; // without blanks
  readonly dpi: number;
  readonly folder: string; // of this run alone
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
