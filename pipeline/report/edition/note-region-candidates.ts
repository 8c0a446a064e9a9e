import type { Figure } from "../../model/figure.ts";
import type { Period } from "../../model/period.ts";
import { signOf } from "./display.ts";
import { type CandidateFacts, type NoteCandidate, namesOfTarget } from "./note-candidate.ts";
import type { NoteRole } from "./note-roles.ts";
import { timesOf } from "./note-times.ts";

/** The figures of the counties that a note may speak of: growth, amount, completion and rank. */
export function noteRegionCandidates({
  regional,
  completions,
  targets,
  input,
}: CandidateFacts): readonly NoteCandidate[] {
  const at = (
    role: NoteRole,
    figures: ReadonlyMap<string, Figure>,
    own: Pick<NoteCandidate, "target" | "names" | "times">,
  ) =>
    input.regions.flatMap(({ code, kind }): readonly NoteCandidate[] => {
      const figure = figures.get(code);
      if (figure === undefined || kind === "city") return [];
      const compared = role === "growth" ? ["上年", "上年同期"] : [];
      const way = role === "growth" ? signOf(figure) : 0;
      return [{ ...own, figure, role, place: code, compared, way, end: null, swing: null }];
    });
  const times = (period: Period) => [...(period === input.period ? [""] : []), ...timesOf(period, "ytd")];
  const growths = regional.flatMap(({ indicator, growth, amount, rank, period }) => {
    const owner = targets.find((one) => one.indicator?.code === indicator.code && one.assessment.target.headline);
    const names = owner ? namesOfTarget(owner) : [indicator.name];
    const own = { target: owner?.assessment.target.id ?? null, names, times: times(period) };
    return [...at("growth", growth, own), ...at("amount", amount, own), ...at("rank", rank, own)];
  });
  const shares = completions.flatMap(({ target, completion, period }) =>
    at("completion", completion, {
      ...{ target: target.assessment.target.id, names: namesOfTarget(target), times: times(period) },
    }),
  );
  return [...growths, ...shares];
}
