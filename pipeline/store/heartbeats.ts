import { ask, type Store } from "./database.ts";

export interface HeartbeatTable {
  readonly name: string;
  readonly owner: string;
  readonly started_at: string;
  readonly beat_at: string;
  readonly stopped_at: string | null;
}

/** Notes that a process is at work now; its first beat is when it started. */
export async function beat(store: Store, name: string, owner: string, now: string): Promise<void> {
  const row = { name, owner, started_at: now, beat_at: now, stopped_at: null };
  await ask(store, (database) =>
    database
      .insertInto("heartbeat")
      .values(row)
      .onConflict((conflict) =>
        conflict.column("name").doUpdateSet((eb) => ({
          owner,
          beat_at: now,
          stopped_at: null,
          started_at: eb
            .case()
            .when("heartbeat.owner", "=", owner)
            .then(eb.ref("heartbeat.started_at"))
            .else(now)
            .end(),
        })),
      )
      .execute(),
  );
}

/** Notes that a process is at work still; nothing where another has taken its place. */
export async function beatAgain(store: Store, name: string, owner: string, now: string): Promise<void> {
  await ask(store, (database) =>
    database
      .updateTable("heartbeat")
      .set({ beat_at: now })
      .where("name", "=", name)
      .where("owner", "=", owner)
      .execute(),
  );
}

/** Notes that the process has stopped of its own accord, unless another has taken its place. */
export async function lastBeat(store: Store, name: string, owner: string, now: string): Promise<void> {
  await ask(store, (database) =>
    database
      .updateTable("heartbeat")
      .set({ beat_at: now, stopped_at: now })
      .where("name", "=", name)
      .where("owner", "=", owner)
      .execute(),
  );
}
