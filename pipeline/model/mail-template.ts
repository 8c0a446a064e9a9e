/** What a line of a mail is made of: standing words, a slot, a figure of the edition, or a stretch that may be left out. */
export type MailPart =
  | string
  | { readonly slot: MailSlot }
  | { readonly figure: string } // a figure's id: count/total
  | { readonly optional: readonly MailPart[] };

export type MailSlot = (typeof MAIL_SLOTS)[number];

/** What templates/mail.md may name beside figures. */
export const MAIL_SLOTS = ["title", "name", "vintage", "issuer", "papers", "headline"] as const;

/** The figures that it may name: counts that a paper may print. */
export const MAIL_FIGURES = [
  "count/total",
  "count/judged",
  "count/held",
  "count/held-share",
  "count/lagging",
  "count/verdict/behind",
  "count/verdict/far-behind",
  "count/green",
  "count/yellow",
  "count/red",
  "count/grey",
  "count/unknown",
  "count/postponed",
  "count/turns/better",
  "count/turns/worse",
  "count/turns/begun",
  "count/milestones",
  "count/milestones/known",
  "count/milestones/done",
  "count/milestones/on-pace",
  "count/milestones/behind",
  "count/milestones/far-behind",
  "count/milestones/overdue",
] as const;

/** A mail as office staff laid it out. */
export interface MailTemplate {
  readonly subject: readonly MailPart[];
  readonly lines: readonly (readonly MailPart[])[]; // an empty one is a blank line
}
