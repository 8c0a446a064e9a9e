import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PrintedEdition } from "../deliver/mail-text.ts";
import { PipelineError } from "../errors.ts";
import { BRIEFING_FILE, CERTIFICATE_FILE, LEDGER_FILE, WORKBOOK_FILE } from "../model/edition-files.ts";
import { fingerprint } from "../read/fingerprint.ts";
import { type EditionFiles, hashFiles } from "../report/edition-folder.ts";
import { type EditionRecord, listEditions } from "../store/editions.ts";
import { parseEditionName } from "./edition-name.ts";
import type { OpenHome } from "./open-home.ts";
import { describeUnmatched } from "./proof-words.ts";
import { prove } from "./prove.ts";

/** An edition that may leave: what stands on disk is what was proved. */
export interface Deliverable {
  readonly name: string; // 2023-06-monthly
  readonly record: EditionRecord;
  readonly files: EditionFiles; // all of its folder, the certificate too
  readonly printed: PrintedEdition; // its edition.json
}

/**
 * Finds an edition by its name and sees to it that nothing in it has changed since it was proved: every file is the one that
 * certificate.json names by its hash, all together are what the store recorded, and the briefing is proved once more.
 *
 * A look into the past (`publish --as-of`) leaves, and replaces others, only where its version is named.
 *
 * @throws PipelineError USAGE for no name, a version that a later one has replaced, or where all versions look into the past; EDITION_NOT_FOUND; NOT_CERTIFIED
 *   where certificate or a file is missing or changed, or the proof is red
 */
export async function requireDeliverable(open: OpenHome, words: string): Promise<Deliverable> {
  const { name, record } = await findEdition(open, words);
  const folder = join(open.home.editions, "..", record.path);
  const files = readCertified(folder);
  if (hashFiles(files) !== record.contentSha256) throw notCertified(folder, "文件与登记的内容不一致，发布以后被改动过");
  const { ok, certified, unmatched } = await prove(folder, { home: join(open.home.editions, "..") });
  if (!ok || !certified) throw notCertified(folder, `数字核对没有通过：${unmatched.map(describeUnmatched).join("；")}`);
  const printed: PrintedEdition = JSON.parse(new TextDecoder().decode(files.get(LEDGER_FILE)));
  return { name, record, files, printed };
}

async function findEdition({ store }: OpenHome, words: string): Promise<Pick<Deliverable, "name" | "record">> {
  const asked = parseEditionName(words);
  if (asked === null) {
    throw new PipelineError("USAGE", `期次 ${JSON.stringify(words)} 写得不对`, { hint: "期次写作 2023-06-monthly" });
  }
  const { name, period, kind } = asked;
  const versions = (await listEditions(store)).filter((one) => one.period === period && one.kind === kind);
  const latest = versions.findLast(({ asOf }) => asOf === null);
  const record = asked.version === null ? latest : versions.find(({ version }) => version === asked.version);
  if (record === undefined) {
    const [past] = versions;
    if (past === undefined || asked.version !== null)
      throw new PipelineError("EDITION_NOT_FOUND", `没有 ${words} 这一期文稿`, { hint: "请先用 publish 生成" });
    throw new PipelineError("USAGE", `${words} 只有用 --as-of 生成的，没有按现有数据生成的`, {
      hint: `请先用 publish 生成；要用的就是它，请写明版次，例如 ${name}/v${past.version}`,
    });
  }
  if (record.asOf === null && latest !== undefined && record !== latest) {
    throw new PipelineError("USAGE", `${words} 已由第 ${latest.version} 版代替，不能再用`, { hint: `请写 ${name}` });
  }
  return { name, record };
}

/** The files that a certificate names, and itself, in the order in which it names them. */
function readCertified(folder: string): EditionFiles {
  const hashes = readHashes(folder);
  const files = new Map<string, Uint8Array>();
  for (const [file, hash] of Object.entries(hashes)) {
    const path = join(folder, file);
    if (!existsSync(path)) throw notCertified(folder, `${file} 不见了`);
    const bytes = readFileSync(path);
    if (fingerprint(bytes) !== hash) throw notCertified(folder, `${file} 被改动过，与核对证书不一致`);
    files.set(file, bytes);
  }
  return files.set(CERTIFICATE_FILE, readFileSync(join(folder, CERTIFICATE_FILE)));
}

function readHashes(folder: string): Readonly<Record<string, string>> {
  const path = join(folder, CERTIFICATE_FILE);
  if (!existsSync(path)) throw notCertified(folder, "没有核对证书");
  const { ok, files } = parseCertificate(readFileSync(path, "utf8"), folder);
  if (ok !== true) throw notCertified(folder, "核对证书不是“通过”");
  const hashes = typeof files === "object" && files !== null ? (files as Record<string, string>) : {};
  const needed = [BRIEFING_FILE, WORKBOOK_FILE, LEDGER_FILE].filter((file) => !Object.hasOwn(hashes, file));
  if (needed.length > 0) throw notCertified(folder, `核对证书里没有 ${needed.join("、")}`);
  const stray = Object.keys(hashes).filter((file) => !/^[a-z]+\.[a-z]+$/.test(file));
  if (stray.length > 0)
    throw notCertified(folder, `核对证书里的文件名不对：${stray.map((file) => JSON.stringify(file))}`);
  return hashes;
}

function parseCertificate(text: string, folder: string): { readonly ok?: unknown; readonly files?: unknown } {
  try {
    return JSON.parse(text) ?? {};
  } catch (cause) {
    throw notCertified(folder, "核对证书读不出来", cause);
  }
}

function notCertified(folder: string, problem: string, cause?: unknown): PipelineError {
  return new PipelineError("NOT_CERTIFIED", `${problem}，没有发出`, {
    location: { file: folder },
    hint: "请重新 publish 这一期，不要改动文稿文件夹里的文件",
    cause,
  });
}
