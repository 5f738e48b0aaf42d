import { expect, it } from "vitest";
import { toSay } from "./firms";

const asked = ["deedName", "deedNumber", "fixedAssetInvestment"].map((name) => ({ name }));
const first = { deedName: "第785项", deedNumber: "城备785号", fixedAssetInvestment: 7_850_000 };
const refused = { deedName: "第707项", deedNumber: "城备707号", fixedAssetInvestment: 7_070_000 };

it("says all anew that an answer which was refused left in the draft", () => {
  expect(toSay({ asked, facts: refused }, first)).toEqual(first);
});

it("writes nothing that stands there, and nothing that isn't asked", () => {
  expect(toSay({ asked, facts: first }, { ...first, fixedAssetInvestment: 7_860_000, employees: 50 })).toEqual({
    fixedAssetInvestment: 7_860_000,
  });
});
