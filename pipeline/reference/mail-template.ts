import { MAIL_FIGURES, MAIL_SLOTS, type MailPart, type MailSlot, type MailTemplate } from "../model/mail-template.ts";
import { nearestName } from "../model/nearest-name.ts";
import { refuseProblems, type TemplateLine, type TemplateProblem, templateLines } from "./template-lines.ts";

/**
 * Reads templates/mail.md: `# ` and the subject in the first line, then the body as it stands; HTML comments are left out.
 *
 * `{title}` is a slot, `{count/total}` a figure that the edition prints, `[，滞后{count/verdict/behind}项]` is left out where
 * the edition does not print that figure. A digit in standing text is refused: figures come from the edition.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError TEMPLATE_INVALID naming the line of everything wrong, and the nearest valid name
 */
export function parseMailTemplate(text: string, file: string): MailTemplate {
  const problems: TemplateProblem[] = [];
  const lines = templateLines(text);
  const first = lines.findIndex(({ text: words }) => words !== "");
  const heading = lines[first] ?? { number: 1, text: "" };
  if (!/^# +\S/.test(heading.text)) problems.push({ line: heading.number, text: "第一行应是主题，如“# {title}”" });
  const subject = parseLine({ ...heading, text: heading.text.replace(/^# +/, "") }, problems);
  const body = lines.slice(first + 1);
  const from = body.findIndex(({ text: words }) => words !== "");
  if (from < 0) problems.push({ line: heading.number, text: "主题下面没有正文" });
  const parsed = body.slice(from < 0 ? body.length : from).map((line) => parseLine(line, problems));
  while (parsed.at(-1)?.length === 0) parsed.pop();
  refuseProblems(problems, file);
  return { subject, lines: parsed };
}

function parseLine({ number, text }: TemplateLine, problems: TemplateProblem[]): readonly MailPart[] {
  const say = (words: string) => void problems.push({ line: number, text: words });
  // Every second piece stood in brackets.
  return text.split(/\[([^[\]]*)\]/).flatMap((words, index): readonly MailPart[] => {
    const parts = parseWords(words, say);
    if (index % 2 === 0) return parts;
    if (parts.every((part) => typeof part === "string")) say("方括号里至少有一个花括号里的数");
    return [{ optional: parts }];
  });
}

function parseWords(text: string, say: (words: string) => void): readonly MailPart[] {
  const parts: MailPart[] = [];
  let end = 0;
  for (const match of text.matchAll(/\{([^{}]*)\}/g)) {
    const name = (match[1] ?? "").trim();
    parts.push(text.slice(end, match.index));
    if (isSlot(name)) parts.push({ slot: name });
    else if (MAIL_FIGURES.some((figure) => figure === name)) parts.push({ figure: name });
    else say(`没有 {${name}} 这个名称，最接近的是 {${nearestName(name, [...MAIL_SLOTS, ...MAIL_FIGURES])}}`);
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  const standing = parts.filter((part) => typeof part === "string").join("");
  if (/[{}[\]]/.test(standing)) say("括号不成对");
  if (/\p{Nd}/u.test(standing)) say("文字里不要写数，数由程序填入");
  return parts.filter((part) => part !== "");
}

function isSlot(name: string): name is MailSlot {
  return MAIL_SLOTS.some((slot) => slot === name);
}
