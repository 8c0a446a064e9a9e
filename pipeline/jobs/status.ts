import { readStatus, type StoreStatus } from "../store/status.ts";
import { homePaths } from "./home.ts";

/** What a home holds; `store` is null while nothing has been read into it. */
export interface HomeStatus {
  readonly home: string;
  readonly store: StoreStatus | null;
}

/** Looks into a home without changing anything. @throws PipelineError STORE_BUSY, STORE_FAILED */
export function readHomeStatus(folder: string): HomeStatus {
  return { home: folder, store: readStatus(homePaths(folder).database) };
}
