import { PipelineError } from "../errors.ts";

/** What a row of a seed table says, with the place it stands at. */
export interface SeedRow<T> {
  readonly file: string; // path from the project's root
  readonly line: number; // 1-based, header included
  readonly value: T;
}

/** Something wrong with a seed, at a place. */
export interface SeedProblem {
  readonly file: string;
  readonly line: number;
  readonly text: string; // Chinese, without the place
}

/**
 * Goes on only if there are no problems.
 *
 * @throws PipelineError SEED_INVALID telling every problem with its line, located at the first
 */
export function requireNoProblems(problems: readonly SeedProblem[]): void {
  const [first] = problems;
  if (!first) return;
  const told = problems.map(({ file, line, text }) => `${file === first.file ? "" : `${file} `}第${line}行${text}`);
  throw new PipelineError("SEED_INVALID", told.join("；"), {
    location: { file: first.file, line: first.line },
    hint: "请按各栏的要求改正后重试",
  });
}

/** A problem at a row's place. */
export function problemAt({ file, line }: Omit<SeedRow<unknown>, "value">, text: string): SeedProblem {
  return { file, line, text };
}

/**
 * Finds keys that more than one row claims.
 *
 * @param keysOf what must be a row's own; a row may repeat its own keys
 * @param name what the key is, for the message: "代码"
 * @returns one problem for each later claim, in the order of the rows
 */
export function repeatedKeys<T>(
  rows: readonly SeedRow<T>[],
  name: string,
  keysOf: (value: T) => readonly string[],
): readonly SeedProblem[] {
  const owners = new Map<string, SeedRow<T>>();
  return rows.flatMap((row) =>
    [...new Set(keysOf(row.value))].flatMap((key) => {
      const owner = owners.get(key);
      if (!owner) owners.set(key, row);
      if (!owner) return [];
      const place = `${owner.file === row.file ? "" : `${owner.file} `}第${owner.line}行`;
      return [problemAt(row, `${name} ${JSON.stringify(key)} 与${place}重复`)];
    }),
  );
}
