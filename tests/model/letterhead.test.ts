import { describe, expect, it } from "vitest";
import type { IssueDetails } from "../../pipeline/model/compiler-notes.ts";
import { letterheadOf } from "../../pipeline/model/letterhead.ts";
import { shippedLetterhead } from "../support/shipped-templates.ts";

const NONE: IssueDetails = {
  ...{ issueNumber: null, date: null, secrecy: null, contributor: null },
  ...{ editor: null, reviewer: null, signer: null, copies: null },
};

describe("letterheadOf(office, issue)", () => {
  it("takes what the issue's notes say before what the office always says, and the office's where they say nothing", () => {
    const office = { ...shippedLetterhead(), editor: "甲", copies: "共印30份" };
    const issued = letterheadOf(office, { ...NONE, issueNumber: "第6期", copies: "共印50份" });
    expect(issued).toEqual({ ...office, issueNumber: "第6期", copies: "共印50份" });
    expect(letterheadOf(office, null)).toEqual(office);
    expect(letterheadOf(office, NONE)).toEqual(office);
  });
});
