import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { deliveryRoot } from "./delivery-home.ts";

/** The project without recipients, and with contacts of the test's own; a line each as in seeds/recipients.yaml. */
export function withContacts(contacts: readonly string[]): string {
  const root = deliveryRoot([]);
  appendFileSync(join(root, "seeds/recipients.yaml"), `contacts:${contacts.map((line) => `\n  - ${line}`).join("")}\n`);
  return root;
}
