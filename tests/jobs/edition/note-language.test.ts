import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PipelineError } from "../../../pipeline/errors.ts";
import { requireNoteLanguage } from "../../../pipeline/jobs/edition/note-language.ts";
import { parseCompilerNotes } from "../../../pipeline/reference/compiler-notes.ts";
import { callCommand } from "../../support/call-command.ts";
import { memoryEffects, ROOT, scratchFolder } from "../../support/scratch-home.ts";

const FILE = "notes/2023-06-monthly.md";

function check(markdown: string) {
  const { logger, lines } = memoryEffects();
  try {
    requireNoteLanguage(parseCompilerNotes(markdown, FILE), logger);
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    const told = error.message.split("；第").map((one) => Number(/\d+/.exec(one)?.[0]));
    return { code: error.code, location: error.location, told, lines };
  }
  return { code: null, location: null, told: [], lines };
}

describe("requireNoteLanguage(notes, logger)", () => {
  it("tells every error at once, each by its line of the file", () => {
    const notes =
      '---\n编辑: 张三\n---\n## 编者按\n\n增长,很快.负增长\n"好"\n\n## 其他\n\n一是抓项目。\n\n增速提高2%。';
    expect(check(notes)).toEqual({
      ...{ code: "NOTE_INVALID", location: { file: FILE, line: 6 } },
      ...{ told: [6, 6, 7, 7, 11, 13], lines: [] },
    });
  });

  it("writes what a person has to judge to the log, with file and line, and goes on", () => {
    const { code, lines } = check("## 其他\n\n甲。\n\n增长百分之5。");
    expect([code, lines.length]).toEqual([null, 1]);
    expect(lines[0]).toContain(`${FILE} › 第5行：`);
  });

  it.each([
    "受[3家](来源：市工信局7月5日电话记录)企业停产检修影响，增速低于年度目标2.0个百分点。",
    "请于 7 月 25 日前报送；投资增长２．０％。",
    "1. 抓项目。\n2. 抓服务。",
    "抓**重点**项目（含续建），做好“放管服”工作。",
    "无",
  ])("leaves alone what is right, or is put right in print: %s", (text) => {
    expect(check(`## 其他\n\n${text}`)).toMatchObject({ code: null, lines: [] });
  });

  it("stops publish before anything is written", async () => {
    const home = scratchFolder();
    await callCommand(["ingest", join(ROOT, "seeds/sheets/demo/人社局/就业社保月报202306.csv")], home);
    mkdirSync(join(home, "notes"), { recursive: true });
    writeFileSync(join(home, FILE), "## 其他\n\n任务如下:抓项目。\n");
    const { status, stdout, stderr } = await callCommand(["publish", "2023-06"], home);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(`${FILE}`);
    expect(stderr).toContain("第3行");
  });
});
