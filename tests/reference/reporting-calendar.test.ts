import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PipelineError } from "../../pipeline/errors.ts";
import { parseReminderTemplate } from "../../pipeline/reference/reminder-template.ts";
import { parseReportingCalendar } from "../../pipeline/reference/reporting-calendar.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const CALENDAR = read("seeds/calendar.yaml").replace(/^#.*\n|^\s+#.*\n/gm, "");
const TEMPLATE = read("templates/reminder.yaml").replace(/^#.*\n/gm, "");

const BUREAUS = new Set(["statistics", "survey-team"]);

const parseCalendar = (yaml: string, file: string) => parseReportingCalendar(yaml, file, BUREAUS);

function linesOf(parse: (text: string, file: string) => unknown, text: string): readonly number[] {
  try {
    parse(text, "x.yaml");
    return [];
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return [...error.message.matchAll(/第(\d+)行/g)].map((match) => Number(match[1]));
  }
}

describe("parseReportingCalendar(yaml, file, bureaus)", () => {
  it("reads what ships, which says that it is nobody's rule", () => {
    expect(parseCalendar(CALENDAR, "x.yaml")).toMatchObject({ isIllustrative: true, dueDay: 12 });
  });

  it.each([
    ["day: 12", "day: 29"],
    ["day: 12", "day: 0"],
    ["day: 12", "day: 十二"],
    ["statistics: 20", "statistics: 31"],
    ["statistics: 20", "statistic: 20"],
    ["before: 2", "before: 0"],
    ["stop: 10", "stop: 3"],
    ["illustrative: true", "illustrative: maybe"],
  ])("refuses %j as %j, naming its line", (right, wrong) => {
    const line = CALENDAR.slice(0, CALENDAR.indexOf(right)).split("\n").length;
    expect(linesOf(parseCalendar, CALENDAR.replace(right, wrong))).toEqual([line]);
  });
});

describe("parseReminderTemplate(text, file)", () => {
  it("reads what ships", () => {
    expect(linesOf(parseReminderTemplate, TEMPLATE)).toEqual([]);
  });

  it.each([
    ["{count}份", "{cuont}份"],
    ["{sheet}", "{shet}"],
    ["，逾期{days}", "，逾期3"],
    ["今天到期，", "{今天到期，"],
    ["{issuer}", ""],
  ])("refuses %j as %j, naming its line", (right, wrong) => {
    const line = TEMPLATE.slice(0, TEMPLATE.indexOf(right)).split("\n").length;
    expect(linesOf(parseReminderTemplate, TEMPLATE.replace(right, wrong))).toEqual([line]);
  });
});
