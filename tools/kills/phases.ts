import type { ProjectKind } from "./project.ts";

/** What is killed in a home that is ready for it; each piece of work as program.ts takes it. */
export interface Phase extends ProjectKind {
  readonly name: string;
  readonly before: readonly (readonly string[])[]; // makes the home ready
  readonly work: readonly string[];
  readonly code: number; // with which an undisturbed run ends
  readonly leaves: string; // how a line of home-state.ts or mail-state.ts begins that tells that it has done its work
  readonly like?: string; // an earlier phase in which the same kinds of boundaries are hit
}

const APRIL: ProjectKind = { months: [4], hasOddFiles: false, isByMail: false };
const INGEST = { ...APRIL, hasOddFiles: true, leaves: "observation " };
const PUBLISH = { ...APRIL, leaves: "edition " };
const BY_MAIL = { ...APRIL, isByMail: true, leaves: "mail " };
const QUARTER: ProjectKind = { ...APRIL, months: [4, 5, 6] };

const INBOX = ["jobs", "inbox"];
const APRIL_PAPER = ["jobs", "publish-monthly=2023-04"];
const DELIVER = ["jobs", "deliver"];
const CORRECTION = ["command", "publish", "2023-04", "--rules", "tianjin"];
const QUARTER_PAPERS = ["jobs", "publish-monthly=2023-06", "publish-quarterly=2023-Q2"];

/** Every way in which the home, shared folders and mailboxes are changed, by the schedule or by the command line. */
export const PHASES: readonly Phase[] = [
  { ...INGEST, name: "ingest", before: [], work: INBOX, code: 0 },
  { ...INGEST, name: "ingest by command", like: "ingest", before: [], work: ["command", "ingest", "sheets"], code: 1 },
  { ...PUBLISH, name: "publish", before: [INBOX], work: APRIL_PAPER, code: 0 },
  {
    ...PUBLISH,
    name: "publish by command",
    like: "publish",
    before: [INBOX],
    work: ["command", "publish", "2023-04"],
    code: 0,
  },
  {
    ...APRIL,
    name: "deliver to folders",
    before: [INBOX, APRIL_PAPER, DELIVER, CORRECTION],
    work: DELIVER,
    code: 0,
    leaves: "delivery ",
  },
  {
    ...BY_MAIL,
    name: "deliver by mail",
    before: [INBOX, APRIL_PAPER],
    work: ["command", "deliver", "2023-04-monthly"],
    code: 0,
    leaves: "mail ",
  },
  {
    ...BY_MAIL,
    name: "remind by mail",
    before: [INBOX],
    work: ["command", "remind"],
    code: 0,
    leaves: "mail ",
  },
  {
    ...QUARTER,
    name: "archive",
    before: [INBOX, QUARTER_PAPERS],
    work: ["jobs", "archive=2023-Q2"],
    code: 0,
    leaves: "package_item ",
  },
];
