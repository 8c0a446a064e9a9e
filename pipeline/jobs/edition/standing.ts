import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CERTIFICATE_FILE } from "../../model/edition-files.ts";
import { compareText } from "../../model/text-order.ts";
import { isLeftBySystem } from "../../read/files.ts";
import { fingerprint } from "../../read/fingerprint.ts";
import { type EditionFiles, hashFiles } from "../../report/edition-folder.ts";
import type { EditionRecord } from "../../store/editions.ts";
import type { OpenHome } from "../open-home.ts";
import { describeUnmatched } from "./proof-words.ts";
import { prove } from "./prove.ts";

/** An edition's folder as it stands on disk. */
export interface StandingEdition {
  readonly folder: string;
  readonly files: EditionFiles; // by name, in its order
  readonly fault: string | null; // in words, why it is not what was recorded; null where it is, byte for byte
}

type Recorded = Pick<EditionRecord, "path" | "contentSha256">;

/**
 * Reads what stands on disk of an edition, and holds it against what was recorded when it was published. What systems and
 * office programs leave in a folder that is looked into does not count.
 */
export function readEdition({ home }: Pick<OpenHome, "home">, { path, contentSha256 }: Recorded): StandingEdition {
  const folder = join(home.editions, "..", path);
  const all = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  const entries = all.filter(({ name }) => !isLeftBySystem(name));
  const names = entries.flatMap((entry) => (entry.isFile() ? entry.name : [])).sort(compareText);
  const files = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
  const others = entries.flatMap((entry) => (entry.isFile() ? [] : entry.name));
  if (others.length === 0 && hashFiles(files) === contentSha256) return { folder, files, fault: null };
  return { folder, files, fault: faultOf(files, others) };
}

/** The same, and proves what stands there once more: an edition that may leave or be archived has no fault. */
export async function proveEdition(open: Pick<OpenHome, "home">, record: Recorded): Promise<StandingEdition> {
  const standing = readEdition(open, record);
  if (standing.fault !== null) return standing;
  const { ok, certified, unmatched } = await prove(standing.folder, { home: join(open.home.editions, "..") });
  if (ok && certified) return standing;
  return { ...standing, fault: `数字核对没有通过：${unmatched.map(describeUnmatched).join("；")}` };
}

function faultOf(files: EditionFiles, others: readonly string[]): string {
  if (files.size === 0) return "文稿文件夹不见了或是空的";
  const certificate = files.get(CERTIFICATE_FILE);
  if (certificate === undefined) return "没有核对证书";
  const hashes = hashesIn(certificate);
  if (hashes === null) return "核对证书被改动过";
  const faults = [
    ...[...hashes].flatMap(([name, hash]) => {
      const bytes = files.get(name);
      if (bytes === undefined) return `${name} 不见了`;
      return fingerprint(bytes) === hash ? [] : `${name} 被改动过`;
    }),
    ...[...files.keys(), ...others].flatMap((name) =>
      name === CERTIFICATE_FILE || hashes.has(name) ? [] : `多了 ${name}`,
    ),
  ];
  return faults.join("、") || "核对证书被改动过，与登记的不一致";
}

/** What a certificate says of each file; null where it is none. */
function hashesIn(certificate: Uint8Array): ReadonlyMap<string, unknown> | null {
  try {
    return new Map(Object.entries(JSON.parse(new TextDecoder().decode(certificate)).files));
  } catch {
    return null;
  }
}
