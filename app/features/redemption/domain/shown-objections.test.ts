import { describe, expect, it } from "vitest";
import { looksInto, shownObjections } from "./shown-objections";

const decided = { firstReviewerId: "reviewer", deciderId: "approver" };
const head = { userId: "head", isLead: true, mayReview: true, hasConflict: false };

describe("who objected", () => {
  it("is known to the lead office's people without part in the decision and without interest alone", () => {
    expect(looksInto(head, decided)).toBe(true);
    for (const other of [
      { userId: "reviewer" },
      { userId: "approver" },
      { isLead: false },
      { mayReview: false },
      { hasConflict: true },
    ])
      expect(looksInto({ ...head, ...other }, decided), JSON.stringify(other)).toBe(false);
  });

  it("goes to nobody else, nor does anything that leads to it", () => {
    const kept = {
      id: "o",
      objector: "张三",
      contact: "0555-1",
      email: "a@example.com",
      identity: "居民身份证",
      source: "inPerson",
      text: "不符合条件",
      raisedAt: new Date(0),
      admittedAt: null,
      admission: null,
      outcome: null,
      answer: null,
    };
    expect(shownObjections([kept], false)).toEqual([
      {
        id: "o",
        source: "inPerson",
        text: "不符合条件",
        raisedAt: new Date(0),
        outcome: null,
        answer: null,
        admission: "unread",
        who: null,
      },
    ]);
    expect(shownObjections([kept], true)[0]?.who).toEqual({
      objector: "张三",
      contact: "0555-1",
      email: "a@example.com",
      identity: "居民身份证",
    });
  });
});
