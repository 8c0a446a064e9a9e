import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type CompletedPapers, publishComplete } from "../../../pipeline/jobs/edition/publish-complete.ts";
import { makeHome } from "../../../pipeline/jobs/home.ts";
import { type InboxRound, takeInbox } from "../../../pipeline/jobs/inbox/inbox.ts";
import type { OpenHome } from "../../../pipeline/jobs/open-home.ts";
import { loadPlans } from "../../../pipeline/jobs/plan.ts";
import { loadReference } from "../../../pipeline/jobs/reference.ts";
import { DEFAULT_READ_LIMITS } from "../../../pipeline/read/limits.ts";
import { syncReference } from "../../../pipeline/store/reference.ts";
import { closeStore, openStore } from "../../../pipeline/store/sqlite.ts";
import { filesBelow } from "../../support/files-below.ts";
import { ROOT, scratchFolder } from "../../support/scratch-home.ts";

const SETTLE_MS = 5000;
const PATIENCE_MS = 60_000;

/** An inbox with a clock of its own: put files in, let time go by, look. */
export function inboxHome(home = scratchFolder(), start = "2023-07-10T01:00:00.000Z", root = ROOT) {
  let time = Date.parse(start);
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const effects = { now: () => new Date(time).toISOString(), logger: { info: write, warn: write, error: write } };
  let opened: Promise<OpenHome> | undefined;
  const open = async <T>(work: (home: OpenHome) => Promise<T>) => {
    opened ??= openedHome(home, root);
    return work(await opened);
  };
  return {
    ...{ home, lines, open, effects },
    pass: (ms: number) => {
      time += ms;
    },
    put: (place: string, content: string | Uint8Array) => {
      const path = join(home, "inbox", place);
      mkdirSync(join(path, ".."), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    look: (): Promise<InboxRound> =>
      open((one) => takeInbox(one, { settleMs: SETTLE_MS, patienceMs: PATIENCE_MS }, effects)),
    /** Looks, lets files settle, and looks again. */
    async take(): Promise<InboxRound> {
      await this.look();
      time += SETTLE_MS;
      return this.look();
    },
    publish: (): Promise<CompletedPapers> => open((one) => publishComplete(one, undefined, effects)),
    /** Every file below the inbox but the note, by path. */
    tree: (): readonly string[] => filesBelow(join(home, "inbox")).filter((path) => path !== "说明.txt"),
  };
}

/** A sheet of one figure. */
export function sheet(value: string, month = 6): string {
  return `2023年${month}月农牧业情况\n指标,单位,1-${month}月累计\n一般公共预算收入,亿元,${value}\n`;
}

const shipped = loadReference(ROOT);

async function openedHome(folder: string, root: string): Promise<OpenHome> {
  const reference = root === ROOT ? shipped : loadReference(root);
  const plans = loadPlans(root, reference);
  const home = makeHome(folder);
  const store = await openStore(home.database);
  onTestFinished(() => closeStore(store));
  for (const plan of plans) await syncReference(store, { ...reference, plan });
  return { root, home, store, reference, ruleSet: "default", limits: DEFAULT_READ_LIMITS };
}
