import type { Translation } from "~/i18n/translation";
import type { caseMoves as zh } from "./case-moves.zh";

export const caseMoves: Translation<typeof zh> = {
  factsVerified: {
    title: "Figures set right by evidence",
    text: "“{{item}}”: the reviewing office has set {{count}} of the stated figures right by evidence; what you stated is kept. Reason: {{reason}}. If you disagree, write to the office.",
  },
  sumRecomputed: {
    title: "The computed sum changed",
    text: "“{{item}}”: other applications of your firm changed after you applied, so the office worked the sum out anew: it was {{was}}, it is now {{now}}. Figures and files are the same. If you disagree, write to the office.",
  },
  sumDiffers: {
    title: "The sum approved is not the one computed",
    text: "“{{item}}”: {{sum}} approved, {{computed}} computed. Reason: {{reason}}",
  },
  countyReview: {
    title: "Your application was accepted and is in county review",
    text: "The county's office is reviewing your application for “{{item}}”.",
  },
  departmentReview: {
    title: "Your application is in department review",
    text: "The department in charge is reviewing your application for “{{item}}”.",
  },
  assessment: {
    title: "Your application is with the experts",
    text: "Your application for “{{item}}” is being scored and checked.",
  },
  ranking: {
    title: "Your application awaits the yearly selection",
    text: "Your application for “{{item}}” passed review and awaits the yearly selection.",
  },
  confirming: {
    title: "Please confirm your account",
    text: "Your firm meets “{{item}}” and receives {{sum}} without applying: confirm your account with one click.",
  },
  upheld: {
    title: "The decision was upheld",
    text: "The reconsideration upheld the decision on “{{item}}”. Reason: {{reason}}. You may still apply for administrative reconsideration or go to court.",
  },
  overturned: {
    title: "The decision was revoked",
    text: "The decision on “{{item}}” was revoked and the application is reviewed anew. Reason: {{reason}}",
  },
  reconsidering: {
    title: "Reconsideration is under way",
    text: "The decision on “{{item}}” is looked at again by somebody who had no part in it.",
  },
  correcting: {
    title: "Your application needs corrections",
    text: "Please correct your application for “{{item}}” in time, by the list in the notice.",
  },
  publicity: {
    title: "Your application passed review and is being published",
    text: "Your application for “{{item}}” passed review; {{sum}} is proposed and now published.",
  },
  awaitingBudget: {
    title: "Waiting for budget",
    text: "Your application for “{{item}}” was approved with {{sum}}; this year's budget does not suffice yet, and you will be paid in turn.",
  },
  payment: {
    title: "Payment is due",
    text: "{{sum}} for “{{item}}” is being paid out.",
  },
  closed: {
    title: "Your application is closed",
    text: "Your application for “{{item}}” is closed, with {{sum}}.",
  },
  rejected: {
    title: "Your application was rejected",
    text: "Your application for “{{item}}” was rejected, for this reason: {{reason}}",
  },
  lapsed: {
    title: "Your application has lapsed",
    text: "Your application for “{{item}}” was not corrected in time and has ended.",
  },
  unconfirmed: {
    title: "Account not confirmed in time, nothing was paid",
    text: "Your firm did not confirm its account for “{{item}}” in time; {{sum}} was not paid and the case has ended. While the policy is in force the department in charge can put your firm on its list again.",
  },
  draftLapsed: {
    title: "A draft has lapsed",
    text: "Your draft for “{{item}}” was not submitted for a long time and has ended. While applications are open you can apply anew.",
  },
};
