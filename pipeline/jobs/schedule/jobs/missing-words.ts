import type { Reporting } from "../../../model/reporting.ts";
import type { Reference } from "../../reference.ts";

/** Names the sheets that have not come, with their bureaus; null where all have. */
export function missingWords(missing: readonly Reporting[], { bureaus, sources }: Reference): string | null {
  if (missing.length === 0) return null;
  const names = missing.map(({ bureau, source }) => {
    const title = sources.find(({ name }) => name === source)?.title ?? source;
    const office = bureaus.find(({ code }) => code === bureau)?.shortName;
    return office === undefined ? `${title}` : `${office}《${title}》`;
  });
  return `缺 ${missing.length} 份：${names.join("、")}`;
}
