import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import {
  type Delivered,
  type DeliverRequest,
  type DeliverSetting,
  deliver,
} from "../../pipeline/jobs/deliver/deliver.ts";
import { homePaths } from "../../pipeline/jobs/home.ts";
import type { OpenHome } from "../../pipeline/jobs/open-home.ts";
import { loadReference, type Reference } from "../../pipeline/jobs/reference.ts";
import type { MailSetting } from "../../pipeline/model/mail-setting.ts";
import { DEFAULT_RULES } from "../../pipeline/model/rules.ts";
import { fingerprint } from "../../pipeline/read/fingerprint.ts";
import { DEFAULT_READ_LIMITS } from "../../pipeline/read/limits.ts";
import { hashFiles } from "../../pipeline/report/edition-folder.ts";
import { type EditionRecord, insertEdition, listEditions } from "../../pipeline/store/editions.ts";
import { closeStore, openStore } from "../../pipeline/store/sqlite.ts";
import { memoryEffects, ROOT, scratchFolder } from "./scratch-home.ts";
import { shippedOriginal } from "./shipped-home.ts";

export const JUNE = "2023-06-monthly";

/** The project with recipients of the test's own; a line each as in seeds/recipients.yaml. */
export function deliveryRoot(recipients: readonly string[]): string {
  const root = scratchFolder();
  mkdirSync(join(root, "seeds"));
  symlinkSync(join(ROOT, "templates"), join(root, "templates"));
  for (const name of readdirSync(join(ROOT, "seeds"))) {
    if (name !== "recipients.yaml") symlinkSync(join(ROOT, "seeds", name), join(root, "seeds", name));
  }
  const list = recipients.length === 0 ? " []" : recipients.map((line) => `\n  - ${line}`).join("");
  writeFileSync(join(root, "seeds/recipients.yaml"), `recipients:${list}\n`);
  return root;
}

/** A recipient of mail who gets these papers. */
export function mailTo(address: string, papers = "briefing, workbook"): string {
  return `{ role: leader, name: 领导${address.split("@")[0]}, channel: mail, address: ${address}, papers: [${papers}] }`;
}

/** A recipient with a folder. */
export function folderFor(address: string, papers = "briefing, workbook"): string {
  return `{ role: office, name: ${address}, channel: shared-folder, address: ${address}, papers: [${papers}] }`;
}

/** The test's server, reached with STARTTLS and without a password. */
export function mailSetting(port: number, changes: Partial<MailSetting> = {}): MailSetting {
  return {
    ...{ host: "localhost", port, security: "starttls", user: null, password: null, from: "jindu@example.cn" },
    ...{ caFile: `${ROOT}tests/fixtures/mail/localhost.pem`, timeoutMs: 10_000, lastAnswerMs: 10_000, ...changes },
  };
}

/** The shipped seeds, read once: a test's own differ from them by the recipients alone. */
let shippedReference: Reference | undefined;

/** A home with June's paper in it, and what people do there; waiting takes no time, and is noted. */
export async function deliveryHome(root: string, setting: Partial<DeliverSetting> = {}) {
  const home = scratchFolder();
  const shipped = await shippedOriginal();
  for (const name of ["jindu.sqlite", `editions/${JUNE}`])
    cpSync(join(shipped, name), join(home, name), { recursive: true });
  const paths = homePaths(home);
  const store = await openStore(paths.database);
  onTestFinished(() => closeStore(store));
  shippedReference ??= loadReference(ROOT);
  const open: OpenHome = {
    root,
    home: paths,
    store,
    reference: shippedReference,
    ruleSet: DEFAULT_RULES,
    limits: DEFAULT_READ_LIMITS,
  };
  const effects = memoryEffects();
  const waits: number[] = [];
  const wait = async (ms: number) => void waits.push(ms);
  const whole: DeliverSetting = { approval: false, shared: join(home, "shared"), mail: null, ...setting };
  const plain: DeliverRequest = { edition: JUNE, to: null, isDryRun: false, again: null, arrived: null, bounced: null };
  return {
    ...{
      home,
      root,
      open,
      waits,
      log: effects.lines,
      shared: whole.shared,
      folder: join(home, "editions", JUNE, "v1"),
    },
    deliver: (request: Partial<DeliverRequest> = {}): Promise<Delivered> =>
      deliver(open, { ...plain, ...request }, whole, { ...effects, wait }),
  };
}

/** June's next version: the one before with some files changed, certified and recorded. */
export async function nextVersion(
  { home, open }: Pick<Awaited<ReturnType<typeof deliveryHome>>, "home" | "open">,
  changes: Readonly<Record<string, string>> = {},
  asOf: string | null = null,
): Promise<void> {
  const before = (await juneVersions(open)).at(-1);
  if (before === undefined) throw new Error(`no ${JUNE}`);
  const { version, path } = placeOf(before.version + 1);
  const folder = join(home, path);
  cpSync(join(home, before.path), folder, { recursive: true });
  for (const [name, more] of Object.entries(changes)) appendFileSync(join(folder, name), more);
  const certificate = JSON.parse(readFileSync(join(folder, "certificate.json"), "utf8"));
  for (const name of Object.keys(changes)) certificate.files[name] = fingerprint(readFileSync(join(folder, name)));
  writeFileSync(join(folder, "certificate.json"), JSON.stringify({ ...certificate, version }));
  const names = [...Object.keys(certificate.files), "certificate.json"];
  const files = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
  const edition = { ...before, version, path, asOf, state: "draft" as const, contentSha256: hashFiles(files) };
  await record(open, edition);
}

/** June's next version: what one of the earlier ones said, byte for byte. */
export async function versionAgain(
  { home, open }: Pick<Awaited<ReturnType<typeof deliveryHome>>, "home" | "open">,
  earlier: number,
): Promise<void> {
  const versions = await juneVersions(open);
  const said = versions.find(({ version }) => version === earlier);
  if (said === undefined) throw new Error(`no version ${earlier}`);
  const place = placeOf((versions.at(-1)?.version ?? 0) + 1);
  cpSync(join(home, said.path), join(home, place.path), { recursive: true });
  await record(open, { ...said, ...place, state: "draft" });
}

async function juneVersions({ store }: OpenHome): Promise<readonly EditionRecord[]> {
  return (await listEditions(store)).filter(({ period, kind }) => `${period}-${kind}` === JUNE);
}

function placeOf(version: number): Pick<EditionRecord, "version" | "path"> {
  return { version, path: `editions/${JUNE}/v${version}` };
}

async function record({ store }: OpenHome, edition: EditionRecord): Promise<void> {
  const run = { job: "publish", startedAt: edition.createdAt, finishedAt: edition.createdAt, subject: null } as const;
  await insertEdition(store, edition, { ...run, outcome: "done", counts: {}, error: null });
}

/** Whom, and what has become of it: "a@example.cn sent 1 250". */
export function told({ deliveries }: Pick<Delivered, "deliveries">): readonly string[] {
  return deliveries.map(({ address, state, attempts, code }) => `${address} ${state} ${attempts} ${code}`);
}
