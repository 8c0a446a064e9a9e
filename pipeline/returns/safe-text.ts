import { printableText } from "../model/printable-text.ts";

const LONGEST = 1_000; // characters of one message; a cell holds 32,767

/** Makes text that quotes someone's file fit to stand in another: printable, and no more than a reader will read. */
export function safeText(text: string): string {
  const clean = printableText(text);
  const characters = [...clean.slice(0, LONGEST * 2)];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join("")}…` : clean;
}

/** Keeps `_x0041_` from being taken for an escaped A, as spreadsheets take it (ECMA-376 Part 1, section 22.9.2.19). */
export function literalText(text: string): string {
  return text.replace(/_(?=x[\da-fA-F]{4}_)/g, "_x005F_");
}
