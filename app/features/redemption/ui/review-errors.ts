import { useActionData } from "@remix-run/react";
import type { FieldErrors } from "~/ui/form";
import { refusedFields } from "~/ui/refusal-alert";

const outside = { field: "approvedYuan", words: "redemption:sum.outside" };

/** The field of the review form that each refusal is about. */
const fields: Parameters<typeof refusedFields>[1] = {
  "redemption.sum-wrong": outside,
  "redemption.sum-locked": "approvedYuan",
  "redemption.sum-below": outside,
  "redemption.sum-unread": "approvedYuan",
  "redemption.sum-reason-missing": "sumReason",
  "redemption.score-wrong": "score",
  "redemption.reason-missing": "comment",
  "redemption.refusal-reason-missing": "refusal",
  "redemption.basis-untold": "basisSeen",
  "redemption.meeting-day": "meetingDay",
  "redemption.meeting-offices": "meetingOffices",
};

/** What was refused of the review form just sent, by field; empty where nothing was, or nothing of a field. */
export function useReviewErrors(): FieldErrors {
  return refusedFields(useActionData(), fields);
}
