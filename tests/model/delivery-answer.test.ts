import { describe, expect, it } from "vitest";
import type { Channel } from "../../pipeline/model/delivery.ts";
import { answerInFull, answerWords } from "../../pipeline/model/delivery-answer.ts";

const FOLDER = "/srv/jindu/shared/市领导/2023-06-monthly-v1";

describe("answerWords(delivery)", () => {
  it.each<[Channel, string | null, string | null]>([
    ["shared-folder", "placed", FOLDER],
    ["shared-folder", "there", FOLDER],
    ["shared-folder", "occupied", FOLDER],
    ["shared-folder", "link", FOLDER],
    ["shared-folder", "ENOSPC", `共享文件夹 ${FOLDER} 写不进去`],
    ["shared-folder", "EIO", `EIO: i/o error, mkdir '${FOLDER}'`],
    ["mail", "said", "由人确认已送到"],
    ["mail", "ECONNECTION", "服务器中途断开，没有收下"],
  ])("is Chinese without a path of the machine: %s %s", (channel, code, reply) => {
    expect(answerWords({ channel, code, reply })).toMatch(/^[\p{Script=Han}，：]+$/u);
  });

  it.each<[Channel, string | null, string | null, string]>([
    ["mail", "250", "OK queued as 1", "250 OK queued as 1"],
    ["mail", "550", "no such box", "550 no such box"],
    ["mail", null, null, ""],
    ["mail", "had", "第1版", ""],
    ["shared-folder", "had", "第1版", ""],
    ["shared-folder", null, null, ""],
  ])("is a mail server's own, and nothing where nothing was said: %s %s %s", (channel, code, reply, words) => {
    expect(answerWords({ channel, code, reply })).toBe(words);
  });
});

describe("answerInFull(delivery)", () => {
  it.each([
    ["occupied", FOLDER, /^[^a-z]+：\/srv/],
    ["ENOSPC", `共享文件夹 ${FOLDER} 写不进去：磁盘满了`, /^共享文件夹 \/srv/],
  ])("names the folder that stands in the way: %s", (code, reply, words) => {
    expect(answerInFull({ channel: "shared-folder", code, reply })).toMatch(words);
  });
});
