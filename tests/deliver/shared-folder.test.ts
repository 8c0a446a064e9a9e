import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { placeInFolder, tryToPlace } from "../../pipeline/deliver/shared-folder.ts";
import { scratchFolder } from "../support/scratch-home.ts";

const FILES = new Map([
  ["简报.docx", new Uint8Array([1, 2, 3])],
  ["要点.txt", new Uint8Array()],
]);

describe("placeInFolder(shared, recipient, name, files)", () => {
  it("puts the files there, and leaves them alone the second time", () => {
    const shared = join(scratchFolder(), "not-there-yet");
    expect(placeInFolder(shared, "市领导", "2023-06-monthly-v1", FILES)).toMatchObject({
      outcome: "sent",
      code: "placed",
    });
    const folder = join(shared, "市领导", "2023-06-monthly-v1");
    expect([...readFileSync(join(folder, "简报.docx"))]).toEqual([1, 2, 3]);
    writeFileSync(join(folder, "~$简报.docx"), "open in an editor");
    expect(placeInFolder(shared, "市领导", "2023-06-monthly-v1", FILES)).toMatchObject({
      outcome: "sent",
      code: "there",
    });
    expect(readdirSync(join(shared, "市领导"))).toEqual(["2023-06-monthly-v1"]);
  });

  it("goes on where a killed process has left half of it", () => {
    const shared = scratchFolder();
    mkdirSync(join(shared, "甲", ".n.partial"), { recursive: true });
    writeFileSync(join(shared, "甲", ".n.partial", "简报.docx"), "half");
    expect(placeInFolder(shared, "甲", "n", FILES).outcome).toBe("sent");
    expect(readdirSync(join(shared, "甲"))).toEqual(["n"]);
  });

  it.each([
    ["a reader has written into", (folder: string) => writeFileSync(join(folder, "简报.docx"), "批示")],
    ["a reader has put something into", (folder: string) => writeFileSync(join(folder, "批示.txt"), "批示")],
  ])("never writes over a folder that %s", (_what, write) => {
    const shared = scratchFolder();
    placeInFolder(shared, "甲", "n", FILES);
    write(join(shared, "甲", "n"));
    const before = readdirSync(join(shared, "甲", "n")).map((name) =>
      readFileSync(join(shared, "甲", "n", name), "utf8"),
    );
    expect(placeInFolder(shared, "甲", "n", FILES)).toMatchObject({ outcome: "refused", code: "occupied" });
    const after = readdirSync(join(shared, "甲", "n")).map((name) =>
      readFileSync(join(shared, "甲", "n", name), "utf8"),
    );
    expect(after).toEqual(before);
  });

  it("does not follow a link out of the folder", () => {
    const [shared, elsewhere] = [scratchFolder(), scratchFolder()];
    symlinkSync(elsewhere, join(shared, "甲"));
    expect(placeInFolder(shared, "甲", "n", FILES)).toMatchObject({ outcome: "refused", code: "link" });
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it.each([
    ["..", "n"],
    [".", "n"],
    ["a/b", "n"],
    ["a\\b", "n"],
    ["甲", ".."],
    ["甲", "../n"],
  ])("goes to no other place by %j and %j", (recipient, name) => {
    const shared = join(scratchFolder(), "shared");
    expect(() => placeInFolder(shared, recipient, name, FILES)).toThrow(RangeError);
    expect(existsSync(shared)).toBe(false);
  });
});

describe("tryToPlace(shared, within, recipient, name, files)", () => {
  it.each(["", "催办"])("makes the last level of the shared folder only, here within %j", (within) => {
    const disk = join(scratchFolder(), "disk");
    const place = () => tryToPlace(join(disk, "shared"), within, "甲", "n", FILES);
    expect(place()).toMatchObject({ outcome: "stopped", code: "ENOENT", reply: expect.stringContaining(disk) });
    expect(existsSync(disk)).toBe(false);
    mkdirSync(disk);
    expect(place()).toMatchObject({ outcome: "sent", code: "placed" });
    expect(readdirSync(join(disk, "shared", within, "甲"))).toEqual(["n"]);
  });

  it.runIf(existsSync("/proc/self"))("comes back from where no folder can be made", () => {
    expect(tryToPlace("/proc/jindu", "", "甲", "n", FILES).outcome).toBe("stopped");
    expect(tryToPlace("/proc/jindu/shared", "催办", "甲", "n", FILES).outcome).toBe("stopped");
  });
});
