import { CERTIFICATE_FILE } from "../model/edition-files.ts";
import type { EditionName } from "../store/editions.ts";
import { findRendering } from "../store/renderings.ts";
import type { Certificate } from "./certify.ts";
import type { KeptEdition } from "./keep-edition.ts";
import type { OpenHome } from "./open-home.ts";
import { readEdition } from "./standing-edition.ts";

/**
 * Finds the version that was made of just this and proved, and that stands on disk byte for byte as it was recorded.
 *
 * @param makings as `hashMakings` gives it
 * @returns undefined where there is none, or where any file of it is missing, changed or too many
 * @throws PipelineError STORE_BUSY, STORE_FAILED
 */
export async function findRendered(
  open: OpenHome,
  name: EditionName,
  makings: string,
): Promise<KeptEdition | undefined> {
  const record = await findRendering(open.store, name, makings);
  if (record === undefined) return undefined;
  const { folder, files, fault } = readEdition(open, record);
  if (fault !== null) return undefined;
  const certificate: Certificate = JSON.parse(new TextDecoder().decode(files.get(CERTIFICATE_FILE)));
  const names = [...Object.keys(certificate.files), CERTIFICATE_FILE];
  return { version: record.version, isNew: false, folder, files: names, proof: certificate.papers };
}
