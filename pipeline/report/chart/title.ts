import { printableText } from "../../model/printable-text.ts";
import { element, escapedXml, setting } from "../xml.ts";
import { textLook } from "./series-look.ts";

/** The look of a title's words. */
export interface TitleLook {
  readonly sizePt: number;
  readonly font: string;
  readonly colour: string;
  readonly turned?: boolean; // a quarter to the left, to run up an axis
}

/** The title of a chart or an axis. */
export function titleXml(words: string, { sizePt, font, colour, turned = false }: TitleLook): string {
  const look = { default: textLook("a:defRPr", sizePt, font, colour), run: textLook("a:rPr", sizePt, font, colour) };
  const run = element("a:r", {}, look.run, `<a:t>${escapedXml(printableText(words))}</a:t>`);
  const body = element("a:bodyPr", { rot: turned ? -5_400_000 : 0, vert: "horz" });
  const rich = element(
    "c:rich",
    {},
    body,
    "<a:lstStyle/>",
    element("a:p", {}, element("a:pPr", {}, look.default), run),
  );
  return element("c:title", {}, element("c:tx", {}, rich), setting("c:overlay", 0));
}
