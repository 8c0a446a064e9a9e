import { join } from "node:path";
import { PipelineError } from "../errors.ts";
import type { Assessment } from "../model/assessment.ts";
import type { Edition, EditionKind } from "../model/edition.ts";
import { BRIEFING_FILE, CERTIFICATE_FILE, DATA_FILE, LEDGER_FILE, WORKBOOK_FILE } from "../model/edition-files.ts";
import { MONTHS_IN } from "../model/edition-kind.ts";
import { letterheadOf } from "../model/letterhead.ts";
import { monthOf, type Period, yearOf } from "../model/period.ts";
import { renderCsv } from "../report/data-csv.ts";
import { describeEdition } from "../report/edition/describe.ts";
import { ledger } from "../report/edition/ledger.ts";
import {
  dropStagedFolder,
  type EditionFiles,
  hashFiles,
  holdsExactly,
  settleEditionFolder,
  stageEditionFolder,
} from "../report/edition-folder.ts";
import { insertBasis } from "../store/edition-bases.ts";
import { type EditionRecord, findEditionByContent, findLatestEdition, insertEdition } from "../store/editions.ts";
import { type Knowledge, readKnowledge } from "../store/known-then.ts";
import { atOneMoment } from "../store/one-moment.ts";
import type { JobRun } from "../store/runs.ts";
import { keepBasis } from "./basis.ts";
import { requireCaughtUp } from "./catch-up.ts";
import type { Certificate } from "./certify.ts";
import { editionInput } from "./edition-input.ts";
import { loadNotes } from "./edition-notes.ts";
import type { Effects } from "./effects.ts";
import type { OpenHome } from "./open-home.ts";
import { loadPlan } from "./plan.ts";
import { judge } from "./progress.ts";
import { loadTemplates, type Templates } from "./templates.ts";

/** What is to be published. */
export interface PublishRequest {
  readonly period: Period;
  readonly kind: EditionKind;
  readonly asOf: string | null;
}

/** An edition as it stands on disk. */
export interface Published {
  readonly period: Period;
  readonly kind: EditionKind;
  readonly version: number;
  readonly isNew: boolean; // false where this version was there already
  readonly folder: string;
  readonly files: readonly string[]; // names in the folder
  readonly proof: Certificate["papers"]; // counts of what was proved, by file
  readonly illustrative: boolean;
  readonly dataVintage: string;
  readonly notes: string | null; // the file of notes that is in it, from the home's folder
  readonly assessments: readonly Assessment[];
}

/**
 * Writes an edition of the papers, proved: a new version where no version yet says just this. Nothing is kept of one whose
 * numbers do not all resolve.
 *
 * What a compiler has added to it (notes/<period>-<kind>.md of the home) is part of it.
 *
 * @throws PipelineError USAGE, PLAN_NOT_FOUND, NOTHING_TO_PUBLISH, PROOF_FAILED, SEED_INVALID, TEMPLATE_INVALID,
 *   NOTE_INVALID, NOTE_UNPROVEN, STORE_BUSY, STORE_FAILED
 */
export async function publish(open: OpenHome, request: PublishRequest, effects: Effects): Promise<Published> {
  const startedAt = effects.now();
  const { period, kind, asOf } = request;
  requireEnd(kind, period);
  const plan = loadPlan(open.root, yearOf(period), open.reference);
  const templates = loadTemplates(open.root, kind, open.reference);
  const notes = await loadNotes(open.home.notes, request);
  if (notes) (await import("./note-language.ts")).requireNoteLanguage(notes, effects.logger);
  await requireCaughtUp(open, effects);
  const { assessments, input, known } = await atOneMoment(open.store, async (store) => {
    const still = { ...open, store };
    const judged = await judge(still, plan, request);
    if (judged.assessments.every(({ observations }) => observations.length === 0)) throw nothingToPublish(period, asOf);
    const gathered = await editionInput(still, plan, judged, { ...request, templates, notes });
    return { assessments: judged.assessments, input: gathered, known: await readKnowledge(store) };
  });
  const edition = describeEdition(input);
  const letterhead = letterheadOf(templates.letterhead, notes?.issue ?? null);
  const { files, certificate } = await withCertificate(await renderFiles(edition, { ...templates, letterhead }));
  const written = await keep(open, edition, files, { startedAt, known, effects });
  const { illustrative, dataVintage } = edition;
  const told = { proof: certificate.papers, illustrative, dataVintage, notes: notes?.file ?? null };
  return { period, kind, ...written, files: [...files.keys()], ...told, assessments };
}

/** Sees to it that a paper on a year or a quarter is of its last month. */
function requireEnd(kind: EditionKind, period: Period): void {
  const months = MONTHS_IN[kind];
  if (monthOf(period) % months === 0) return;
  const isAnnual = kind === "annual";
  const quarter = Math.ceil(monthOf(period) / months);
  throw new PipelineError(
    "USAGE",
    isAnnual ? "年报的期间要写年份或 12 月" : "季报的期间要写季度，或 3 月、6 月、9 月、12 月",
    { hint: `例如 publish ${yearOf(period)}${isAnnual ? "" : `-Q${quarter}`} --kind ${kind}` },
  );
}

function nothingToPublish(period: Period, asOf: string | null): PipelineError {
  const known = asOf === null ? "" : `（按${asOf}以前已知的数据）`;
  return new PipelineError("NOTHING_TO_PUBLISH", `没有任何目标在 ${period} 有数据${known}，文稿没有生成`, {
    hint: "请先用 ingest 读取这一期的报表",
  });
}

async function renderFiles(edition: Edition, { theme, letterhead }: Templates): Promise<EditionFiles> {
  const data = edition.sheets.find(({ plain }) => plain);
  const { renderBriefing } = await import("../report/briefing/write.ts");
  const { renderWorkbook } = await import("../report/workbook/write.ts");
  return new Map([
    [BRIEFING_FILE, await renderBriefing(edition, theme, letterhead)],
    [WORKBOOK_FILE, await renderWorkbook(edition, theme, letterhead.issuer)],
    ...(data ? [[DATA_FILE, renderCsv(data)] as const] : []),
    [LEDGER_FILE, new TextEncoder().encode(`${JSON.stringify(ledger(edition), null, 1)}\n`)],
  ]);
}

/** Proves what was written and puts the certificate beside it. */
async function withCertificate(files: EditionFiles): Promise<{ files: EditionFiles; certificate: Certificate }> {
  const { certify } = await import("./certify.ts");
  const certificate = await certify(files);
  const text = `${JSON.stringify(certificate, null, 1)}\n`;
  return { files: new Map([...files, [CERTIFICATE_FILE, new TextEncoder().encode(text)]]), certificate };
}

interface Occasion {
  readonly startedAt: string;
  readonly known: Knowledge;
  readonly effects: Effects;
}

/** The version is taken in the store before the folder appears, so that two processes never write to the same one. */
async function keep(
  open: OpenHome,
  edition: Edition,
  files: EditionFiles,
  occasion: Occasion,
): Promise<{ readonly version: number; readonly isNew: boolean; readonly folder: string }> {
  const { period, kind, region, asOf } = edition;
  const contentSha256 = hashFiles(files);
  const name = { period, kind, region };
  const same = await findEditionByContent(open.store, name, contentSha256);
  const isNew = same === undefined;
  const basis = { ...keepBasis(open), known: occasion.known };
  if (same) await insertBasis(open.store, same, basis); // one recorded by an older program has none
  const version = same?.version ?? ((await findLatestEdition(open.store, name))?.version ?? 0) + 1;
  const path = `editions/${period}-${kind}/v${version}`;
  const folder = join(open.home.editions, "..", path);
  if (!isNew && holdsExactly(folder, files)) return { version, isNew, folder };
  const staged = stageEditionFolder(folder, files);
  const createdAt = occasion.effects.now();
  const record: EditionRecord = { period, kind, region, version, state: "draft", asOf, contentSha256, createdAt, path };
  if (isNew && (await insertEdition(open.store, record, runOf(record, edition, occasion), basis)) === "taken") {
    dropStagedFolder(staged);
    return keep(open, edition, files, occasion);
  }
  settleEditionFolder(staged, folder);
  return { version, isNew, folder };
}

function runOf({ period, kind, version }: EditionRecord, edition: Edition, { startedAt, effects }: Occasion): JobRun {
  const counts = { figures: edition.figures.length };
  const subject = `${period}-${kind}-v${version}`;
  return { job: "publish", startedAt, finishedAt: effects.now(), outcome: "done", subject, counts, error: null };
}
