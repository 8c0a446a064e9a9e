import { describe, expect, it } from "vitest";
import { accountForNumbers, strayNotTargets, unaccounted } from "../../pipeline/plan/accounting.ts";
import { shippedNotTargets, shippedPlan } from "./shipped-plan.ts";

const plan = shippedPlan();
const notTargets = shippedNotTargets();
const tokens = accountForNumbers(plan.text, plan, notTargets);

describe("accountForNumbers(text, register, notTargets)", () => {
  it("leaves no number of the shipped plan unaccounted for", () => {
    expect(unaccounted(tokens)).toEqual([]);
  });

  it("misses no digit and no numeral of the shipped plan", () => {
    const found = tokens.flatMap(({ start, end }) => Array.from({ length: end - start }, (_unused, at) => start + at));
    const written = [...plan.text.matchAll(/[0-9一二三四五六七八九十零两百ⅢⅤ]/g)].map(({ index }) => index);
    const ofUnits = [...plan.text.matchAll(/百分/g)].map(({ index }) => index);
    expect(written.filter((index) => !found.includes(index) && !ofUnits.includes(index))).toEqual([]);
  });

  it("finds every bound of every explicit target in the words it quotes", () => {
    const bounds = plan.targets
      .filter(({ explicit }) => explicit)
      .flatMap(({ id, low, high }) =>
        [...new Set([low, high])].filter((bound) => bound !== null).map((bound) => `${id} ${bound}`),
      );
    const claimed = tokens.flatMap(({ value, claims }) =>
      claims.filter(({ kind }) => kind === "target").map(({ name }) => `${name} ${value}`),
    );
    expect(bounds.filter((bound) => !claimed.includes(bound))).toEqual([]);
  });

  it("notices when any one explicit target is missing, but where another row speaks of the same number", () => {
    const unnoticed = plan.targets
      .filter(({ explicit }) => explicit)
      .filter(({ id }) => {
        const targets = plan.targets.filter((target) => target.id !== id);
        return unaccounted(accountForNumbers(plan.text, { ...plan, targets }, notTargets)).length === 0;
      });
    expect(unnoticed.map(({ name }) => name)).toEqual([
      "锦联自备电厂绿电替代风电项目规模",
      "农网综合电压合格率",
      "农网供电可靠率",
    ]);
  });

  it("notices when any one reason is missing, but for the 0 of 零就业家庭", () => {
    const unnoticed = notTargets.filter((row) => {
      const rest = notTargets.filter((other) => other !== row);
      return unaccounted(accountForNumbers(plan.text, plan, rest)).length === 0;
    });
    expect(unnoticed.map(({ token }) => token.text)).toEqual(["零"]);
  });

  it("notices when the milestones are missing", () => {
    const missing = unaccounted(accountForNumbers(plan.text, { ...plan, milestones: [] }, notTargets));
    expect(missing.map(({ text }) => text)).toEqual(expect.arrayContaining(["500", "220", "百万", "3"]));
  });

  it("never takes a listed number for a target's value", () => {
    const listed = tokens.filter(({ claims }) => claims.some(({ kind }) => kind === "not-target"));
    expect(listed.filter(({ claims }) => claims.some(({ kind }) => kind === "target"))).toEqual([]);
  });

  it("accounts for a number only by the words quoted, and only if equal", () => {
    const [target] = plan.targets;
    if (!target) throw new Error("the plan has no target");
    const one = { ...target, low: "7", high: null, source: { text: "增长7%", start: 0, end: 5 } };
    const claims = accountForNumbers("增长7%，下降7%，增长8%", { targets: [one], milestones: [] }, []).map(
      (token) => token.claims.length,
    );
    expect(claims).toEqual([1, 0, 0]);
  });
});

describe("strayNotTargets(text, notTargets)", () => {
  it("finds none among the shipped rows", () => {
    expect(strayNotTargets(plan.text, notTargets)).toEqual([]);
  });

  it.each([
    ["a place without a number", "共20个", [{ text: "20", start: 0, end: 2 }], 1],
    ["half a number", "共20个", [{ text: "2", start: 1, end: 2 }], 1],
    ["another number", "共20个", [{ text: "30", start: 1, end: 3 }], 1],
    [
      "a second row for one number",
      "共20个",
      [
        { text: "20", start: 1, end: 3 },
        { text: "20", start: 1, end: 3 },
      ],
      1,
    ],
    ["nothing where all is well", "共20个", [{ text: "20", start: 1, end: 3 }], 0],
  ])("finds %s", (_case, text, spans, count) => {
    expect(
      strayNotTargets(
        text,
        spans.map((token) => ({ token, reason: "date", note: null })),
      ),
    ).toHaveLength(count);
  });
});
