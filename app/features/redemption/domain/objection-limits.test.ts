import { expect, it } from "vitest";
import type { Refusal } from "~/kernel/refusal";
import { objectionProblems, objectionWords } from "./objection-limits";

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

it("cuts nothing of what is said: what is too long is refused with its length", () => {
  const text = "异".repeat(2001);
  expect(objectionWords({ ...words, text: text.slice(1) }).text).toHaveLength(2000);
  expect(() => objectionProblems({ ...words, text }, null)).toThrow(
    expect.objectContaining({ code: "request.too-long", status: 422, params: { most: 2000, length: 2001 } }) as Refusal,
  );
  expect(objectionProblems(words, { email: `${"a".repeat(255)}@example.com` })).toEqual(["redemption.email-wrong"]);
});
