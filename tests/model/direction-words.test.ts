import { describe, expect, it } from "vitest";
import { directionsIn } from "../../pipeline/model/direction-words.ts";

describe("directionsIn(words)", () => {
  it.each([
    ["同比增长", "up"],
    ["同比提高了", "up"],
    ["比年度目标少", "down"],
    ["比上年同期多", "up"],
    ["低于年度目标", "down"],
    ["不及年度目标", "down"],
    ["不低于", "up"],
    ["未超过", "down"],
    ["降幅收窄", "down,down"],
    ["降幅扩大", "down,up"],
    ["增速比1—5月加快", "up"],
    ["由降转增", "up"],
    ["负增长", "down"],
    ["慢于序时进度", "down"],
    ["未完成年度目标的", "down"],
    ["规模以上工业增加值", ""],
    ["增速为", "up"],
    ["高质量发展项目", ""],
    ["", ""],
  ])("%s points %s", (words, directions) => {
    expect(directionsIn(words).join()).toBe(directions);
  });
});
