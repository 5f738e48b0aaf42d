import { describe, expect, it } from "vitest";
import { batchAction, batchIds, batchLimit } from "./batch-review";

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;

describe("a batch of cases", () => {
  it("takes each case once and nothing that is no id", () => {
    expect(batchIds([id(1), "x", id(2), id(1), "'; DROP"])).toEqual([id(1), id(2)]);
  });

  it("has a limit", () => {
    expect(batchIds(Array.from({ length: 80 }, (_, number) => id(number)))).toHaveLength(batchLimit);
  });

  it("never decides against a firm", () => {
    for (const action of ["REJECT", "RECOMMEND_REJECTION", "CO_DISAGREE", "SEND_BACK", "REQUEST_CORRECTION"])
      expect(batchAction(action)).toBe("RECOMMEND_APPROVAL");
    expect(batchAction("APPROVE")).toBe("APPROVE");
  });
});
