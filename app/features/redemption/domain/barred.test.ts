import { expect, it } from "vitest";
import { barOf, keptFrom } from "./barred";
import { blankContext } from "./machine-base";

const context = {
  ...blankContext,
  firstReviewerId: "first",
  deciderId: "decider",
  recoveryById: "asker",
  scoredBy: ["expert"],
};

it("tells each person which of their own steps closes the work", () => {
  expect(barOf(["leadApproval"], context, "first")).toBe("samePerson");
  expect(["first", "decider"].map((person) => barOf(["objection"], context, person))).toEqual(["involved", "involved"]);
  expect(barOf(["afterCheck", "recoveryApproval"], context, "asker")).toBe("sameRecoverer");
  expect(barOf(["expertScore"], context, "expert")).toBe("scored");
});

it("closes nothing to others, and nothing where no work waits", () => {
  expect(barOf(["leadApproval", "objection", "recoveryApproval"], context, "somebody else")).toBeNull();
  expect(barOf([], context, "first")).toBeNull();
  expect(barOf(["leadReview"], context, "first")).toBeNull();
});

it("names those whom work is kept from: who had a part in it, and who stands aside", () => {
  const aside = [{ userId: "cousin" }];
  expect(keptFrom("reconsideration", context, aside)).toEqual(["first", "decider", "cousin"]);
  expect(keptFrom("leadReview", context, aside)).toEqual(["cousin"]);
  expect(keptFrom("objection", blankContext, [])).toEqual([]);
});
