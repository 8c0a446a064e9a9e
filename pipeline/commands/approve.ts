import type { Config } from "../config.ts";
import { approve as approveEdition } from "../jobs/approve.ts";
import { withHome } from "../jobs/open-home.ts";
import { printableJson } from "../model/printable-text.ts";

/** Approves an edition and says so; exit code 0, also where it was approved before. */
export async function approve(
  words: string,
  options: { readonly json?: boolean },
  config: Config,
  write: (text: string) => void,
): Promise<number> {
  const approved = await withHome(config, (open) => approveEdition(open, words));
  const { edition, version, isNew } = approved;
  if (options.json) write(printableJson(approved));
  else write(isNew ? `已签发 ${edition} 第 ${version} 版。` : `${edition} 第 ${version} 版此前已经签发或发出。`);
  return 0;
}
