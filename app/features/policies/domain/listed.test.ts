import { expect, it } from "vitest";
import type { PublishedItem } from "./published-catalogue";
import { isListed } from "./listed";

const item = (workflow: string, effect: string) =>
  ({ item: { amount: { effect } }, redemption: { workflow } }) as unknown as PublishedItem;

it("is a payment that nobody applies for, and nothing else: a relief of taxes is never paid out by a list", () => {
  expect(isListed(item("applyFree", "payment"))).toBe(true);
  for (const effect of ["reduction", "taxCredit", "loanLimit", "none"])
    expect(isListed(item("applyFree", effect))).toBe(false);
  expect(isListed(item("reviewed", "payment"))).toBe(false);
});
