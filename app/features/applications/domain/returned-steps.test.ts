import { expect, it } from "vitest";
import { returnsByStep } from "./returned-steps";

const payment = {
  id: "p",
  status: "returned",
  returnedReason: "账户已销户",
  returnedCode: "AC04",
  needsAccount: true,
  replacedBy: null,
};
const next = (more: Partial<Parameters<typeof returnsByStep>[0][number]>) =>
  returnsByStep([{ ...payment, ...more }]).get("returned:p")?.next;

it("a payment that came back is told with the bank's reason and with what is to be done", () => {
  expect(returnsByStep([payment]).get("returned:p")).toEqual({
    reason: "账户已销户",
    code: "AC04",
    next: "giveAccount",
  });
  expect(next({ replacedBy: { id: "q" } })).toBe("accountGiven");
  expect(next({ needsAccount: false })).toBe("treasuryPays");
  expect(next({ needsAccount: false, replacedBy: { id: "q" } })).toBe("paidAnew");
});

it("what is under way or paid came back from nowhere", () =>
  expect(
    returnsByStep([
      { ...payment, status: "paid" },
      { ...payment, status: "pending" },
    ]).size,
  ).toBe(0));
