import { describe, expect, it } from "vitest";
import { markedTitle, type PrintedEdition, type PrintedFigure, renderMail } from "../../pipeline/deliver/mail-text.ts";
import { makePeriod } from "../../pipeline/model/period.ts";
import { parseMailTemplate } from "../../pipeline/reference/mail-template.ts";

const PAPER = { kind: "monthly", period: makePeriod(2023, 6), version: 1 } as const;
const CONTEXT = { ...PAPER, name: "某领导", issuer: "市发改委", papers: ["简报"], headline: [], replaced: [] };

function figure(id: string, texts: readonly string[], name = "x", unit = "%"): PrintedFigure {
  return { id, name, unit, texts };
}

function edition(changes: Partial<PrintedEdition> = {}): PrintedEdition {
  return { title: "题目", dataVintage: "2023-07-08", illustrative: false, figures: [], ...changes };
}

function lineOf(line: string, figures: readonly PrintedFigure[], headline: readonly string[] = []): string {
  const template = parseMailTemplate(`# {title}\n${line}`, "t");
  return renderMail(template, edition({ figures }), { ...CONTEXT, headline }).body;
}

describe("renderMail(template, edition, context)", () => {
  it.each([
    ["a figure as printed", "共{count/total}项。", [figure("count/total", ["113"])], "共113项。\n"],
    ["no line for a figure that is not printed", "共{count/total}项。", [figure("count/total", [])], ""],
    ["no line for one that is not there", "共{count/total}项。", [], ""],
    ["a stretch that is printed", "甲[，红{count/red}项]。", [figure("count/red", ["6"])], "甲，红6项。\n"],
    ["no stretch that is not", "甲[，红{count/red}项]。", [], "甲。\n"],
    [
      "no comma right after a colon",
      "甲：[红{count/red}项][，黄{count/yellow}项]。",
      [figure("count/yellow", ["2"])],
      "甲：黄2项。\n",
    ],
    ["no line with nothing behind its colon", "甲：[红{count/red}项]。", [], ""],
    ["a date as people write it", "截至{vintage}。", [], "截至2023年7月8日。\n"],
  ])("gives %s", (_what, line, figures, expected) => {
    expect(lineOf(line, figures)).toBe(expected);
  });

  it.each([
    ["6.2", "甲增长6.2%"],
    ["-0.8", "甲下降0.8%"],
    ["0.0", "甲持平"],
    ["-0.0", "甲持平"],
  ])("says of a growth of %s: %s", (text, expected) => {
    expect(lineOf("{headline}", [figure("1/actual", [text], "甲 实际")], ["0/actual", "1/actual"])).toBe(
      `${expected}\n`,
    );
  });

  it("says four growths at most, and nothing of those that are not printed", () => {
    const figures = ["a", "b", "c", "d", "e", "f"].map((id) => figure(id, id === "b" ? [] : ["1.0"], id));
    expect(lineOf("{headline}", figures, ["a", "b", "c", "d", "e", "f"])).toBe(
      "a增长1.0%，c增长1.0%，d增长1.0%，e增长1.0%\n",
    );
  });

  it.each([
    [{}, {}, "题目（月报）", ""],
    [{}, { kind: "quarterly" }, "题目（季报）", ""],
    [{ illustrative: true }, {}, "【演示数据】题目（月报）", "（演示数据，不得作为工作依据）\n"],
    [
      { illustrative: true, partlyIllustrative: true },
      { kind: "annual" },
      "【含演示数据】题目（年报）",
      "（含演示数据，不得作为工作依据）\n",
    ],
    [
      { illustrative: true },
      { version: 3, replaced: [1, 2] },
      "【演示数据】【更正】题目（月报第3版）",
      "（演示数据，不得作为工作依据）\n（更正件：这是2023年6月月报第3版，代替以前发给您的2023年6月月报第1版、第2版，第1版、第2版作废）\n",
    ],
    [
      {},
      { kind: "quarterly", version: 2, replaced: [1] },
      "【更正】题目（季报第2版）",
      "（更正件：这是2023年第二季度季报第2版，代替以前发给您的2023年第二季度季报第1版，第1版作废）\n",
    ],
    [{}, { version: 2 }, "题目（月报第2版）", ""],
  ] as const)(
    "says what an edition of %j, of %j, rests on and replaces, whatever the template says",
    (changes, context, subject, head) => {
      const template = parseMailTemplate("# {title}\n正文", "t");
      expect(renderMail(template, edition(changes), { ...CONTEXT, ...context })).toEqual({
        subject,
        body: `${head}正文\n`,
      });
    },
  );

  it("keeps a subject on one line", () => {
    const template = parseMailTemplate("# {title}\n正文", "t");
    const { subject } = renderMail(template, edition({ title: "题\r\nBcc: x@y.cn\u2028目" }), CONTEXT);
    expect(subject).not.toMatch(/[\r\n\u2028]/);
  });
});

describe("markedTitle(edition, paper)", () => {
  it.each([
    [{}, "题目（月报）"],
    [{ illustrative: true }, "题目（月报）（演示数据）"],
    [{ illustrative: true, partlyIllustrative: true }, "题目（月报）（含演示数据）"],
  ])("of %j is %s", (changes, title) => {
    expect(markedTitle(edition(changes), PAPER)).toBe(title);
  });
});
