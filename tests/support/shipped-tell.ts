import { tellBy } from "../../pipeline/report/prose/phrase.ts";
import { shippedPhrases } from "./shipped-templates.ts";

/** Tells by the sentence patterns as they ship. */
export const TELL = tellBy(shippedPhrases());
