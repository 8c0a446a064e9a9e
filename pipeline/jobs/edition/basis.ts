import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareText } from "../../model/text-order.ts";
import { fingerprint } from "../../read/fingerprint.ts";
import type { EditionBasis } from "../../store/edition-bases.ts";
import { keepOriginal } from "../../store/vault.ts";
import type { OpenHome } from "../open-home.ts";

const FOLDERS = ["seeds", "templates"];
const LEFT_OUT = ["seeds/sheets/", "seeds/examples/"]; // sheets come in through ingest, as any bureau's

/**
 * Keeps in the vault all that the papers of a project are made by: seeds, templates, and package.json with the program's
 * version.
 *
 * @returns the same for the same files
 */
export function keepBasis({
  root,
  ruleSet,
  home,
}: Pick<OpenHome, "root" | "ruleSet" | "home">): Omit<EditionBasis, "known"> {
  const paths = [...FOLDERS.flatMap((folder) => filesBelow(root, folder)), "package.json"];
  const kept = paths.map((path) => {
    const bytes = readFileSync(join(root, path));
    const sha256 = fingerprint(bytes);
    keepOriginal(home.vault, sha256, bytes);
    return [path, sha256] as const;
  });
  return { rules: ruleSet, files: Object.fromEntries(kept) };
}

function filesBelow(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, "/").length).replaceAll("\\", "/"))
    .filter((path) => !LEFT_OUT.some((left) => path.startsWith(left)))
    .sort(compareText);
}
