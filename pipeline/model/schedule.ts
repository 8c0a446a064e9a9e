/** When a file in the inbox is taken. */
export interface InboxRules {
  readonly settleMs: number; // for so long nothing about it has changed
  readonly patienceMs: number; // for so long one that is plainly cut short is waited for
}

/** What seeds/schedule.yaml says. */
export interface ScheduleRules {
  readonly inbox: InboxRules;
}
