import { PipelineError } from "../../errors.ts";
import type { Assessment } from "../../model/assessment.ts";
import type { Edition, EditionKind } from "../../model/edition.ts";
import { BRIEFING_FILE, CERTIFICATE_FILE, DATA_FILE, LEDGER_FILE, WORKBOOK_FILE } from "../../model/edition-files.ts";
import { MONTHS_IN } from "../../model/edition-kind.ts";
import { letterheadOf } from "../../model/letterhead.ts";
import { monthOf, type Period, yearOf } from "../../model/period.ts";
import { renderCsv } from "../../report/data-csv.ts";
import { describeEdition } from "../../report/edition/describe.ts";
import { ledger } from "../../report/edition/ledger.ts";
import type { EditionFiles } from "../../report/edition-folder.ts";
import { readKnowledge } from "../../store/known-then.ts";
import { atOneMoment } from "../../store/one-moment.ts";
import { requireCaughtUp } from "../catch-up.ts";
import type { Effects } from "../effects.ts";
import type { OpenHome } from "../open-home.ts";
import { loadPlan } from "../plan.ts";
import { judge } from "../progress.ts";
import { editionInput } from "./input.ts";
import { type CertifiedFiles, type KeptEdition, keepEdition } from "./keep.ts";
import { hashMakings, type Look } from "./makings.ts";
import { loadNotes } from "./notes.ts";
import { findRendered } from "./rendered-before.ts";
import { loadTemplates } from "./templates.ts";

/** What is to be published. */
export interface PublishRequest {
  readonly period: Period;
  readonly kind: EditionKind;
  readonly asOf: string | null;
}

/** An edition as it stands on disk. */
export interface Published extends KeptEdition {
  readonly period: Period;
  readonly kind: EditionKind;
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
  const look = { theme: templates.theme, letterhead: letterheadOf(templates.letterhead, notes?.issue ?? null) };
  const makings = hashMakings(edition, look);
  const written =
    (await findRendered(open, edition, makings)) ??
    (await keepEdition(open, edition, await proved(edition, look), { makings, startedAt, known, effects }));
  const { illustrative, dataVintage } = edition;
  return { period, kind, ...written, illustrative, dataVintage, notes: notes?.file ?? null, assessments };
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

/** The edition's files, proved, with the certificate beside them. */
async function proved(edition: Edition, look: Look): Promise<CertifiedFiles> {
  const rendered = await renderFiles(edition, look);
  const { certify } = await import("./certify.ts");
  const certificate = await certify(rendered);
  const text = `${JSON.stringify(certificate, null, 1)}\n`;
  return { files: new Map([...rendered, [CERTIFICATE_FILE, new TextEncoder().encode(text)]]), certificate };
}

async function renderFiles(edition: Edition, { theme, letterhead }: Look): Promise<EditionFiles> {
  const data = edition.sheets.find(({ plain }) => plain);
  const { renderBriefing } = await import("../../report/briefing/write.ts");
  const { renderWorkbook } = await import("../../report/workbook/write.ts");
  return new Map([
    [BRIEFING_FILE, await renderBriefing(edition, theme, letterhead)],
    [WORKBOOK_FILE, await renderWorkbook(edition, theme, letterhead.issuer)],
    ...(data ? [[DATA_FILE, renderCsv(data)] as const] : []),
    [LEDGER_FILE, new TextEncoder().encode(`${JSON.stringify(ledger(edition), null, 1)}\n`)],
  ]);
}
