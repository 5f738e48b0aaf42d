import { describe, expect, it } from "vitest";
import {
  deliveryStates,
  moveDelivery,
  newDelivery,
  type DeliveryEvent,
  type StandingDelivery,
} from "./delivery-machine";

const people = ["maker", "other", "third"];
const events: DeliveryEvent[] = [
  ...(["SIGN", "RETURN", "WITHDRAW", "ASK_BACK", "SIGN_BACK", "KEEP"] as const).flatMap((type) =>
    people.map((personId) => ({ type, personId })),
  ),
  { type: "CHECKED" },
  { type: "APPLIED" },
  { type: "TAKEN_BACK" },
];
const walk = (...steps: DeliveryEvent[]) =>
  steps.reduce<StandingDelivery | null>((at, step) => at && moveDelivery(at, step), newDelivery("maker"));
const by = (type: "SIGN" | "RETURN" | "WITHDRAW" | "ASK_BACK" | "SIGN_BACK" | "KEEP", personId: string) => ({
  type,
  personId,
});

describe("a delivery", () => {
  it("comes into the register by a second person", () => {
    expect(walk({ type: "CHECKED" }, by("SIGN", "maker"))).toBeNull();
    expect(walk({ type: "CHECKED" }, by("SIGN", "other"), { type: "APPLIED" })?.state).toBe("applied");
    expect(walk(by("SIGN", "other"))).toBeNull();
  });

  it("is taken back by two persons, and stays where the second does not agree", () => {
    const applied = [{ type: "CHECKED" }, by("SIGN", "other"), { type: "APPLIED" }] as DeliveryEvent[];
    expect(walk(...applied, by("ASK_BACK", "third"), by("SIGN_BACK", "third"))).toBeNull();
    const taken = walk(...applied, by("ASK_BACK", "third"), by("SIGN_BACK", "maker"), { type: "TAKEN_BACK" });
    expect(taken?.state).toBe("rolledBack");
    const kept = walk(...applied, by("ASK_BACK", "third"), by("KEEP", "other"));
    expect(kept).toEqual({ state: "applied", makerId: "maker", askerId: null });
  });

  it("ends where it was returned or withdrawn, each by whom it is for", () => {
    expect(walk({ type: "CHECKED" }, by("RETURN", "other"))?.state).toBe("returned");
    expect(walk({ type: "CHECKED" }, by("RETURN", "maker"))).toBeNull();
    expect(walk(by("WITHDRAW", "maker"))?.state).toBe("withdrawn");
    expect(walk(by("WITHDRAW", "other"))).toBeNull();
  });

  it("reaches every state, leaves each but the ends, and never lets one person do both parts", () => {
    const seen = new Map<string, StandingDelivery>();
    const left = new Set<string>();
    const open = [newDelivery("maker")];
    for (let at = open.pop(); at; at = open.pop()) {
      const key = JSON.stringify(at);
      if (seen.has(key)) continue;
      seen.set(key, at);
      for (const event of events) {
        const next = moveDelivery(at, event);
        if (!next) continue;
        left.add(at.state);
        if (event.type === "SIGN") expect(event.personId).not.toBe("maker");
        if (event.type === "SIGN_BACK") expect(event.personId).not.toBe(at.askerId);
        open.push(next);
      }
    }
    expect(new Set([...seen.values()].map(({ state }) => state))).toEqual(new Set(deliveryStates));
    const ends = ["rolledBack", "returned", "withdrawn"];
    expect(left).toEqual(new Set(deliveryStates.filter((state) => !ends.includes(state))));
  });
});
