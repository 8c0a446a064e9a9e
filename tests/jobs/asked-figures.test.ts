import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { annotateFile } from "../../pipeline/jobs/annotate.ts";
import { ingestFiles } from "../../pipeline/jobs/ingest.ts";
import { ISSUE_KINDS, type IssueCode } from "../../pipeline/model/issue-kinds.ts";
import { DEFAULT_READ_LIMITS } from "../../pipeline/read/limits.ts";
import { elements, officeText } from "../support/office-text.ts";
import { memoryEffects, ROOT, scratchFolder } from "../support/scratch-home.ts";

const OPTIONS = { root: ROOT, hints: {}, limits: DEFAULT_READ_LIMITS };

const AMOUNT_AND_GROWTH = "指标,单位,1-6月累计,同比增长(%)";

/** A sheet on which one check asks about some cells, and what is left there to be used; of each what follows the title. */
const ASKED: Readonly<Record<string, readonly [rows: string, asked: string, used: string]>> = {
  "blank-first-row": [
    "地区,1-6月一般公共预算收入（万元）,同比增长(%)\n全市,,8.1\n科尔沁区,523000,7.1\n开鲁县,92000,6.1\n库伦旗,7000,5.1",
    "B4 B5 B6",
    "C3 C4 C5 C6",
  ],
  "displaced-row": [`${AMOUNT_AND_GROWTH}\n社会消费品零售总额,亿元,-165.2,6.1`, "C3", "D3"],
  "growth-contradiction": [
    "指标,单位,本期累计,上年同期,同比增长(%)\n一般公共预算收入,亿元,48.4,52.3,8.1\n社会消费品零售总额,亿元,165.2,158.1,4.5",
    "C3 D3 E3",
    "C4 D4 E4",
  ],
  "impossible-value": [`${AMOUNT_AND_GROWTH}\n失业人员再就业,人,5836.4,6.1`, "C3", "D3"],
  "leftover-year": [
    "指标,单位,2023年1-6月,2021年1-6月,同比增长(%)\n一般公共预算收入,亿元,52.3,48.4,8.1\n社会消费品零售总额,亿元,165.2,148.1,4.5",
    "C3 D3 E3",
    "C4 D4 E4",
  ],
  "month-above-total": ["指标,单位,6月,1-6月累计,同比增长(%)\n一般公共预算收入,亿元,52.3,9.2,8.1", "C3 D3", "E3"],
  "part-above-total": [
    "指标,单位,1-6月累计,同比增长(%)\n一般公共预算收入,亿元,52.3,8.1\n其中：税收收入,亿元,61.2,7.1",
    "C3 C4",
    "D3 D4",
  ],
  "region-above-city": [
    "地区,1-6月一般公共预算收入（万元）,同比增长(%)\n全市,52300,8.1\n科尔沁区,523000,7.1\n开鲁县,9200,6.1",
    "B3 B4",
    "B5 C3 C4 C5",
  ],
  "swapped-growth": [
    `${AMOUNT_AND_GROWTH}\n社会消费品零售总额,亿元,5.2,168.4\n一般公共预算收入,亿元,52.3,8.1`,
    "C3 D3",
    "C4 D4",
  ],
  "unfinished-month": ["填报日期：2023年6月10日\n指标,1-5月,1-6月\n一般公共预算收入（亿元）,43.1,52.3", "C4", "B4"],
  "unlikely-amount": [`${AMOUNT_AND_GROWTH}\n社会消费品零售总额,万元,344.4,6.1`, "C3", "D3"],
  "unlikely-growth": [`${AMOUNT_AND_GROWTH}\n社会消费品零售总额,亿元,165.2,81000`, "D3", "C3"],
  "unlikely-unit": [`${AMOUNT_AND_GROWTH}\n全体居民人均可支配收入,亿元,18547,6.1`, "C3", "D3"],
};

function csvWith(rows: string): string {
  const path = join(scratchFolder(), "消费.csv");
  writeFileSync(path, `通辽市2023年6月主要指标\n${rows}\n`);
  return path;
}

function listed(cells: string): readonly string[] {
  return cells.split(" ").filter(Boolean);
}

/** The errors that the checks of one file can give, as their code names them; one between files takes no figure out. */
function errorsOfChecks(): readonly string[] {
  const folder = join(ROOT, "pipeline/check");
  const names = readdirSync(folder).filter((file) => file !== "rival-figures.ts");
  const sources = names.map((file) => readFileSync(join(folder, file), "utf8"));
  const codes = sources.flatMap((source) =>
    [...source.matchAll(/makeIssue\("([\w-]+)"/g)].map(([, code]) => code ?? ""),
  );
  return [...new Set(codes)].filter((code) => ISSUE_KINDS[code as IssueCode].severity === "error").sort();
}

describe("a figure that a check takes out", () => {
  it("is tried for every error that a check gives", () => {
    expect(errorsOfChecks()).toEqual(Object.keys(ASKED));
  });

  it.each(Object.entries(ASKED))(
    "%s: is asked, not used, in the dispositions and the colours",
    async (code, [rows, asked, used]) => {
      const path = csvWith(rows);
      const options = { ...OPTIONS, home: scratchFolder(), isDryRun: true };
      const [file] = await ingestFiles([path], options, memoryEffects());
      const errors = file?.issues.filter(({ severity }) => severity === "error");
      expect(errors?.map((issue) => [issue.code, issue.cell])).toEqual(listed(asked).map((cell) => [code, cell]));
      const values = file?.observations.filter(({ value }) => value !== null);
      expect(values?.map(({ cell }) => cell).sort()).toEqual(listed(used));
      const kinds = Object.fromEntries((file?.dispositions ?? []).map(({ cell, kind }) => [cell, kind]));
      for (const cell of listed(asked)) expect([cell, kinds[cell]]).toEqual([cell, "asked"]);
      for (const cell of listed(used)) expect([cell, kinds[cell]]).toEqual([cell, "used"]);

      const out = join(scratchFolder(), "out.xlsx");
      await annotateFile([path], out, { ...OPTIONS, home: scratchFolder() });
      const legend = elements(officeText(readFileSync(out))["xl/worksheets/sheet2.xml"] ?? "", "row");
      const told = legend.map((each) => elements(each, "t").map((text) => text.replace(/<[^<>]*>|\n/g, "")));
      expect(told.filter(([name]) => name === "待核" || name === "采用").map(([name, cells]) => [name, cells])).toEqual(
        [
          ["采用", String(listed(used).length)],
          ["待核", String(listed(asked).length)],
        ],
      );
    },
  );

  it("is asked at the other places of the same figure too", async () => {
    const path = join(scratchFolder(), "消费.csv");
    const table = `指标,单位,1-6月累计\n${ASKED["unlikely-amount"]?.[0].split("\n")[1]?.replace(/,[^,]*$/, "")}\n`;
    writeFileSync(path, `通辽市2023年6月主要指标\n${table}\n${table}`);
    const [file] = await ingestFiles([path], { ...OPTIONS, home: scratchFolder(), isDryRun: true }, memoryEffects());
    const figures = (file?.dispositions ?? []).filter(({ cell }) => cell === "C3" || cell === "C6");
    expect(figures.map(({ cell, kind }) => [cell, kind])).toEqual([
      ["C3", "asked"],
      ["C6", "asked"],
    ]);
    expect(file?.observations).toEqual([]);
  });
});
