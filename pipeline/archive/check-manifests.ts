import { join } from "node:path";
import { leadsOut } from "./bag-path.ts";
import { digestFile, digestLength } from "./digests.ts";
import { type ManifestEntry, type ManifestName, parseManifest, parseManifestName } from "./manifest.ts";
import { type OpenBag, readTagFile, resolveBagPath } from "./open-bag.ts";

/** A manifest whose entries have been looked at, each with the file that it means. */
export interface CheckedManifest extends ManifestName {
  readonly entries: ReadonlyMap<string, ManifestEntry>; // by the path of the file, where it is there
  readonly absent: ReadonlyMap<string, ManifestEntry>; // by the path that it means
}

/**
 * Looks at every manifest, line by line, and at every file that they list.
 *
 * A payload file must be in all payload manifests, before version 1.0 in one of them (RFC 8493, 2.1.3).
 */
export function checkManifests(bag: OpenBag): readonly CheckedManifest[] {
  const names = [...bag.paths].flatMap((path) => parseManifestName(path) ?? []);
  const manifests = names.flatMap((name) => checkManifest(bag, name) ?? []);
  const ofPayload = manifests.filter(({ isOfTags }) => !isOfTags);
  if (!names.some(({ isOfTags }) => !isOfTags)) {
    bag.report("manifest-missing", "", { expected: "manifest-sha512.txt 之类" });
  }
  for (const path of bag.paths) {
    if (!path.startsWith("data/")) continue;
    const without = ofPayload.filter(({ entries }) => !entries.has(path));
    if (without.length === 0 || (!bag.isStrict && without.length < ofPayload.length)) continue;
    for (const { file } of without) bag.report("file-unlisted", path, { expected: `列在 ${file}` });
  }
  compareDigests(bag, manifests);
  return manifests;
}

function checkManifest(bag: OpenBag, name: ManifestName): CheckedManifest | undefined {
  const { file, algorithm } = name;
  const { report } = bag;
  const text = readTagFile(bag, file);
  if (text === null) return undefined;
  const length = digestLength(algorithm);
  if (length === undefined) report("algorithm-unknown", file, { found: algorithm });
  const parsed = parseManifest(text, bag.isStrict);
  for (const line of parsed.malformed) report("line-malformed", file, { line, expected: "摘要 路径" });
  const entries = new Map<string, ManifestEntry>();
  const absent = new Map<string, ManifestEntry>();
  for (const entry of parsed.entries) {
    const { path, line, digest } = entry;
    if (leadsOut(path)) {
      report("path-unsafe", file, { line, found: path });
      continue;
    }
    if (!belongs(name, path)) report("path-misplaced", file, { line, found: path });
    if (length !== undefined && digest.length !== length) {
      report("digest-malformed", file, { line, found: digest, expected: `${length}位` });
    }
    if (bag.isStrict && /%(?!25|0D|0A)/i.test(entry.written)) {
      report("percent-unescaped", file, { line, found: path });
    }
    if (entry.mark !== null) report(entry.mark, file, { line, found: entry.written });
    const found = resolveBagPath(bag, path);
    const known = found === undefined ? absent.get(path) : entries.get(found);
    if (known?.path === path) {
      const isAlike = known.digest.toLowerCase() === digest.toLowerCase() && !bag.isStrict;
      report(isAlike ? "path-repeated-alike" : "path-repeated", file, { line, found: path });
    }
    if (known) continue;
    if (found === undefined) absent.set(path, entry);
    else entries.set(found, entry);
  }
  return { ...name, entries, absent };
}

/** A payload manifest lists what is below data/; one of tags everything else but such manifests. */
function belongs({ isOfTags }: ManifestName, path: string): boolean {
  if (!isOfTags) return path.startsWith("data/");
  return !path.startsWith("data/") && !parseManifestName(path)?.isOfTags;
}

function compareDigests({ folder, paths, report }: OpenBag, manifests: readonly CheckedManifest[]): void {
  const usable = manifests.filter(({ algorithm }) => digestLength(algorithm) !== undefined);
  for (const path of paths) {
    const listed = usable.flatMap(({ entries, ...manifest }) => {
      const entry = entries.get(path);
      return entry ? [{ ...manifest, entry }] : [];
    });
    if (listed.length === 0) continue;
    try {
      const { digests } = digestFile(join(folder, path), [...new Set(listed.map(({ algorithm }) => algorithm))]);
      for (const { algorithm, file, entry } of listed) {
        const found = digests[algorithm] ?? null;
        if (entry.digest.toLowerCase() !== found) {
          report("digest-differs", path, { found, expected: `${entry.digest}（${file} 第${entry.line}行）` });
        }
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
      report("unreadable", path);
    }
  }
}
