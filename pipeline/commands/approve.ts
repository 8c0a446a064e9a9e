import type { Config } from "../config.ts";
import { approve as approveEdition } from "../jobs/deliver/approve.ts";
import type { Effects } from "../jobs/effects.ts";
import { withHome } from "../jobs/open-home.ts";
import { printableJson } from "../model/printable-text.ts";

/** Approves an edition and says so; exit code 0, also where it was approved before. */
export async function approve(
  words: string,
  options: { readonly by?: string; readonly json?: boolean },
  config: Config,
  effects: Effects,
  write: (text: string) => void,
): Promise<number> {
  const request = { edition: words, by: options.by ?? null };
  const approved = await withHome(config, (open) => approveEdition(open, request, effects));
  const { edition, version, isNew } = approved;
  if (options.json) write(printableJson(approved));
  else write(isNew ? `已签发 ${edition} 第 ${version} 版。` : `${edition} 第 ${version} 版此前已经签发或发出。`);
  return 0;
}
