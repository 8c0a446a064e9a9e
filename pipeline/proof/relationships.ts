import { childrenOf, type XmlElement } from "../ooxml/xml-tree.ts";

/** Where the relationships of a part lead within the file, by id: paths in lower case. What lies outside is left out. */
export function readTargets(
  open: (path: string) => XmlElement | undefined,
  owner: string,
): ReadonlyMap<string, string> {
  const [, folder = "", name = ""] = /^(.*\/)?([^/]+)$/.exec(owner) ?? [];
  return new Map(
    childrenOf(open(`${folder}_rels/${name}.rels`), "Relationship").flatMap(({ attributes }) => {
      if (attributes.get("TargetMode") === "External") return [];
      return [[attributes.get("Id") ?? "", resolved(folder, attributes.get("Target") ?? "")] as const];
    }),
  );
}

/** ../charts/chart1.xml beside word/drawings/ is word/charts/chart1.xml; /word/x.xml begins at the file's root. */
function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : `${folder}${target}`).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/").toLowerCase();
}
