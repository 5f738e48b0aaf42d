import { describe, expect, it } from "vitest";
import { isOpenInvitation, leavesNoOwner } from "./invitation";

const now = new Date("2026-11-24T06:00:00Z");
const fresh = { expiresAt: new Date("2026-11-24T06:00:01Z"), acceptedAt: null, revokedAt: null };

describe("invitation", () => {
  it("is open until its last second, and neither after use nor after revocation", () => {
    expect(isOpenInvitation(fresh, now)).toBe(true);
    expect(isOpenInvitation({ ...fresh, expiresAt: now }, now)).toBe(false);
    expect(isOpenInvitation({ ...fresh, acceptedAt: now }, now)).toBe(false);
    expect(isOpenInvitation({ ...fresh, revokedAt: now }, now)).toBe(false);
  });
});

describe("last owner", () => {
  const one = [
    { userId: "a", role: "owner" },
    { userId: "b", role: "operator" },
  ];
  const two = [...one, { userId: "c", role: "owner" }];

  it("neither leaves nor becomes something else", () => {
    expect(leavesNoOwner(one, "a", null)).toBe(true);
    expect(leavesNoOwner(one, "a", "viewer")).toBe(true);
    expect(leavesNoOwner(one, "a", "owner")).toBe(false);
  });

  it("may go when another owner stays, and others may always go", () => {
    expect(leavesNoOwner(two, "a", null)).toBe(false);
    expect(leavesNoOwner(one, "b", null)).toBe(false);
  });
});
