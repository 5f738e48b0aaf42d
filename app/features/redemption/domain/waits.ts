import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { CaseEventType } from "./events";
import { confirmWorkingDays, daysOf, firmDays } from "./stage-days";
import type { Matches } from "./tasks";

/** A term that ends by itself: whose turn it is, how long, and what happens then. */
export type Wait = {
  kind: WaitKind;
  owner: "firm" | "public" | "office";
  event: CaseEventType;
  days: number;
  working: boolean;
};
export type WaitKind =
  "draft" | "correction" | "publicity" | "confirmation" | "reconsideration" | "rating" | "conferral" | "admission";

/** The terms that run while a case stands where it stands. */
export function openWaits(config: RedemptionConfig, isIn: Matches): Wait[] {
  const all: (Wait & { state: string })[] = [
    { state: "draft", kind: "draft", owner: "firm", event: "DRAFT_OVERDUE", days: firmDays.draft, working: false },
    {
      state: "correcting",
      kind: "correction",
      owner: "firm",
      event: "CORRECTION_OVERDUE",
      days: config.stageWorkingDays.correction,
      working: true,
    },
    {
      state: "publicity.running",
      kind: "publicity",
      owner: "public",
      event: "PUBLICITY_ENDED",
      days: config.publicityWorkingDays,
      working: true,
    },
    ...["conferring", "meeting"].map((part) => ({
      state: `review.departments.accord.${part}`,
      kind: "conferral" as const,
      owner: "office" as const,
      event: "CONFERRAL_OVERDUE" as const,
      days: daysOf(config, "conferral"),
      working: true,
    })),
    {
      state: "publicity.screening",
      kind: "admission",
      owner: "office",
      event: "OBJECTION_UNREAD",
      days: daysOf(config, "admission"),
      working: true,
    },
    {
      state: "confirming",
      kind: "confirmation",
      owner: "firm",
      event: "CONFIRM_OVERDUE",
      days: confirmWorkingDays,
      working: true,
    },
    {
      state: "rejected.open",
      kind: "reconsideration",
      owner: "firm",
      event: "RECONSIDERATION_OVERDUE",
      days: firmDays.reconsideration,
      working: false,
    },
    {
      state: "closed.rating.open",
      kind: "rating",
      owner: "firm",
      event: "RATING_OVERDUE",
      days: firmDays.rating,
      working: false,
    },
  ];
  return all.flatMap(({ state, ...wait }) => (isIn(state) ? [wait] : []));
}
