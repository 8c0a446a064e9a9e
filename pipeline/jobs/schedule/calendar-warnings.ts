import { unannouncedYears } from "../../calendar/working-days.ts";
import { beijingDay } from "../../model/beijing-time.ts";
import type { DayNotices } from "../../model/schedule.ts";

const DAYS_AHEAD = 45; // the State Council announces a year's holidays in November

/** Says in Chinese, a sentence a year, of which years in sight the holidays are not known yet, and what to do. */
export function calendarWarnings(now: string, days: DayNotices): readonly string[] {
  return unannouncedYears(beijingDay(now), DAYS_AHEAD, days).map(
    (year) =>
      `日历里还没有 ${year} 年的放假和调休，只按周末算工作日。国务院办公厅的通知发布后，请更新程序，或把放假日和补班日写进 seeds/schedule.yaml 的 days`,
  );
}
