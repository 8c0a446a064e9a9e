import type { Store } from "../../pipeline/store/database.ts";
import { openStore } from "../../pipeline/store/sqlite.ts";

/** An empty store in memory, with the real schema. */
export function freshStore(): Promise<Store> {
  return openStore(":memory:");
}
