import { describe, expect, it } from "vitest";
import { linkKind, sheetLinks } from "../../../pipeline/report/workbook/links.ts";
import { number, sheet, text } from "../../support/edition-fixture.ts";

describe("linkKind(target)", () => {
  it.each([
    ["数据来源!A7", "cell"],
    ["'数据 来源'!AB123", "cell"],
    ["https://tjj.example.cn/a?b=1&c=2", "web"],
    ["http://tjj.example.cn/", "web"],
    ["javascript:alert(1)", undefined],
    ["file:///etc/passwd", undefined],
    ["https://a b", undefined],
    ['https://a"><x', undefined],
    ["数据来源", undefined],
    ["数据来源!A0", undefined],
  ])("%s is %s", (target, kind) => {
    expect(linkKind(target)).toBe(kind);
  });
});

describe("sheetLinks(sheet)", () => {
  const linked = (target: string) => ({ kind: "text" as const, runs: ["字"], link: target });

  it("puts cells by location and pages by relationship, once a page", () => {
    const targets = ["it's 来源!A7", "https://a.cn/?b=1&c=2", "https://a.cn/?b=1&c=2", "javascript:alert(1)"];
    const rows = targets.map((target) => ({ kind: "data" as const, cells: [linked(target)] }));
    const [addition, ...rest] = sheetLinks(sheet({ rows }));
    expect(rest).toEqual([]);
    expect(addition?.element).toBe("hyperlinks");
    expect(addition?.xml).toBe(
      `<hyperlinks><hyperlink ref="A3" location="'it''s 来源'!A7"/>` +
        '<hyperlink ref="A4" r:id="rIdLink1"/><hyperlink ref="A5" r:id="rIdLink1"/></hyperlinks>',
    );
    const pages = [{ id: "rIdLink1", type: "hyperlink", target: "https://a.cn/?b=1&c=2", isExternal: true }];
    expect(addition?.relationships).toEqual(pages);
  });

  it("stands each link at its own cell, past section rows", () => {
    const rows = [
      { kind: "section" as const, text: "章" },
      { kind: "data" as const, cells: [text("a"), number("f", "1", "表!A1")] },
    ];
    expect(sheetLinks(sheet({ rows }))[0]?.xml).toContain('ref="B4"');
  });

  it("gives a sheet without links none", () => {
    const rows = [{ kind: "data" as const, cells: [linked("nowhere"), text("a")] }];
    expect(sheetLinks(sheet({ rows }))).toEqual([]);
  });
});
