import { X509Certificate } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { PipelineError } from "./errors.ts";
import { MAIL_VARIABLES, type MailSetting, parseMailSetting } from "./model/mail-setting.ts";
import { READ_LIMIT_NAMES, READ_LIMITS, type ReadLimitName, type ReadLimitValues } from "./model/read-limit.ts";
import { DEFAULT_RULES } from "./model/rules.ts";

/** Where things are, and how much a file may ask. */
export interface Config {
  readonly root: string; // the project: seeds/ and templates/ stand in it
  readonly home: string; // everything written at run time
  readonly limits: ReadLimitValues;
  readonly rules: string; // name of a rule set of seeds/rules/
  readonly approval: boolean; // papers leave only once they are approved
  readonly shared: string; // the folder that papers are put into for others to see
  readonly mail: MailSetting | null; // null: no mail is sent
  readonly backups: string; // the folder that nightly backups are put into
  readonly office: string | null; // LibreOffice's program; null where no PDFs are wanted
}

/** Environment variables as they come: nothing is known of them yet. Those that are not ours are passed over. */
export type ConfigSpec = Readonly<Record<string, unknown>>;

const OFFICE = "soffice"; // as LibreOffice calls it on every system

const LIMIT_PREFIX = "JINDU_READ_MAX_";

/**
 * Completes the settings: `JINDU_HOME`, else `output/` in the project; `JINDU_RULES`, else the default rule set, which is
 * sought when it is read; `JINDU_READ_MAX_...`, else the standard limits; `JINDU_APPROVAL`, else off; `JINDU_SHARED`, else
 * `shared/` in the home; `JINDU_BACKUPS`, else `backups/` in the home; `JINDU_SMTP_...`, else no mail; `JINDU_OFFICE`, else
 * LibreOffice where it is found, `none` for no PDFs. A relative path counts from the project, wherever the program is started.
 *
 * @throws PipelineError CONFIG_INVALID with all that is wrong: a home that is there and is not a folder, a limit that
 *   is no number or out of range, a limit or a setting of mail of a name that there is not, a certificate that is none, and so on
 */
export function normaliseConfig(spec: ConfigSpec): Config {
  const problems: string[] = [];
  const root = fileURLToPath(new URL("..", import.meta.url));
  const home = normaliseHome(spec.JINDU_HOME, root, problems);
  const limits = normaliseLimits(spec, problems);
  const rules = spec.JINDU_RULES === undefined || spec.JINDU_RULES === "" ? DEFAULT_RULES : String(spec.JINDU_RULES);
  const approval = normaliseApproval(spec.JINDU_APPROVAL, problems);
  const shared = spec.JINDU_SHARED ? resolve(root, String(spec.JINDU_SHARED)) : resolve(home, "shared");
  const backups = normaliseBackups(spec.JINDU_BACKUPS, { root, home, shared }, problems);
  const given = parseMailSetting(spec, problems);
  const mail = given && Object.freeze({ ...given, caFile: given.caFile && resolve(root, given.caFile) });
  if (mail !== null && mail.caFile !== null) checkCertificate(mail.caFile, problems);
  if (problems.length > 0) {
    throw new PipelineError("CONFIG_INVALID", problems.join("；"), { hint: "请改正这些环境变量，或去掉它们" });
  }
  const office = spec.JINDU_OFFICE === undefined || spec.JINDU_OFFICE === "" ? OFFICE : String(spec.JINDU_OFFICE);
  return Object.freeze({
    root,
    home,
    limits,
    rules,
    approval,
    shared,
    mail,
    backups,
    office: office === "none" ? null : office,
  });
}

/** The same settings under another rule set; as they are where a person names none. */
export function withRules(config: Config, rules: string | undefined): Config {
  return rules === undefined ? config : Object.freeze({ ...config, rules });
}

function normaliseHome(home: unknown, root: string, problems: string[]): string {
  if (home === undefined || home === "") return resolve(root, "output");
  const folder = resolve(root, String(home));
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) {
    problems.push(`JINDU_HOME 指向的 ${JSON.stringify(folder)} 不是文件夹，应是一个文件夹，例如 JINDU_HOME=/srv/jindu`);
  }
  return folder;
}

/** Found out here rather than when papers are to leave; every certificate of the file. */
function checkCertificate(file: string, problems: string[]): void {
  const problem = (what: string) =>
    problems.push(`JINDU_SMTP_CA（${MAIL_VARIABLES.JINDU_SMTP_CA}）指向的 ${JSON.stringify(file)} ${what}`);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    problem("打不开");
    return;
  }
  try {
    const blocks = text.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
    for (const block of blocks) new X509Certificate(block);
    if (blocks.length === 0) problem("里没有 PEM 格式的证书");
  } catch {
    problem("里的证书读不出来");
  }
}

/** A backup holds all that is in the home, and must neither hold itself nor lie where everybody sees it. */
function normaliseBackups(
  backups: unknown,
  { root, home, shared }: Pick<Config, "root" | "home" | "shared">,
  problems: string[],
): string {
  const standard = resolve(home, "backups");
  if (backups === undefined || backups === "") return standard;
  const folder = resolve(root, String(backups));
  const isIn = (outer: string) => folder === outer || folder.startsWith(`${outer}${sep}`);
  if (isIn(shared) || (isIn(home) && !isIn(standard))) {
    const found = `JINDU_BACKUPS 指向的 ${JSON.stringify(folder)} `;
    problems.push(
      `${found}在 JINDU_HOME 或共享文件夹里面，应在它们之外，最好在另一块磁盘上，例如 JINDU_BACKUPS=/mnt/backup`,
    );
  }
  return folder;
}

function normaliseApproval(approval: unknown, problems: string[]): boolean {
  if (approval === undefined || approval === "" || approval === "off") return false;
  if (approval !== "on")
    problems.push(`JINDU_APPROVAL 写成了 ${JSON.stringify(approval)}，应是 on（签发后才能发出）或 off`);
  return true;
}

function normaliseLimits(spec: ConfigSpec, problems: string[]): ReadLimitValues {
  const known = new Set<string>(READ_LIMIT_NAMES.map((name) => READ_LIMITS[name].variable));
  for (const variable of Object.keys(spec)) {
    if (!variable.startsWith(LIMIT_PREFIX) || known.has(variable)) continue;
    problems.push(`没有 ${variable} 这个变量，可用的有 ${[...known].join("、")}`);
  }
  const limits = READ_LIMIT_NAMES.map((name) => [name, normaliseLimit(name, spec, problems)] as const);
  return Object.freeze(Object.fromEntries(limits)) as ReadLimitValues;
}

function normaliseLimit(name: ReadLimitName, spec: ConfigSpec, problems: string[]): number {
  const { variable, words, unit, scale, standard, most, isWhole } = READ_LIMITS[name];
  const given = spec[variable];
  const text = given === undefined || given === "" ? String(standard) : String(given);
  const value = /^\d{1,12}(?:\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN;
  if (!(value > 0 && value <= most) || (isWhole && !Number.isInteger(value))) {
    const range = `大于 0、不超过 ${most} 的${isWhole ? "整数" : "数"}${unit === "" ? "" : `（${unit}）`}`;
    problems.push(`${variable}（${words}）写成了 ${JSON.stringify(text)}，应是${range}，例如 ${variable}=${standard}`);
  }
  return value * scale;
}
