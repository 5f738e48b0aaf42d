import { expect, it } from "vitest";
import { factLabel } from "./fact-label";

it("says whom a fact tells of where that is not the firm itself", () => {
  const fact = { zh: "营业收入", en: "Revenue" };
  expect(factLabel(fact, "zh")).toBe("营业收入");
  expect(factLabel({ ...fact, whose: "group" }, "zh")).toBe("（所属集团）营业收入");
  expect(factLabel({ ...fact, whose: "investee" }, "en")).toBe("Revenue (of the investee)");
});
