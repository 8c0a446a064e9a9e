import type { Config } from "../config.ts";
import { describeUnmatched } from "../jobs/edition/proof-words.ts";
import { type Proved, prove as provePaper } from "../jobs/edition/prove.ts";
import { printableJson } from "../model/printable-text.ts";

const MOST_LINES = 100;

/** Prints whether every number of a paper resolves; exit code 1 where one does not. */
export async function prove(
  path: string,
  options: { readonly json?: boolean },
  config: Config,
  write: (text: string) => void,
): Promise<number> {
  const proved = await provePaper(path, config);
  write(options.json ? printableJson(proved) : describe(proved));
  return proved.ok ? 0 : 1;
}

function describe({ ok, files, figures, matched, numerals, others, unmatched, certified, altered }: Proved): string {
  const declared = Object.values(others).reduce((sum, count) => sum + count, 0);
  const counts = `${figures} 处统计数，${matched} 处与台账一致；日期、序号、规则等 ${declared} 处；文件中共有 ${numerals} 个数`;
  const since = altered.map((file) => `${file} 出稿后改动过或重新保存过，文字请以发出的那一份为准。`);
  const head = [...files, counts, ...since];
  if (ok)
    return [...head, `核对通过。${certified ? "台账与核对证书一致。" : "旁边没有核对证书，台账本身没有核对。"}`].join(
      "\n",
    );
  if (unmatched.length === 0) return [...head, "核对没有通过：一个统计数也没有找到。"].join("\n");
  return [
    ...head,
    `核对没有通过，${unmatched.length} 处对不上：`,
    ...unmatched.slice(0, MOST_LINES).map((one) => `  ${describeUnmatched(one)}`),
    ...(unmatched.length > MOST_LINES ? [`  其余 ${unmatched.length - MOST_LINES} 处用 --json 查看。`] : []),
    ...(unmatched.some(({ fault }) => fault === "ledger")
      ? ["请到本期的文件夹重新取发出的那一份；要改数的，先改报表，重新读取后再发布。"]
      : ["请把手工改动的数改回来；数确实要改的，先改报表，重新读取后再发布。"]),
  ].join("\n");
}
