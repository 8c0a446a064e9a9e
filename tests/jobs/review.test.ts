import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rereadChanges } from "../../pipeline/jobs/reread-changes.ts";
import type { Answered } from "../../pipeline/jobs/review-answers.ts";
import type { Observation } from "../../pipeline/model/observation.ts";
import { dump } from "../store/raw-database.ts";
import { herdSheet, reviewHome, reviewRoot } from "./review-home.ts";

const FARMLAND = "2023-073"; // 新建高标准农田, new-farmland
const SHEET = herdSheet("甲牧报", 6, ["新建高标准农田地,万亩,3.2"]);

const ALIKE = ["山山夏羊", "山秋北北羊"]; // questions of herd-a whose hashes begin alike

function moves({ answer, files }: Answered) {
  const [file] = files;
  const { left = [], joined = [] } = file ? rereadChanges(answer.kind, file) : {};
  const tell = ({ cell, indicator, scope }: Observation) => `${cell} ${indicator} ${scope ?? "-"}`;
  return { left: left.map(tell), joined: joined.map(tell) };
}

async function only(home: ReturnType<typeof reviewHome>) {
  const questions = await home.questions();
  expect(questions).toHaveLength(1);
  return questions[0] as (typeof questions)[number];
}

describe("review", () => {
  it("lists a question once for a source, with what waits, an example and candidates", async () => {
    const home = reviewHome(reviewRoot());
    await home.ingest("6.csv", SHEET);
    await home.ingest("5.csv", herdSheet("甲牧报", 5, ["新建高标准农田地,万亩,2.2"]));
    const question = await only(home);
    expect(question).toMatchObject({ source: "herd-a", sha256: null, kind: "indicator", label: "新建高标准农田地" });
    expect(question).toMatchObject({ figures: 2, files: 2, example: { file: "5.csv", sheet: "5", cell: "A3" } });
    expect(question.candidates).toHaveLength(3);
    expect(question.candidates[0]).toEqual({ code: "new-farmland", name: "新建高标准农田面积", scope: null });
    expect(await home.questions("herd-b")).toEqual([]);
  });

  it("does not offer first what the same sheet reports under its own name, and counts an answer by what it offers", async () => {
    const home = reviewHome(reviewRoot());
    await home.ingest("6.csv", herdSheet("甲牧报", 6, ["新建高标准农田面积,万亩,9.1", "新建高标准农田地,万亩,3.2"]));
    const { id, candidates } = await only(home);
    const codes = candidates.map(({ code }) => code);
    expect([codes.length > 1, codes[0] === "new-farmland"]).toEqual([true, false]);
    expect((await home.resolve(id, "1")).answer.code).toBe(codes[0]);
  });

  it("takes a number for what it stood before in the list, though another answer would order the list anew", async () => {
    const home = reviewHome(reviewRoot());
    await home.ingest("6.csv", herdSheet("甲牧报", 6, ["高标准农田新建亩,万亩,9.1", "新建高标准农田地,万亩,3.2"]));
    const [first, second] = await home.questions();
    const [one, two] = second?.candidates ?? [];
    expect(first?.candidates[0]?.code).toBe(one?.code);
    await home.resolve(first?.id ?? "", "1");
    const answered = await home.resolve(second?.id ?? "", "2");
    expect([answered.answer.code, answered.answer.code === one?.code]).toEqual([two?.code, false]);
    expect(await home.questions()).toEqual([]);
  });

  it("refuses the number of what has left the seeds since it was listed", async () => {
    const root = reviewRoot();
    const home = reviewHome(root);
    await home.ingest("6.csv", SHEET);
    const seeds = join(root, "seeds/indicators.csv");
    const before = readFileSync(seeds, "utf8");
    writeFileSync(seeds, `${before}farm-plots,新建高标准农田地块,,万亩,1,flow,,monthly,1,1,0,,agriculture,no,,,\n`);
    const { id, candidates } = await only(home);
    const place = candidates.findIndex(({ code }) => code === "farm-plots") + 1;
    expect(place).toBeGreaterThan(0);
    writeFileSync(seeds, before);
    await expect(home.resolve(id, String(place))).rejects.toMatchObject({ code: "USAGE" });
    expect(await home.answers()).toEqual([]);
  });

  it("makes the waiting figures join progress by an answer, and leave it when the answer is taken back", async () => {
    const home = reviewHome(reviewRoot());
    await home.ingest("6.csv", SHEET);
    expect(await home.actual(FARMLAND)).toBeNull();
    const { id } = await only(home);
    const answered = await home.resolve(id, "new-farmland");
    expect(answered.answer).toMatchObject({ name: "新建高标准农田面积", state: "in-force" });
    expect(answered.files.map(({ file }) => file)).toEqual(["6.csv"]);
    expect([await home.actual(FARMLAND), await home.questions()]).toEqual(["3.2", []]);
    await home.undo(id);
    expect([await home.actual(FARMLAND), (await only(home)).id]).toEqual([null, id]);
    expect((await home.answers()).map(({ state }) => state)).toEqual(["superseded", "withdrawn"]);
    await home.resolve(id, "新建高标准农田面积");
    expect(await home.actual(FARMLAND)).toBe("3.2");
  });

  it("asks no more in the source's later files, but in another source's", async () => {
    const home = reviewHome(reviewRoot());
    await home.ingest("5.csv", herdSheet("甲牧报", 5, ["新建高标准农田地,万亩,2.2"]));
    await home.resolve((await only(home)).id, "new-farmland");
    expect(await home.ingest("6.csv", SHEET)).toEqual([]);
    expect(await home.actual(FARMLAND)).toBe("3.2");
    expect(await home.ingest("other.csv", SHEET.replace("甲", "乙"))).toEqual(["unknown-indicator"]);
    expect((await only(home)).source).toBe("herd-b");
  });

  it("remembers for the file alone where nobody knows whose it is", async () => {
    const home = reviewHome(reviewRoot());
    const sheet = SHEET.replace("甲牧报", "主要指标");
    await home.ingest("a.csv", sheet);
    const question = await only(home);
    expect([question.source, question.sha256?.length]).toEqual([null, 64]);
    await home.resolve(question.id, "new-farmland");
    expect([await home.ingest("a.csv", sheet), await home.actual(FARMLAND)]).toEqual([[], "3.2"]);
    expect(await home.ingest("b.csv", `${sheet}\n`)).toEqual(["unknown-indicator"]);
    expect((await home.answers())[0]).toMatchObject({ source: null, file: "a.csv" });
  });

  it("settles a label under its parent, not the same label under another", async () => {
    const home = reviewHome(reviewRoot());
    const rows = ["固定资产投资,亿元,90", "其中：甲类,亿元,30", "一般公共预算收入,亿元,50", "其中：甲类,亿元,20"];
    await home.ingest("6.csv", herdSheet("甲牧报", 6, rows));
    const questions = await home.questions();
    expect(questions.map(({ path }) => path.at(-1))).toEqual(["固定资产投资", "一般公共预算收入"]);
    await home.resolve(questions[0]?.id ?? "", "industrial-investment");
    expect(await home.facts()).toEqual([
      "6.csv C3 fixed-asset-investment 150500 - 90",
      "6.csv C4 industrial-investment 150500 - 30",
      "6.csv C5 budget-revenue 150500 - 50",
      "6.csv C6 ? 150500 - 20",
    ]);
  });

  it("settles 扎旗 for one source only", async () => {
    const root = reviewRoot();
    const seeds = join(root, "seeds/regions.csv");
    writeFileSync(seeds, readFileSync(seeds, "utf8").replace("扎旗;", ""));
    const home = reviewHome(root);
    const sheet = (word: string) => `通辽市2023年1—6月${word},\n地区,固定资产投资（亿元）\n开鲁县,11\n扎旗,12\n`;
    await home.ingest("a.csv", sheet("甲牧报"));
    await home.ingest("b.csv", sheet("乙牧报"));
    const [first, second] = await home.questions();
    expect([first?.source, second?.source, first?.label]).toEqual(["herd-a", "herd-b", "扎旗"]);
    await home.resolve(first?.id ?? "", "扎鲁特旗");
    expect((await home.facts()).filter((fact) => fact.includes("B4"))).toEqual([
      "a.csv B4 fixed-asset-investment 150526 - 12",
      "b.csv B4 fixed-asset-investment ? - 12",
    ]);
    await home.resolve(second?.id ?? "", null);
    expect(await home.ingest("b.csv", sheet("乙牧报"))).toEqual(["set-aside"]);
    expect(await home.questions()).toEqual([]);
  });

  it("keeps figures that are none of ours, and asks no more", async () => {
    const home = reviewHome(reviewRoot());
    await home.ingest("6.csv", SHEET);
    await home.resolve((await only(home)).id, null);
    expect([await home.questions(), await home.facts()]).toEqual([[], ["6.csv C3 ? 150500 - 3.2"]]);
    expect(await home.ingest("6.csv", SHEET)).toEqual(["set-aside"]);
    expect(await home.ingest("5.csv", SHEET.replace("6月", "5月"))).toEqual(["set-aside"]);
  });

  it("still asks about a unit that the answer's indicator cannot have", async () => {
    const home = reviewHome(reviewRoot());
    await home.ingest("6.csv", SHEET.replace("万亩", "万人"));
    const { files } = await home.resolve((await only(home)).id, "new-farmland");
    expect(files[0]?.after.issues.map(({ code }) => code)).toEqual(["unit-mismatch"]);
    expect(await home.facts()).toEqual([]);
  });

  it("tells of figures that a better answer moves: they leave the one, and join the other", async () => {
    const home = reviewHome(reviewRoot());
    await home.ingest("6.csv", SHEET);
    const { id } = await only(home);
    expect(moves(await home.resolve(id, "new-farmland"))).toEqual({ left: [], joined: ["C3 new-farmland -"] });
    expect(moves(await home.resolve(id, "new-and-upgraded-farmland"))).toEqual({
      left: ["C3 new-farmland -"],
      joined: ["C3 new-and-upgraded-farmland -"],
    });
    const scoped = "new-and-upgraded-farmland@不含农户";
    expect(moves(await home.resolve(id, scoped))).toEqual({
      left: ["C3 new-and-upgraded-farmland -"],
      joined: ["C3 new-and-upgraded-farmland 不含农户"],
    });
    expect(moves(await home.resolve(id, scoped))).toEqual({ left: [], joined: [] });
    expect(moves(await home.undo(id))).toEqual({ left: ["C3 new-and-upgraded-farmland 不含农户"], joined: [] });
  });

  it("keeps two names apart whose ids begin alike, and refuses an id that could be either", async () => {
    const home = reviewHome(reviewRoot());
    const [one, other] = ALIKE;
    await home.ingest("6.csv", herdSheet("甲牧报", 6, [`${one},万只,3`, `${other},万只,4`]));
    const questions = await home.questions();
    expect(questions.map(({ label }) => label)).toEqual(ALIKE);
    const ids = questions.map(({ id }) => id);
    expect([ids[0]?.slice(0, 8), new Set(ids).size]).toEqual([ids[1]?.slice(0, 8), 2]);
    const shared = ids[0]?.slice(0, 8) ?? "";
    await expect(home.resolve(shared, null)).rejects.toMatchObject({ code: "USAGE" });
    await home.resolve(ids[1] ?? "", null);
    expect((await home.questions()).map(({ id }) => id)).toEqual([ids[0]]);
    expect((await home.answers()).map(({ id, label }) => [id, label])).toEqual([[ids[1], other]]);
  });

  it("takes an answer with 口径, and a better answer over an earlier one", async () => {
    const home = reviewHome(reviewRoot());
    await home.ingest("6.csv", herdSheet("甲牧报", 6, ["投资总盘子,亿元,90"]));
    const { id } = await only(home);
    await home.resolve(id, "fixed-asset-investment@按不含农户");
    expect(await home.facts()).toEqual(["6.csv C3 fixed-asset-investment 150500 不含农户 90"]);
    await home.resolve(id, "industrial-investment");
    expect(await home.facts()).toEqual(["6.csv C3 industrial-investment 150500 - 90"]);
    expect((await home.answers()).map(({ state }) => state)).toEqual(["superseded", "in-force"]);
  });

  it.each([
    ["an id that nobody has", "ffffffff", "gdp"],
    ["an id too short to tell", "", "gdp"],
    ["an indicator that is none", null, "no-such-thing"],
    ["a candidate that was not offered", null, "9"],
    ["a 口径 that nobody knows", null, "gdp@胡乱"],
    ["nothing", null, ""],
  ])("refuses %s, and records nothing", async (_, id, words) => {
    const home = reviewHome(reviewRoot());
    await home.ingest("6.csv", SHEET);
    const question = await only(home);
    await expect(home.resolve(id ?? question.id, words)).rejects.toMatchObject({ code: "USAGE" });
    expect([await home.answers(), (await only(home)).id]).toEqual([[], question.id]);
    await expect(home.undo(question.id)).rejects.toMatchObject({ code: "USAGE" });
  });

  it("reports an answer whose code has left the seeds, asks again, and uses it when the code comes back", async () => {
    const root = reviewRoot();
    const seeds = join(root, "seeds/indicators.csv");
    const before = readFileSync(seeds, "utf8");
    writeFileSync(seeds, `${before}horses,蒙古马数量,,万头,1,stock,,monthly,1,1,0,,agriculture,no,,,\n`);
    const home = reviewHome(root);
    await home.ingest("6.csv", herdSheet("甲牧报", 6, ["马匹,万头,3"]));
    const { id } = await only(home);
    await home.resolve(id, "horses");
    expect(await home.facts()).toEqual(["6.csv C3 horses 150500 - 3"]);
    writeFileSync(seeds, before);
    expect(await only(home)).toMatchObject({ id, lostCode: "horses" });
    expect([(await home.answers())[0]?.state, await home.facts()]).toEqual(["lost", ["6.csv C3 ? 150500 - 3"]]);
    writeFileSync(seeds, `${before}horses,蒙古马数量,,万头,1,stock,,monthly,1,1,0,,agriculture,no,,,\n`);
    expect([await home.questions(), await home.facts()]).toEqual([[], ["6.csv C3 horses 150500 - 3"]]);
  });

  it("writes nothing when all is said and read, however often it is asked", async () => {
    const home = reviewHome(reviewRoot());
    await home.ingest("6.csv", SHEET);
    await home.ingest("other.csv", SHEET.replace("甲", "乙"));
    const [{ id } = { id: "" }] = await home.questions("herd-a");
    await home.resolve(id, "new-farmland");
    await home.questions();
    const before = dump(join(home.home, "jindu.sqlite"));
    expect((await home.resolve(id, "new-farmland")).isNew).toBe(false);
    await home.ingest("6.csv", SHEET);
    await home.questions();
    expect(await home.catchUp()).toEqual([]);
    expect(dump(join(home.home, "jindu.sqlite"))).toEqual(before);
    expect(before.submission).toHaveLength(3); // the other source's file was not read again
  });

  it("comes to the same figures whether the answer or the file comes first", async () => {
    const root = reviewRoot();
    const sheets = [SHEET, herdSheet("甲牧报", 5, ["新建高标准农田地,万亩,2.2"])] as const;
    const [late, early] = [reviewHome(root), reviewHome(root)];
    await late.ingest("6.csv", sheets[0]);
    await late.ingest("5.csv", sheets[1]);
    await late.resolve((await only(late)).id, "new-farmland");
    await early.ingest("5.csv", sheets[1]);
    await early.resolve((await only(early)).id, "new-farmland");
    await early.ingest("6.csv", sheets[0]);
    expect(await late.facts()).toEqual(await early.facts());
    expect(await late.facts()).toHaveLength(2);
  });
});
