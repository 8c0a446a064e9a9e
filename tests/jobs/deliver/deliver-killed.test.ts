import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listRuns } from "../../../pipeline/store/runs.ts";
import { type RunningScript, startScript } from "../../store/child-script.ts";
import { deliveryHome, deliveryRoot, folderFor, mailSetting, mailTo, told } from "../../support/delivery-home.ts";
import { headerOf, parseMail } from "../../support/mail-parts.ts";
import { type ServerAct, startMailServer } from "../../support/mail-server.ts";

const PEOPLE = [mailTo("a@example.cn"), folderFor("办公室"), mailTo("b@example.cn", "briefing")];

async function killed(point: number, acts: Readonly<Record<string, readonly ServerAct[]>> = {}) {
  let running: RunningScript | undefined;
  const server = await startMailServer({ acts, kill: () => running?.kill("SIGKILL") });
  const home = await deliveryHome(deliveryRoot(PEOPLE), { mail: mailSetting(server.port) });
  running = startScript("../jobs/deliver/deliver-killed.ts", home.root, home.home, String(server.port), String(point));
  expect(await running.end).toMatchObject({ signal: "SIGKILL", stderr: "" });
  return { server, home };
}

describe("a process killed while it delivers", () => {
  it.each<[what: string, point: number, acts: Readonly<Record<string, readonly ServerAct[]>>]>([
    ["before anything is reserved", 1, {}],
    ["once papers are in a folder, before that is recorded", 3, {}],
    ["before the bytes of a mail", 0, { "b@example.cn": ["kill-at-recipient"] }],
    ["when all is recorded, before the run is", 5, {}],
  ])("%s: the next one gives everybody theirs, once", async (_what, point, acts) => {
    const { server, home } = await killed(point, acts);
    const delivered = await home.deliver();
    expect([delivered.ok, delivered.state]).toEqual([true, "delivered"]);
    expect(server.taken.map(({ to }) => to[0]).sort()).toEqual(["a@example.cn", "b@example.cn"]);
    const attached = server.taken.map(({ raw }) => parseMail(raw).parts[1]?.bytes);
    const placed = readdirSync(join(home.shared, "办公室"));
    const [paper = ""] = readdirSync(join(home.shared, "办公室", placed[0] ?? "")).filter((name) =>
      name.endsWith("docx"),
    );
    const copy = readFileSync(join(home.shared, "办公室", placed[0] ?? "", paper));
    const original = readFileSync(join(home.folder, "briefing.docx"));
    expect([...attached, copy].map((bytes) => bytes?.equals(original))).toEqual([true, true, true]);
    expect(placed).toHaveLength(1);
    const runs = (await listRuns(home.open.store)).filter(({ job }) => job === "deliver");
    expect(runs.map(({ outcome, counts }) => [outcome, counts.sent])).toEqual([["done", 3]]);
  });

  it.each<[what: string, point: number, acts: Readonly<Record<string, readonly ServerAct[]>>]>([
    ["when the server has said yes, before that is recorded", 2, {}],
    ["between the last byte and the answer", 0, { "a@example.cn": ["kill-after-data"] }],
  ])("%s: nothing is sent a second time until a person says so", async (_what, point, acts) => {
    const { server, home } = await killed(point, acts);
    const unsure = await home.deliver();
    expect([unsure.ok, unsure.state]).toEqual([false, "draft"]);
    expect(told(unsure)).toEqual(["a@example.cn handed 1 null", "办公室 sent 1 placed", "b@example.cn sent 1 250"]);
    expect(server.taken.map(({ to }) => to[0])).toEqual(["a@example.cn", "b@example.cn"]);
    await expect(home.deliver({ again: "b@example.cn" })).rejects.toMatchObject({ code: "USAGE" });
    const over =
      point === 2 ? await home.deliver({ arrived: "A@example.cn" }) : await home.deliver({ again: "a@example.cn" });
    expect([over.ok, over.state]).toEqual([true, "delivered"]);
    const ids = server.taken.map(({ raw }) => headerOf(parseMail(raw), "message-id"));
    expect([ids.length, new Set(ids).size]).toEqual([point === 2 ? 2 : 3, 2]);
  });
});
