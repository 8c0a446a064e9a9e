import type { Edition } from "../../model/edition.ts";
import { CERTIFICATE_FILE } from "../../model/edition-files.ts";
import { findLatestAsOf, findMakings } from "../../store/editions.ts";
import type { OpenHome } from "../open-home.ts";
import type { Certificate } from "./certify.ts";
import type { KeptEdition } from "./keep.ts";
import { readEdition } from "./standing.ts";

/**
 * Finds the latest version where it was made of just this and proved, and stands on disk byte for byte as it was recorded.
 *
 * @param edition as it is described now; only a version of the same day's knowledge counts
 * @param makings as `hashMakings` gives it
 * @returns undefined where it was made of anything else, or where any file of it is missing, changed or too many
 * @throws PipelineError STORE_BUSY, STORE_FAILED
 */
export async function findRendered(
  open: OpenHome,
  edition: Edition,
  makings: string,
): Promise<KeptEdition | undefined> {
  const record = await findLatestAsOf(open.store, edition, edition.asOf);
  if (record === undefined || (await findMakings(open.store, record)) !== makings) return undefined;
  const { folder, files, fault } = readEdition(open, record);
  if (fault !== null) return undefined;
  const certificate: Certificate = JSON.parse(new TextDecoder().decode(files.get(CERTIFICATE_FILE)));
  const names = [...Object.keys(certificate.files), CERTIFICATE_FILE];
  return { version: record.version, isNew: false, folder, aside: null, files: names, proof: certificate.papers };
}
