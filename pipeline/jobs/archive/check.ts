import { type BagReport, checkBag } from "../../archive/check-bag.ts";
import { BAG_PROBLEMS, type BagProblem, describeBagProblem } from "../../archive/problem.ts";

/** A problem of a package with how grave it is and what to tell of it. */
export interface ToldProblem extends BagProblem {
  readonly severity: "error" | "warning" | "info";
  readonly message: string; // Chinese, with place
}

/** A package as it was checked. */
export interface CheckedPackage extends Omit<BagReport, "problems"> {
  readonly problems: readonly ToldProblem[];
}

/** Checks the package in a folder, ours or not; all problems at once, by path, line and code. */
export function checkPackage(folder: string): CheckedPackage {
  const report = checkBag(folder);
  const problems = report.problems.map((problem) => {
    return { ...problem, severity: BAG_PROBLEMS[problem.code].severity, message: describeBagProblem(problem) };
  });
  return { ...report, problems };
}
