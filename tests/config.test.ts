import { join, resolve } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { normaliseConfig, withRules } from "../pipeline/config.ts";
import { PipelineError } from "../pipeline/errors.ts";
import { READ_LIMIT_NAMES, READ_LIMITS } from "../pipeline/model/read-limit.ts";
import { DEFAULT_READ_LIMITS } from "../pipeline/read/limits.ts";

describe("normaliseConfig(spec)", () => {
  it("has the standard limits where none are set, and nothing in it can be changed", () => {
    const config = normaliseConfig({ PATH: "/bin", JINDU_READ_MAX_CELLS: "" });
    expect(config.limits).toEqual(DEFAULT_READ_LIMITS);
    expect([Object.isFrozen(config), Object.isFrozen(config.limits)]).toEqual([true, true]);
  });

  it.each([
    [undefined, "default"],
    ["", "default"],
    ["yinchuan", "yinchuan"],
  ])("takes the rule set of JINDU_RULES=%s, and another where a person names one", (given, rules) => {
    const config = normaliseConfig({ JINDU_RULES: given });
    expect([config.rules, withRules(config, undefined).rules, withRules(config, "tianjin").rules]).toEqual([
      ...[rules, rules, "tianjin"],
    ]);
  });

  it.each([
    ["JINDU_READ_MAX_FILE_MB", "1.5", { fileBytes: 1_572_864 }],
    ["JINDU_READ_MAX_TEXT_KB", "2", { textBytes: 2_048 }],
    ["JINDU_READ_MAX_SECONDS", "0.5", { timeMs: 500 }],
    ["JINDU_READ_MAX_UNPACKED_RATIO", "1.5", { inflationRatio: 1.5 }],
    ["JINDU_READ_MAX_CELLS", "7", { cells: 7 }],
  ])("takes %s=%s", (variable, value, limit) => {
    expect(normaliseConfig({ [variable]: value }).limits).toEqual({ ...DEFAULT_READ_LIMITS, ...limit });
  });

  it.each([
    ["JINDU_READ_MAX_FILE_MB", "50MB"],
    ["JINDU_READ_MAX_FILE_MB", "0"],
    ["JINDU_READ_MAX_FILE_MB", "-1"],
    ["JINDU_READ_MAX_FILE_MB", "0.0000001"],
    ["JINDU_READ_MAX_FILE_MB", "1e3"],
    ["JINDU_READ_MAX_FILE_MB", "501"],
    ["JINDU_READ_MAX_CELLS", "1.5"],
    ["JINDU_READ_MAX_SECONDS", "3601"],
    ["JINDU_READ_MAX_SECONDS", " "],
    ["JINDU_READ_MAX_SECONDS", "١٢"],
    ["JINDU_READ_MAX_FIEL_MB", "50"],
  ])("refuses %s=%s by its name", (variable, value) => {
    expect(problemsOf({ [variable]: value })).toMatch(new RegExp(variable));
  });

  it.each([
    [{}, "/srv/jindu/backups"],
    [{ JINDU_BACKUPS: "/mnt/backup" }, "/mnt/backup"],
    [{ JINDU_BACKUPS: "/srv/jindu/backups/nightly" }, "/srv/jindu/backups/nightly"],
    [{ JINDU_BACKUPS: "/srv" }, "/srv"],
    [{ JINDU_SHARED: "/srv/jindu/backups" }, "/srv/jindu/backups"],
  ])("puts backups, with %j, into %s", (given, backups) => {
    expect(normaliseConfig({ JINDU_HOME: "/srv/jindu", ...given }).backups).toBe(backups);
  });

  it.each([
    "/srv/jindu",
    "/srv/jindu/vault",
    "/srv/jindu/",
    "/srv/jindu/shared/x",
    "/share",
    "/share/x",
    "/srv/jindu/backups/../inbox",
  ])("refuses to put backups into %s, which they would hold, or everybody would see", (folder) => {
    const spec = { JINDU_HOME: "/srv/jindu", JINDU_SHARED: "/share", JINDU_BACKUPS: folder };
    expect(problemsOf(spec)).toContain("JINDU_BACKUPS");
  });

  it("counts a relative path from the project, whatever folder the program is started in", () => {
    const elsewhere = vi.spyOn(process, "cwd").mockReturnValue("/elsewhere");
    onTestFinished(() => elsewhere.mockRestore());
    expect(resolve("x")).toBe("/elsewhere/x");
    const spec = { JINDU_HOME: "h", JINDU_SHARED: "s/t", JINDU_BACKUPS: "../b" };
    const { root, home, shared, backups } = normaliseConfig(spec);
    expect([home, shared, backups]).toEqual([join(root, "h"), join(root, "s/t"), join(root, "../b")]);
    expect(problemsOf({ JINDU_SHARED: "s", JINDU_BACKUPS: "s/b" })).toContain("JINDU_BACKUPS");
  });

  it("tells of all that is wrong at once, each with an example", () => {
    const wrong = READ_LIMIT_NAMES.map((name) => READ_LIMITS[name].variable);
    const problems = problemsOf({
      ...Object.fromEntries(wrong.map((variable) => [variable, "x"])),
      JINDU_HOME: import.meta.filename,
    });
    for (const variable of [...wrong, "JINDU_HOME"]) expect(problems).toContain(`例如 ${variable}=`);
  });
});

function problemsOf(spec: Readonly<Record<string, string>>): string {
  try {
    normaliseConfig(spec);
  } catch (error) {
    if (error instanceof PipelineError && error.code === "CONFIG_INVALID") return error.message;
    throw error;
  }
  return "";
}
