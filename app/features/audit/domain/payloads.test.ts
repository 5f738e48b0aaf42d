import { describe, expect, it } from "vitest";
import { eventTypes } from "~/features/redemption/domain/events";
import { auditPayloads, requirePayload, type AuditPayload } from "./payloads";
import { caseActionOf } from "./payloads/redemption";

describe("payloads of the log", () => {
  it("have an action for each event of a case", () => {
    expect(eventTypes.map(caseActionOf).filter((action) => !(action in auditPayloads))).toEqual([]);
    expect(caseActionOf("BUDGET_RESERVED")).toBe("application.budget-reserved");
  });

  it("are named entity.verb", () => {
    expect(Object.keys(auditPayloads).filter((action) => !/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/.test(action))).toEqual(
      [],
    );
  });

  it("are typed: what another action says does not compile", () => {
    // @ts-expect-error the year is missing
    const lacking: AuditPayload<"budget.granted"> = { after: { fen: "1" } };
    // @ts-expect-error a sum is text, so that no number rounds it
    const rounded: AuditPayload<"pool.funded"> = { after: { fen: 1 } };
    expect(() => requirePayload("budget.granted", lacking)).toThrow("after.year");
    expect(() => requirePayload("pool.funded", rounded)).toThrow("after.fen");
  });

  it.each(["toString", "__proto__", "user.vanished"])("know no action %s", (action) => {
    expect(() => requirePayload(action, {})).toThrow(RangeError);
  });
});
