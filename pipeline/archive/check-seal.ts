import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CheckedManifest } from "./check-manifests.ts";
import { parseManifestName, renderManifest } from "./manifest.ts";
import type { OpenBag } from "./open-bag.ts";
import type { Tag } from "./tag-lines.ts";

/** What a bag of ours calls its maker in bag-info.txt, before its version. */
export const SEALED_BY = "jindu";

/** By what bags of ours are digested. */
export const SEAL_ALGORITHMS = ["sha256", "sha512"] as const;

/** Tells whether a bag says that this program made it. */
export function isSealedBy(tags: readonly Tag[]): boolean {
  return tags.some(({ label, value }) => label === "Bag-Software-Agent" && value.split("/")[0] === SEALED_BY);
}

/**
 * Holds a bag of ours to what any bag may leave open, so that no byte of it can change unnoticed.
 *
 * Nothing digests the tag manifests themselves, and a digest may be written in capitals: only where each manifest has the
 * one form that we write does every other byte show. Every file must be in every manifest of its kind.
 */
export function checkSeal({ folder, paths, report }: OpenBag, manifests: readonly CheckedManifest[]): void {
  for (const kind of ["manifest", "tagmanifest"]) {
    for (const algorithm of SEAL_ALGORITHMS) {
      const file = `${kind}-${algorithm}.txt`;
      const manifest = manifests.find((one) => one.file === file);
      if (!manifest) {
        report("manifest-missing", file);
        continue;
      }
      const written = renderManifest([...manifest.entries.values(), ...manifest.absent.values()]);
      if (!readFileSync(join(folder, file)).equals(Buffer.from(written))) report("not-sealed", file);
      for (const path of paths) {
        if (path.startsWith("data/") || !manifest.isOfTags || parseManifestName(path)?.isOfTags) continue;
        if (!manifest.entries.has(path)) report("file-unlisted", path, { expected: `列在 ${file}` });
      }
    }
  }
}
