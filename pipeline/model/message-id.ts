/** What stands before the @ of a Message-ID, without its bracket: also what an envelope is known by (RFC 3461, ENVID). */
export function localPartOf(messageId: string): string {
  return messageId.trim().replace(/^</, "").replace(/@.*$/s, "");
}
