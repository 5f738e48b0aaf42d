import { describe, expect, it } from "vitest";
import { dutyProblem } from "./duties";
import type { StaffRole } from "~/access/permissions";

const office = { departmentId: "city-industry", regionCode: "340500" };
const none = { departmentId: null, regionCode: null };

describe("separation of duties", () => {
  it.each<[StaffRole, StaffRole]>([
    ["systemAdministrator", "securityAdministrator"],
    ["systemAdministrator", "auditor"],
    ["securityAdministrator", "auditor"],
    ["auditor", "approver"],
    ["systemAdministrator", "finance"],
  ])("%s and %s are never one person", (one, other) => {
    expect(dutyProblem([one, other], office)).toBe("rolesSeparated");
  });

  it.each<StaffRole>(["systemAdministrator", "securityAdministrator", "auditor", "economicOffice"])(
    "%s alone needs no department",
    (role) => {
      expect(dutyProblem([role], none)).toBeNull();
    },
  );

  it.each<StaffRole>(["reviewer", "approver", "finance"])("%s belongs to an office", (role) => {
    expect(dutyProblem([role], none)).toBe("officeNeeded");
    expect(dutyProblem([role], office)).toBeNull();
  });

  it("lets reviewing and writing policies go together, and refuses an account without a role", () => {
    expect(dutyProblem(["reviewer", "policyAuthor"], office)).toBeNull();
    expect(dutyProblem([], office)).toBe("rolesNone");
  });
});
