import { strToU8 } from "fflate";
import { LEDGER_NAMESPACE, type ProofLedger } from "../../model/proof-ledger.ts";
import { type Parts, rewritePart } from "../package.ts";
import { element, XML_HEAD } from "../xml.ts";
import { ledgerXml } from "./ledger-xml.ts";

const ITEM = "customXml/item1.xml";
const PROPERTIES = "customXml/itemProps1.xml";
const ITEM_ID = "{6A696E64-7500-4C65-8467-657200000001}"; // names the kind of part; the same in every briefing
const PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";

/** Puts the ledger into the file as a custom XML part (ISO 29500-1, 15.2.5), which editors keep as it is. */
export function addLedger(parts: Parts, ledger: ProofLedger): void {
  parts[ITEM] = strToU8(ledgerXml(ledger));
  parts[PROPERTIES] = strToU8(XML_HEAD + itemProperties());
  parts["customXml/_rels/item1.xml.rels"] = strToU8(
    XML_HEAD +
      element("Relationships", { xmlns: RELATIONSHIPS }, relationship("rId1", "customXmlProps", "itemProps1.xml")),
  );
  rewritePart(parts, "word/_rels/document.xml.rels", (xml) =>
    xml.replace("</Relationships>", `${relationship("ledger", "customXml", `../${ITEM}`)}</Relationships>`),
  );
  rewritePart(parts, "[Content_Types].xml", (xml) =>
    xml.replace(
      "</Types>",
      `${element("Override", { PartName: `/${PROPERTIES}`, ContentType: PROPERTIES_TYPE })}</Types>`,
    ),
  );
}

function itemProperties(): string {
  const references = element("ds:schemaRefs", {}, element("ds:schemaRef", { "ds:uri": LEDGER_NAMESPACE }));
  return element("ds:datastoreItem", { "ds:itemID": ITEM_ID, "xmlns:ds": CUSTOM_XML }, references);
}

function relationship(id: string, type: string, target: string): string {
  return element("Relationship", { Id: id, Type: `${OFFICE_RELATIONSHIPS}/${type}`, Target: target });
}
