import { makePeriod, type Period } from "../../pipeline/model/period.ts";
import type { BureauLayout, DemoBook } from "./demo-book.ts";
import { employment } from "./employment.ts";
import { energy } from "./energy.ts";
import { environment } from "./environment.ts";
import { farming } from "./farming.ts";
import { fiscal } from "./fiscal.ts";
import { housing } from "./housing.ts";
import { investmentPromotion } from "./investment-promotion.ts";
import { majorProjects } from "./major-projects.ts";
import { projectSchedule } from "./project-schedule.ts";
import { science } from "./science.ts";
import type { SeriesRow } from "./series.ts";
import { statisticsCounty } from "./statistics-county.ts";
import { statisticsMain } from "./statistics-main.ts";

const LAYOUTS: readonly BureauLayout[] = [
  statisticsMain,
  statisticsCounty,
  fiscal,
  employment,
  energy,
  farming,
  investmentPromotion,
  environment,
  housing,
  majorProjects,
  projectSchedule,
  science,
];

const SHIPPED: readonly Period[] = [1, 2, 3, 4, 5, 6].map((month) => makePeriod(2023, month));

/** Lays out every file that the bureaus send for some months, in their order; January to June 2023 are those that ship. */
export function layOutDemoBooks(
  series: readonly SeriesRow[],
  periods: readonly Period[] = SHIPPED,
): readonly DemoBook[] {
  return periods.flatMap((period) => LAYOUTS.flatMap((layOut) => layOut(series, period)));
}
