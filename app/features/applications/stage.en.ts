import type { Translation } from "~/i18n/translation";
import type { stage as zh } from "./stage.zh";

export const stage: Translation<typeof zh> = {
  listApproval: "Check of the list",
  countyReview: "County review",
  siteVisit: "On-site visit",
  expertScore: "Expert panel",
  leadReview: "Lead department review",
  leadApproval: "Lead department approval",
  coReview: "Co-department review",
  conferral: "Conferral of departments",
  headDecision: "Decision of the head",
  admission: "Admission of an objection",
  ranking: "Yearly selection",
  objection: "Objection inquiry",
  budgetCheck: "Budget check",
  payment: "Payment",
  reconsideration: "Reconsideration",
  followUp: "Follow-up of a bad rating",
  afterCheck: "Check afterwards",
  evaluation: "Evaluation",
  recoveryApproval: "Check of the recovery",
  recovery: "Recovery",
};
