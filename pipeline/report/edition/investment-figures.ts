import type { CellReference, Figure, FigureId } from "../../model/figure.ts";
import type { KnownMilestoneReport, ReportedAmount } from "../../model/milestone-report.ts";

/** The amounts that a project's investment is reckoned from, as they stand in cells; null where no report states one. */
export interface InvestmentFigures {
  readonly planned: Figure | null; // 年度计划投资
  readonly invested: Figure | null; // 累计完成投资
}

/**
 * Makes them, with ids `<id>/planned` and `<id>/invested`.
 *
 * @param name of the project
 * @param reports of one month, which agree
 */
export function investmentFigures(
  id: FigureId,
  name: string,
  reports: readonly KnownMilestoneReport[],
): InvestmentFigures {
  return {
    planned: amountFigure(`${id}/planned`, `${name} 年度计划投资`, reports, (report) => report.plannedInvestment),
    invested: amountFigure(`${id}/invested`, `${name} 累计完成投资`, reports, (report) => report.completedInvestment),
  };
}

function amountFigure(
  id: FigureId,
  name: string,
  reports: readonly KnownMilestoneReport[],
  amountOf: (report: KnownMilestoneReport) => ReportedAmount | null,
): Figure | null {
  const stating = reports.flatMap((report) => {
    const amount = amountOf(report);
    return amount === null ? [] : [{ report, amount }];
  });
  const [first] = stating;
  if (!first) return null;
  const { value, unit } = first.amount;
  const observations = stating.map(({ report, amount }) => referenceTo(report, amount));
  return { id, name, value, unit, derivation: { kind: "observed", observations } };
}

function referenceTo(report: KnownMilestoneReport, { value, unit, cell }: ReportedAmount): CellReference {
  const { file, sha256, sheet, vintage, illustrative, url } = report;
  return { file, sha256, sheet, cell, value, unit, vintage, illustrative, url };
}
