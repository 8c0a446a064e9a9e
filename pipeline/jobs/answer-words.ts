import { PipelineError } from "../errors.ts";
import { type Candidate, makeCandidates } from "../extract/candidates.ts";
import { nameKey, squash } from "../extract/normalise.ts";
import { parseScopes } from "../extract/scope-words.ts";
import type { Verdict } from "../model/answer.ts";
import type { QuestionWords } from "../model/question.ts";
import type { Reference } from "./reference.ts";

/** A question, with the candidates that were offered for it where it was listed or is open. */
type Asking = QuestionWords & { readonly candidates?: readonly Candidate[] };

type Meaning = Extract<Verdict, { readonly verdict: "is" }>;

/**
 * Reads an answer as a person types it: the number of a candidate, a code (of an indicator also 代码@口径), or an exact
 * name or alias.
 *
 * @throws PipelineError USAGE for a number that was not offered, what is in no list, and a name of several
 */
export function requireMeaning(answer: string, words: Asking, reference: Reference): Meaning {
  const [name = "", scopeWords] = splitScope(answer.trim());
  const scope = scopeWords === undefined ? null : requireScope(scopeWords, words, reference);
  const found = /^\d{1,3}$/.test(name) ? [requireCandidate(name, words, reference)] : meanings(name, words, reference);
  const [first, ...others] = found;
  if (!first) throw unknown(name, words, reference);
  if (others.length > 0) {
    throw new PipelineError("USAGE", `${JSON.stringify(name)} 可以指几个${nounOf(words)}`, {
      hint: `请写代码：${found.map(candidateText).join("、")}`,
    });
  }
  return { verdict: "is", code: first.code, scope: scope ?? first.scope };
}

/** A meaning for people: 代码@口径 名称. */
export function candidateText({ code, scope, name }: Candidate): string {
  return `${code}${scope === null ? "" : `@${scope}`} ${name}`;
}

function splitScope(answer: string): readonly string[] {
  const at = answer.search(/[@＠]/);
  return at < 0 ? [answer] : [answer.slice(0, at), answer.slice(at + 1)];
}

function requireCandidate(number: string, words: Asking, reference: Reference): Candidate {
  const candidates = words.candidates ?? makeCandidates(reference)(words);
  const candidate = candidates[Number(number) - 1];
  if (candidate && meanings(candidate.code, words, reference).length === 0)
    throw unknown(candidate.code, words, reference); // it has left the seeds since it was listed
  if (candidate) return candidate;
  const count = candidates.length === 0 ? "" : `，只有 ${candidates.length} 个`;
  throw new PipelineError("USAGE", `没有第 ${number} 个候选${count}`, {
    hint:
      candidates.length === 0
        ? `这个名称没有候选，请写${nounOf(words)}的代码或名称`
        : `候选是：${candidates.map((one, index) => `${index + 1} ${candidateText(one)}`).join("，")}`,
  });
}

/** Everything of exactly this code, else of exactly this name. */
function meanings(name: string, { kind }: QuestionWords, { indicators, regions }: Reference): readonly Candidate[] {
  if (kind === "region") {
    const places = regions.map((place) => ({ ...place, scope: null }));
    const byCode = places.filter(({ code }) => code === name);
    if (byCode.length > 0) return byCode;
    return places.filter((place) => isNamed(name, [place.name, place.shortName, ...place.aliases]));
  }
  const byCode = indicators.filter(({ code }) => code === name);
  if (byCode.length > 0) return byCode.map((one) => ({ code: one.code, name: one.name, scope: null }));
  return indicators.flatMap((one) => {
    const alias = one.aliases.find(({ text }) => isNamed(name, [text]));
    return alias || isNamed(name, [one.name]) ? [{ code: one.code, name: one.name, scope: alias?.scope ?? null }] : [];
  });
}

function isNamed(text: string, names: readonly string[]): boolean {
  return text !== "" && names.some((name) => nameKey(name) === nameKey(text));
}

/** 口径 that the program or the seeds know; another could never be compared with a target's. */
function requireScope(text: string, words: QuestionWords, { indicators }: Reference): string {
  const seeded = indicators.flatMap(({ aliases }) => aliases.flatMap(({ scope }) => scope ?? []));
  const [known] = parseScopes(squash(text)) ?? [];
  if (words.kind === "indicator" && (known !== undefined || seeded.includes(text))) return known ?? text;
  throw new PipelineError("USAGE", words.kind === "region" ? "地区没有口径" : `口径 ${JSON.stringify(text)} 不认识`, {
    hint: words.kind === "region" ? "只写地区的代码或名称" : "写作 代码@口径，如 investment@不含农户",
  });
}

function unknown(name: string, words: QuestionWords, reference: Reference): PipelineError {
  const near = makeCandidates(reference)({ ...words, label: name, path: [] });
  const list = words.kind === "region" ? reference.regions.map(({ code, shortName }) => `${code} ${shortName}`) : [];
  const offered = list.length > 0 ? list : near.map(candidateText);
  return new PipelineError("USAGE", `没有 ${JSON.stringify(name)} 这个${nounOf(words)}`, {
    hint: offered.length === 0 ? "请写 seeds/indicators.csv 中的代码、名称或别名" : `可以写：${offered.join("、")}`,
  });
}

function nounOf({ kind }: QuestionWords): string {
  return kind === "indicator" ? "指标" : "地区";
}
