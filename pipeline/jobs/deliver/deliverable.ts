import type { PrintedEdition } from "../../deliver/mail-text.ts";
import { PipelineError } from "../../errors.ts";
import { LEDGER_FILE } from "../../model/edition-files.ts";
import type { EditionFiles } from "../../report/edition-folder.ts";
import { type EditionRecord, listEditions } from "../../store/editions.ts";
import { parseEditionName } from "../edition/name.ts";
import { proveEdition } from "../edition/standing.ts";
import type { OpenHome } from "../open-home.ts";

/** An edition that may leave: what stands on disk is what was proved. */
export interface Deliverable {
  readonly name: string; // 2023-06-monthly
  readonly record: EditionRecord;
  readonly files: EditionFiles; // all of its folder, the certificate too
  readonly printed: PrintedEdition; // its edition.json
}

/**
 * Finds an edition by its name and sees to it that nothing in it has changed since it was proved: its files are what the
 * store recorded, byte for byte, and they are proved once more.
 *
 * A look into the past (`publish --as-of`) leaves, and replaces others, only where its version is named.
 *
 * @throws PipelineError USAGE for no name, a version that a later one has replaced, or where all versions look into the past;
 *   EDITION_NOT_FOUND; NOT_CERTIFIED where a file is missing, changed or too many, or the proof is red
 */
export async function requireDeliverable(open: OpenHome, words: string): Promise<Deliverable> {
  const { name, record } = await findEdition(open, words);
  const { folder, files, fault } = await proveEdition(open, record);
  if (fault !== null) throw notCertified(folder, fault);
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

function notCertified(folder: string, fault: string): PipelineError {
  return new PipelineError("NOT_CERTIFIED", `${fault}，没有发出`, {
    location: { file: folder },
    hint: "请重新 publish 这一期，不要改动文稿文件夹里的文件；要的就是这一版的，请从备份里找回它的文件夹",
  });
}
