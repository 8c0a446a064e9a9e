import type { Logger } from "../log.ts";

/** What a job may do to the world besides its files and its store. */
export interface Effects {
  readonly now: () => string; // ISO 8601, UTC: "2026-11-23T08:00:00.000Z"
  readonly logger: Logger;
}

/** The same for a job that has to do with others outside: waits for them, and makes what they cannot guess. */
export interface TimedEffects extends Effects {
  readonly wait: (ms: number) => Promise<void>;
  readonly random: (bytes: number) => Uint8Array; // as from the system's own source
}
