import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { PipelineError } from "../../pipeline/errors.ts";
import { explainOpenError, explainStoreError } from "../../pipeline/store/store-errors.ts";

const FILE = "output/jindu.sqlite";

describe("explainStoreError(error, file)", () => {
  it.each([
    ["SQLITE_BUSY", "STORE_BUSY"],
    ["SQLITE_BUSY_SNAPSHOT", "STORE_BUSY"],
    ["SQLITE_LOCKED", "STORE_BUSY"],
    ["SQLITE_FULL", "STORE_FAILED"],
    ["SQLITE_IOERR_WRITE", "STORE_FAILED"],
    ["SQLITE_CORRUPT", "STORE_FAILED"],
    ["SQLITE_NOTADB", "STORE_FAILED"],
    ["SQLITE_READONLY_DBMOVED", "STORE_FAILED"],
    ["SQLITE_CANTOPEN", "STORE_FAILED"],
  ])("%s is %s, with place, hint and cause", (code, expected) => {
    const cause = new Database.SqliteError("x", code);
    const error = explainStoreError(cause, FILE);
    expect(error).toBeInstanceOf(PipelineError);
    expect(error).toMatchObject({ code: expected, location: { file: FILE }, hint: expect.stringMatching(/./), cause });
  });

  it.each([
    ["SQLITE_FULL", true],
    ["SQLITE_IOERR_WRITE", false],
    ["SQLITE_CORRUPT", false],
  ])("tells of %s whether it may pass", (code, mayPass) => {
    expect(explainStoreError(new Database.SqliteError("x", code), FILE)).toMatchObject({ mayPass });
  });

  it.skipIf(!existsSync("/proc/self"))("takes a failed write for a full disk where there is no room", () => {
    const error = explainStoreError(new Database.SqliteError("x", "SQLITE_IOERR_SHMSIZE"), "/proc/jindu.sqlite");
    expect(error).toMatchObject({ message: expect.stringContaining("磁盘已满"), mayPass: true });
  });

  it.each([
    new Database.SqliteError("x", "SQLITE_CONSTRAINT_CHECK"),
    new Database.SqliteError("x", "SQLITE_ERROR"),
    new TypeError("a mistake of ours"),
    new PipelineError("SEED_INVALID", "x"),
    "not an error",
  ])("lets %s out as it is", (error) => {
    expect(explainStoreError(error, FILE)).toBe(error);
  });
});

describe("explainOpenError(error, file)", () => {
  it.each<[unknown, string]>([
    [new Database.SqliteError("x", "SQLITE_BUSY"), "STORE_BUSY"],
    [new Database.SqliteError("x", "SQLITE_ERROR"), "STORE_FAILED"],
    [new TypeError("Cannot open database because the directory does not exist"), "STORE_FAILED"],
    ["not an error", "STORE_FAILED"],
    [new PipelineError("SEED_INVALID", "x"), "SEED_INVALID"],
  ])("%s is %s", (error, code) => {
    expect(explainOpenError(error, FILE)).toMatchObject({ code });
  });
});
