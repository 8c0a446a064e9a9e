import { statSync } from "node:fs";
import { join } from "node:path";
import { compareText } from "../model/text-order.ts";
import { listBagFiles } from "./bag-files.ts";
import { decodeBagPath, leadsOut, normalBagPath } from "./bag-path.ts";
import { type CheckedManifest, checkManifests } from "./check-manifests.ts";
import { checkSeal, isSealedBy } from "./check-seal.ts";
import { type OpenBag, openBag, type Report, readTagFile, resolveBagPath } from "./open-bag.ts";
import { BAG_PROBLEMS, type BagProblem } from "./problem.ts";
import { parseTagLines, splitLines, type Tag } from "./tag-lines.ts";

/** What came of checking a bag. */
export interface BagReport {
  readonly ok: boolean; // no problem is an error
  readonly version: string | null; // "1.0"; null where it is not told, or not known
  readonly isSealed: boolean; // of ours, and therefore held to more
  readonly algorithms: readonly string[]; // of the payload's manifests
  readonly files: number; // of the payload
  readonly bytes: number;
  readonly tags: readonly Tag[]; // of bag-info.txt
  readonly problems: readonly BagProblem[]; // by path, line and code; as many as MOST_PROBLEMS
  readonly more: number; // problems beyond those
}

const MOST_PROBLEMS = 10_000;

const SYSTEM_FILE = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*|~\$[^/]*)$/i;

const ONCE = ["Bagging-Date", "Bag-Size", "Bag-Group-Identifier", "Bag-Count"];

/**
 * Checks a bag of any version from 0.93 to 1.0 (RFC 8493), ours or not, and finds all that is wrong with it at once.
 *
 * Nothing is fetched, changed or run, and no link is followed out of it.
 */
export function checkBag(folder: string): BagReport {
  const problems: BagProblem[] = [];
  const counted = { all: 0, errors: 0 };
  const file = (problem: BagProblem) => {
    counted.all += 1;
    if (BAG_PROBLEMS[problem.code].severity === "error") counted.errors += 1;
    if (problems.length < MOST_PROBLEMS) problems.push(problem);
  };
  const report: Report = (code, path, more = {}) => {
    file({ code, path, line: null, found: null, expected: null, ...more });
  };
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    report("not-a-folder", "");
    return { ...NOTHING, problems, more: 0 };
  }
  const files = listBagFiles(folder);
  for (const problem of files.problems) file(problem);
  const bag = openBag(folder, files.paths, report);
  const payload = files.paths.filter((path) => path.startsWith("data/"));
  if (!statSync(join(folder, "data"), { throwIfNoEntry: false })?.isDirectory()) report("payload-missing", "data");
  const bytes = payload.reduce((sum, path) => sum + sizeOf(bag, path), 0);
  const manifests = checkManifests(bag);
  checkFetched(bag, manifests);
  const tags = checkInfo(bag, { bytes, files: payload.length });
  checkNames(bag);
  const isSealed = isSealedBy(tags);
  if (isSealed) checkSeal(bag, manifests);
  else checkTagCover(bag, manifests);
  problems.sort((a, b) => compareText(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0) || compareText(a.code, b.code));
  return {
    ok: counted.errors === 0,
    more: counted.all - problems.length,
    ...{ version: bag.version, isSealed, files: payload.length, bytes, tags, problems },
    algorithms: manifests.filter(({ isOfTags }) => !isOfTags).map(({ algorithm }) => algorithm),
  };
}

const NOTHING = { ok: false, version: null, isSealed: false, algorithms: [], files: 0, bytes: 0, tags: [] } as const;

/** What the manifests list and is not there: still to be fetched, or gone. */
function checkFetched(bag: OpenBag, manifests: readonly CheckedManifest[]): void {
  const file = "fetch.txt";
  const { report } = bag;
  const ofPayload = manifests.filter(({ isOfTags }) => !isOfTags);
  const lines = bag.paths.has(file) ? splitLines(readTagFile(bag, file) ?? "") : [];
  const listed = (lines.length === 0 ? [] : ofPayload).map(({ entries, absent }) => {
    return new Set([...entries.values(), ...absent.values()].map((entry) => normalBagPath(entry.path)));
  });
  const fetched = new Set<string>();
  for (const [index, written] of lines.entries()) {
    const line = index + 1;
    const [, encoded] = /^\S+[ \t]+(?:\d+|-)[ \t]+(.+)$/s.exec(written) ?? [];
    const path = encoded === undefined ? undefined : decodeBagPath(encoded, bag.isStrict);
    if (path === undefined) report("line-malformed", file, { line, expected: "网址 字节数 路径" });
    else if (leadsOut(path)) report("path-unsafe", file, { line, found: path });
    else {
      fetched.add(normalBagPath(path));
      if (!listed.every((paths) => paths.has(normalBagPath(path))))
        report("fetch-unlisted", file, { line, found: path });
      const isHere = resolveBagPath(bag, path) !== undefined;
      report(isHere ? "fetch-present" : "fetch-needed", path, { expected: `${file} 第${line}行` });
    }
  }
  for (const manifest of manifests) {
    for (const { path, line } of manifest.absent.values()) {
      if (!fetched.has(normalBagPath(path))) report("file-missing", path, { expected: `${manifest.file} 第${line}行` });
    }
  }
}

/** bag-info.txt is called package-info.txt before version 0.96. */
function checkInfo(bag: OpenBag, counted: { readonly bytes: number; readonly files: number }): readonly Tag[] {
  const { report } = bag;
  const file = ["bag-info.txt", "package-info.txt"].find((name) => bag.paths.has(name));
  const text = file === undefined ? null : readTagFile(bag, file);
  if (file === undefined || text === null) return [];
  const { tags, malformed } = parseTagLines(text, bag.isStrict);
  for (const line of malformed) report("line-malformed", file, { line, expected: "名称: 内容" });
  const called = (label: string) => tags.filter((tag) => tag.label.toLowerCase() === label.toLowerCase());
  for (const label of ONCE) {
    for (const { line } of called(label).slice(1)) report("tag-repeated", file, { line, found: label });
  }
  const [oxum, ...more] = called("Payload-Oxum");
  for (const { line } of more) report("oxum-repeated", file, { line });
  if (!oxum) return tags;
  const expected = `${counted.bytes}.${counted.files}`;
  if (!/^\d+\.\d+$/.test(oxum.value)) report("oxum-malformed", file, { line: oxum.line, found: oxum.value });
  else if (oxum.value !== expected)
    report("oxum-differs", file, { line: oxum.line, found: oxum.value, expected: `${expected}（按包里的文件）` });
  return tags;
}

function sizeOf({ folder, report }: OpenBag, path: string): number {
  const found = statSync(join(folder, path), { throwIfNoEntry: false });
  if (!found) report("unreadable", path); // its name is no text that the system would find it by
  return found?.size ?? 0;
}

/** Names that another system would take for the same, or gives itself. */
function checkNames({ paths, report }: OpenBag): void {
  const known = new Map<string, string>();
  for (const path of paths) {
    if (SYSTEM_FILE.test(path)) report("system-file", path);
    const plain = normalBagPath(path).toLowerCase();
    const other = known.get(plain);
    if (other !== undefined) report("name-conflict", path, { found: other });
    known.set(plain, path);
  }
}

function checkTagCover({ paths, report }: OpenBag, manifests: readonly CheckedManifest[]): void {
  const ofTags = manifests.filter(({ isOfTags }) => isOfTags);
  if (ofTags.length === 0) return;
  for (const path of paths) {
    if (path.startsWith("data/") || /^tagmanifest-/i.test(path)) continue;
    if (!ofTags.some(({ entries }) => entries.has(path))) report("tag-unlisted", path);
  }
}
