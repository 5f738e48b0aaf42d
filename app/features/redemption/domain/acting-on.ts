import type { Permission } from "~/access/permissions";
import type { OwnWords } from "~/features/notices/domain/notice-params";
import { reviewActions } from "./review-actions";

/** Where a year's selections are made. */
export const selectionsPage = "/desk/selections";

/** Work that the treasury does in its own lists, and where. */
const treasuryPages: Readonly<Record<string, string>> = {
  budgetCheck: "/finance",
  payment: "/finance/payments",
  recovery: "/finance/recoveries",
};

/** Work that is done in a list and not on the page of its case. */
const listPages: Readonly<Record<string, string>> = { ...treasuryPages, ranking: selectionsPage };

/** Whether the treasury does the work of a stage, in its own lists. */
export function isOfTreasury(stage: string): boolean {
  return Object.hasOwn(treasuryPages, stage);
}

/** What it takes to do the work of a stage. */
export function permissionFor(stage: string): Permission {
  if (isOfTreasury(stage)) return "manage:payment:region";
  const step = Object.values(reviewActions).find(({ stages }) => (stages as readonly string[]).includes(stage));
  return step?.by ?? "review:application:department";
}

/** Those people of an office who can do the work of a stage. */
export function actingOn(stage: string, { departmentId, regionCode }: { departmentId: string; regionCode: string }) {
  return { office: { departmentId, regionCode }, needs: permissionFor(stage) };
}

/** The page on which the work of a stage is done. */
export function workHref(stage: string, { id }: { id: string }): string {
  return listPages[stage] ?? `/desk/cases/${id}`;
}

/** Who does the work of a stage at an office, and the list it stands in. */
export function workOf(stage: string, office: { departmentId: string; regionCode: string }) {
  return { to: actingOn(stage, office), href: listPages[stage] ?? "/desk" };
}

/** How notices call the work of a stage, and what it asks of whoever has it: words of ours, in the reader's language. */
export function workWords(stage: string): { work: OwnWords; todo: OwnWords } {
  return { work: { words: `applications:stage.${stage}` }, todo: { words: `redemption:todo.${stage}` } };
}
