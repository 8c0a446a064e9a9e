import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { parseMail } from "../../tests/support/mail-parts.ts";
import type { RowView } from "./home-state.ts";
import type { ArrivedMail, MailServer } from "./mail-server.ts";
import { type Place, type ProgramEnd, runProgram } from "./run-program.ts";

/** What a person did about a mail of which the program did not know whether it had arrived. */
export interface Settled {
  readonly unsure: "arrived" | "lost";
  readonly end: ProgramEnd | null; // of the program that was told so; null for a reminder, of which nobody is asked
  readonly reminded: string | null; // to whom the reminder was, which is not sent again
}

/** A line for each mail: to whom, and its bytes. */
export function describeMails(mails: readonly ArrivedMail[]): readonly string[] {
  return mails.map(({ to, raw }) => `mail ${to} ${createHash("sha256").update(raw, "latin1").digest("hex")}`);
}

/** Sees to it that what is attached to mails is, byte for byte, files of an edition in the home. */
export function requireAttachments(home: string, mails: readonly ArrivedMail[]): void {
  const editions = join(home, "editions");
  const files = existsSync(editions) ? readdirSync(editions, { recursive: true, withFileTypes: true }) : [];
  const papers = files.filter((file) => file.isFile()).map((file) => readFileSync(join(file.parentPath, file.name)));
  for (const { to, raw } of mails) {
    const [, ...attached] = parseMail(raw).parts; // the text comes first
    if (!attached.every(({ bytes }) => papers.some((paper) => paper.equals(bytes))))
      throw new Error(`what ${to} has got is none of the papers`);
  }
}

/**
 * What is compared of a row on something sent. A mail that is there is there, whether the server said so or a person, and so are
 * papers that a killed process has put into a folder; of reminders nobody is asked.
 */
export const SENT_VIEW: RowView = (table, row) => {
  if (table !== "delivery" && table !== "reminder") return row;
  if (row.state === "handed" && table === "reminder") return { ...row, state: "sent", code: "there", reply: null };
  return ["250", "said", "placed", "there"].includes(String(row.code)) ? { ...row, code: "there", reply: null } : row;
};

/** What is compared where a person had to say what became of a mail: not when that was, and of the runs until then the last. */
export function asSaid(state: readonly string[]): readonly string[] {
  const timeless = (line: string) => line.replace(/"(settled_at|started_at|finished_at)":"[^"]*"/g, '"$1":""');
  const runs = state.filter((line) => line.startsWith(DELIVER_RUN));
  const last = runs.slice(-1).map((line) => line.replace(/:\d+"/, ':n"'));
  return [...state.filter((line) => !runs.includes(line)), ...last].map((line) =>
    /^(?:delivery|run) /.test(line) ? timeless(line) : line,
  );
}

const DELIVER_RUN = 'run {"id":"deliver:';

/**
 * Does what a person does who finds mails of which nobody knows: looks into the mailbox, and says that it arrived or has it sent
 * again.
 *
 * @param work that left them
 * @returns null where there were none
 */
export async function settleUnsure(place: Place, work: readonly string[], server: MailServer): Promise<Settled | null> {
  const papers = listHanded(place.home, "delivery");
  const reminders = listHanded(place.home, "reminder");
  const [address, another] = [...papers, ...reminders];
  if (address === undefined) return null;
  if (another !== undefined) throw new Error(`one kill, and of two mails nobody knows: ${address}, ${another}`);
  const isThere = (await server.arrived()).some(({ to }) => to === address);
  const unsure = isThere ? "arrived" : "lost";
  if (papers.length === 0) return { unsure, end: null, reminded: address };
  const said = [...work, isThere ? "--arrived" : "--again", address];
  return { unsure, end: await runProgram({ ...place, minute: place.minute + 1 }, said), reminded: null };
}

function listHanded(home: string, table: "delivery" | "reminder"): readonly string[] {
  const database = new Database(join(home, "jindu.sqlite"));
  try {
    const query = `SELECT address FROM ${table} WHERE state = 'handed'`;
    return database
      .prepare<[], { readonly address: string }>(query)
      .all()
      .map((row) => row.address);
  } finally {
    database.close();
  }
}
