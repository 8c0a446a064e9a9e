import { describe, expect, it } from "vitest";
import { changeNotes, laggingNotes, unusableNotes } from "../../pipeline/commands/progress-notes.ts";
import type { Assessment } from "../../pipeline/model/assessment.ts";
import type { Change } from "../../pipeline/model/explanation.ts";
import { displayWidth } from "../../pipeline/terminal.ts";
import { month, targetFixture, unknownFixture } from "../support/edition-input-fixture.ts";

const named = (name: string, change: Partial<Assessment>): Assessment =>
  unknownFixture(targetFixture({ name }), { reasons: [{ code: "behind-pace", text: "慢于序时进度" }], ...change });

describe("laggingNotes(assessments)", () => {
  it("tells red goals before yellow ones, each in the order of the plan, and no others", () => {
    const notes = laggingNotes([
      named("甲", { light: "yellow" }),
      named("乙", { light: "red" }),
      named("丙", { light: "green" }),
      named("丁", { light: "grey" }),
      named("戊", { light: "red" }),
    ]);
    expect(notes.filter((line) => /^[红黄绿灰]/.test(line)).map((line) => line.slice(0, 3))).toEqual([
      "红 乙",
      "红 戊",
      "黄 甲",
    ]);
  });

  it("says nothing where nothing lags", () => {
    expect(laggingNotes([named("甲", { light: "green" })])).toEqual([]);
  });

  it("keeps long texts within a hundred columns, set in under their first line", () => {
    const text = "慢于序时进度12.6个百分点，".repeat(20);
    const notes = laggingNotes([named("甲", { light: "red", reasons: [{ code: "behind-pace", text }] })]).slice(2);
    expect(notes.length).toBeGreaterThan(3);
    expect(Math.max(...notes.map(displayWidth))).toBeLessThanOrEqual(100);
    expect(notes.slice(1).every((line) => line.startsWith("   ") && line[3] !== " ")).toBe(true);
  });
});

describe("unusableNotes(assessments)", () => {
  it("tells the grey goals of which figures have come that cannot be used, and why; no others", () => {
    const because = (name: string, code: Assessment["reasons"][number]["code"], light: Assessment["light"] = "grey") =>
      named(name, { light, reasons: [{ code, text: `${name}的原因` }] });
    const notes = unusableNotes([
      because("甲", "conflicting"),
      because("乙", "not-due"),
      because("丙", "unit-not-comparable"),
      because("丁", "implausible"),
      because("戊", "scope-not-comparable"),
      because("己", "conflicting", "red"),
    ]);
    expect(notes.filter((line) => line.startsWith("灰"))).toEqual([
      "灰 甲：甲的原因",
      "灰 丙：丙的原因",
      "灰 丁：丁的原因",
      "灰 戊：戊的原因",
    ]);
    expect(unusableNotes([because("乙", "not-due")])).toEqual([]);
  });
});

describe("changeNotes(changes)", () => {
  it("gives each change its line, and no heading without one", () => {
    expect(changeNotes([], [])).toEqual([]);
    const change: Change = {
      ...{ kind: "verdict", target: "2023-001", from: "滞后", to: "达序时", unit: null, period: month(6) },
      ...{ text: "甲由“滞后”变为“达序时”", observations: [] },
    };
    const notes = changeNotes([change], []);
    expect(notes.at(-1)).toBe("· 甲由“滞后”变为“达序时”");
  });

  const late = (id: string): Change => ({
    ...{ kind: "newly-late", target: id, from: "达序时", to: "未发布", unit: null, period: month(7) },
    ...{ text: `${id}增速上一期有数，本期应有的数尚未收到`, observations: [] },
  });
  const ofTarget = (id: string) => unknownFixture(targetFixture({ id, name: id, quantity: "yoy" }), {});

  it("gives the newly late one line where they are many, and leaves a few as they are", () => {
    const ids = ["甲", "乙", "丙", "丁"];
    const notes = changeNotes(ids.map(late), ids.map(ofTarget));
    expect(notes.slice(2)).toEqual(["· 4项上一期有数，本期应有的数尚未收到：甲增速、乙增速、丙增速等"]);
    expect(changeNotes(ids.slice(1).map(late), ids.map(ofTarget)).slice(2)).toEqual(
      ["乙", "丙", "丁"].map((id) => `· ${id}增速上一期有数，本期应有的数尚未收到`),
    );
  });

  it("gives those that are judged from this month on one line", () => {
    const begun = ["甲", "乙"].map(
      (id): Change => ({ ...late(id), kind: "judging-begins", text: `${id}从本期起评价` }),
    );
    expect(changeNotes(begun, ["甲", "乙"].map(ofTarget)).slice(2)).toEqual(["· 2项从本月起评价：甲增速、乙增速"]);
  });

  it("joins a verdict and the revision behind it", () => {
    const verdict: Change = {
      ...late("甲"),
      kind: "verdict",
      text: "甲由“滞后”变为“达序时”（上一期按修订后的数评价）",
    };
    const revised: Change = { ...late("甲"), kind: "revised", text: "甲1—5月数由2100万吨修订为2000万吨" };
    expect(changeNotes([verdict, revised], []).slice(2)).toEqual([`· ${verdict.text}；${revised.text}`]);
  });
});
