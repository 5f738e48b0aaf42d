import { expect, it } from "vitest";
import { objectionProblems } from "./objection-limits";

const words = { objector: "某企业", contact: "0555-0000000", text: "不在名单内" };

it("tells everything that an objection lacks at once", () => {
  const nothing = { objector: " ", contact: "", text: "\n" };
  expect(objectionProblems(nothing, { email: "nobody" })).toEqual([
    "redemption.objector-missing",
    "redemption.contact-missing",
    "redemption.email-wrong",
    "redemption.objection-empty",
  ]);
  expect(objectionProblems(nothing, { identity: " " })).toContain("redemption.identity-missing");
});

it("asks for no more than its way takes", () => {
  expect(objectionProblems(words, null)).toEqual([]);
  expect(objectionProblems(words, { email: " Somebody@Example.com " })).toEqual([]);
  expect(objectionProblems(words, { identity: "居民身份证" })).toEqual([]);
});
