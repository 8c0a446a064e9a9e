import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { isWholePdf } from "../../archive/pdf.ts";
import type { PackedFile } from "../../archive/write-bag.ts";

/**
 * Turns office files into PDFs.
 *
 * @param scratch an empty folder of the caller's, who removes it
 * @returns where each PDF lies below it, by the path of the office file; without those that could not be made
 */
export type ToPdf = (files: readonly PackedFile[], scratch: string) => Promise<ReadonlyMap<string, string>>;

const IS_WINDOWS = process.platform === "win32";

const NO_SUCH_PROGRAM = 127; // of env (POSIX)

/** Says to LibreOffice that PDFs are to last: PDF/A-2b, which carries its fonts (ISO 19005-2). */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export"><prop oor:name="SelectPdfVersion" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
`;

/**
 * Makes PDF/A-2b by LibreOffice, started once for all files; those that it does not bring about are tried again one by one.
 *
 * One that hangs is ended with all that it has started. Where there is no such program, no PDF is made. What it writes carries
 * the time and depends on its version and the fonts: the same file never gives the same bytes.
 *
 * @param program its name or path
 * @param warn told in Chinese why PDFs are missing, where they are
 */
export function officePdf(program: string, { secondsPerFile = 60, warn = (_: string) => {} } = {}): ToPdf {
  return async (files, scratch) => {
    const jobs = files.map(({ path, bytes }, index) => {
      return { path, bytes, name: `${index + 1}${extname(path)}`, pdf: join(scratch, "out", `${index + 1}.pdf`) };
    });
    mkdirSync(join(scratch, "in"), { recursive: true });
    for (const { name, bytes } of jobs) writeFileSync(join(scratch, "in", name), bytes());
    const convert = (names: readonly string[]) => run(program, names, scratch, (names.length + 1) * secondsPerFile);
    const isThere = await convert(jobs.map(({ name }) => name));
    for (const { name, pdf } of jobs) {
      if (isThere && !isMade(pdf)) {
        rmSync(pdf, { force: true });
        await convert([name]);
      }
    }
    const made = jobs.filter(({ pdf }) => isMade(pdf));
    if (!isThere)
      warn(`没有做版式件（PDF）：找不到程序 ${JSON.stringify(program)}。请检查 JINDU_OFFICE，或安装 LibreOffice`);
    else if (made.length < jobs.length)
      warn(
        `有 ${jobs.length - made.length} 个文件没有转换成版式件（PDF），请人工转换，并检查 ${JSON.stringify(program)}`,
      );
    return new Map(made.map(({ path, pdf }) => [path, pdf]));
  };
}

function isMade(pdf: string): boolean {
  return existsSync(pdf) && isWholePdf(readFileSync(pdf));
}

/** Runs LibreOffice to its end or for so many seconds; false where there is no such program. */
async function run(program: string, names: readonly string[], scratch: string, seconds: number): Promise<boolean> {
  if (names.length === 0) return true;
  const [profile, temporary] = [join(scratch, "profile"), join(scratch, "tmp")];
  for (const folder of [profile, temporary]) {
    rmSync(folder, { recursive: true, force: true }); // one that was ended may have left it locked
    mkdirSync(join(folder, "user"), { recursive: true });
  }
  writeFileSync(join(profile, "user/registrymodifications.xcu"), SETTINGS);
  const files = names.map((name) => join(scratch, "in", name));
  const words = ["--headless", "--convert-to", "pdf", "--outdir", join(scratch, "out"), ...files];
  const call = [program, `-env:UserInstallation=${pathToFileURL(profile)}`, ...words];
  const [command = program, ...given] = IS_WINDOWS ? call : ["env", `TMPDIR=${temporary}`, ...call];
  const child = spawn(command, given, { stdio: "ignore", detached: !IS_WINDOWS }); // a group of its own, ended as a whole
  return new Promise((resolve) => {
    const timer = setTimeout(() => endWithChildren(child.pid), seconds * 1000);
    const settle = (isThere: boolean) => {
      clearTimeout(timer);
      resolve(isThere);
    };
    child.once("error", () => settle(false));
    child.once("exit", (code) => settle(code !== NO_SUCH_PROGRAM));
  });
}

function endWithChildren(pid: number | undefined): void {
  if (pid === undefined) return;
  if (IS_WINDOWS) {
    spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"], { stdio: "ignore" });
    return;
  }
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error; // it has just ended
  }
}
