import type { DispositionKind } from "../model/disposition.ts";
import type { Severity } from "../model/issue-kinds.ts";

/**
 * Fills of cells that have an issue. They are ours and not the paper's, so they are not in templates/theme.yaml; the
 * shades are odd on purpose: a cell of exactly this colour was coloured by this program.
 */
export const SEVERITY_FILLS: Readonly<Record<Severity, string>> = {
  error: "FFC9C7",
  warning: "FFEB9D",
  info: "DCEBF7",
};

/** Fills of an annotated copy: strong where a person has to look, pale for words, grey for what was passed over. */
export const DISPOSITION_FILLS: Readonly<Record<DispositionKind, string>> = {
  ...{ used: "CDECC6", asked: "FFD08A", unread: "FF9B96", sentinel: "EFE6D2", header: "CFDFF3" },
  ...{ label: "E1EBF7", title: "E5DBF3", unit: "CFEDEE", note: "F0F0F2", ignored: "D8D8DA" },
};

/** Head of a sheet that this program adds, its tab, and its links. */
export const OWN_SHEET = { headFill: "E7E6E6", tab: "C00000", link: "1F3864" } as const;
