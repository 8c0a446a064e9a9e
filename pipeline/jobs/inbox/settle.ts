import { join } from "node:path";
import { formatIssue } from "../../model/issue.ts";
import { type IngestedFile, OUTCOME_WORDS } from "../ingest-file.ts";
import { moveOn } from "./move-on.ts";

/** A file that has been read, or was not fit to be. */
export interface ReadFromInbox {
  readonly path: string; // where it lies, in 处理中
  readonly folder: string; // the bureau's
  readonly ingested: IngestedFile | null; // null for what is no file
  readonly problem: string | null; // why not
  readonly remarks: readonly string[]; // what else there is to say to the bureau
}

/**
 * Moves a file on to 已处理/<day>/, or to 未通过/, with what is to be said of it beside it: a text, and the marked copy.
 *
 * @param home from which the marked copy's path counts
 * @param day "2023-07-15", in Beijing
 * @returns where the file is now
 */
export function settleFile({ path, folder, ...read }: ReadFromInbox, home: string, day: string): string {
  const { ingested, problem, remarks } = read;
  const returned = ingested?.returned ?? null;
  return moveOn({
    ...{ path, folder, day, hasFailed: ingested === null || ingested.outcome === "refused" },
    head: OUTCOME_WORDS[ingested?.outcome ?? "refused"],
    lines: [...(problem === null ? [] : [problem]), ...remarks, ...issueLines(ingested)],
    companion: returned === null ? null : { from: join(home, returned), name: "核对结果" },
  });
}

function issueLines(ingested: IngestedFile | null): readonly string[] {
  if (ingested === null) return [];
  const told = ingested.issues.filter(({ severity }) => severity !== "info");
  return told.map((issue) => `${issue.severity === "error" ? "错误" : "提醒"} ${formatIssue(ingested.file, issue)}`);
}
