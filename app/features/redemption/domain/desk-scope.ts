import { caseOffice, type UserActor } from "~/access/actor";
import { permissionsOf, type StaffRole } from "~/access/permissions";
import { isOfTreasury } from "./acting-on";

type Official = Pick<UserActor, "userId" | "departmentId" | "regionCode" | "permissions" | "memberships">;
type Place = { departmentId: string; regionCode: string };

/** Whether somebody sits on panels of an office and does none of its other work. */
export function isPanelist({ permissions }: Pick<Official, "permissions">): boolean {
  return permissions.has("score:application:department") && !permissions.has("review:application:department");
}

/**
 * Whether work of a stage may be given to somebody with these roles: panels to experts, the treasury's to finance
 * officers, else to those who handle cases.
 */
export function mayBeGiven(stage: string, roles: readonly StaffRole[]): boolean {
  if (stage === "expertScore") return roles.includes("expert");
  return permissionsOf(roles, null).has(
    isOfTreasury(stage) ? "manage:payment:region" : "review:application:department",
  );
}

/**
 * The cases an official may open, as a condition on them: those that are or were at the own office; of an expert those that
 * wait for a panel of the office, and those the expert has scored. Null for somebody without office.
 */
export function casesVisibleTo(official: Official) {
  const { userId } = official;
  const office = caseOffice(official);
  if (!office) return null;
  const atOffice = (more: { stage?: string; closedAt?: null }) => ({ tasks: { some: { ...office, ...more } } });
  return isPanelist(official)
    ? { OR: [atOffice({ stage: "expertScore", closedAt: null }), { scores: { some: { expertId: userId } } }] }
    : atOffice({});
}

/**
 * The open work on an official's desk, as a condition on it: all of the office; of an expert the panels that wait for this
 * expert's score and that no interest bars.
 */
export function workOnDesk(official: Official, { departmentId, regionCode }: Place) {
  const { userId, memberships } = official;
  const ofOffice = { departmentId, regionCode, closedAt: null };
  if (!isPanelist(official)) return ofOffice;
  const open = {
    scores: { none: { expertId: userId } },
    recusals: { none: { userId } },
    enterpriseId: { notIn: memberships.map(({ enterpriseId }) => enterpriseId) },
  };
  return { ...ofOffice, stage: "expertScore", OR: [{ assigneeId: null }, { assigneeId: userId }], application: open };
}
