import { PipelineError } from "../errors.ts";
import { type Period, parsePeriod } from "../model/period.ts";

/** The period that a person typed. @throws PipelineError USAGE */
export function requirePeriod(words: string): Period {
  const period = parsePeriod(words);
  if (period) return period;
  throw new PipelineError("USAGE", `期间 ${JSON.stringify(words)} 写得不对`, {
    hint: "期间写作 2023-06、2023-Q2 或 2023",
  });
}

/** The day that a person typed, "2023-07-15"; null where none was. @throws PipelineError USAGE */
export function requireDay(words: string | undefined): string | null {
  if (words === undefined) return null;
  const date = /^\d{4}-\d\d-\d\d$/.test(words) ? new Date(`${words}T00:00:00Z`) : undefined;
  if (date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(words)) return words;
  throw new PipelineError("USAGE", `日期 ${JSON.stringify(words)} 写得不对`, { hint: "日期写作 2023-07-15" });
}
