import type { Translation } from "~/i18n/translation";
import type { track as zh } from "./track.zh";

export const track: Translation<typeof zh> = {
  title: "Progress",
  withdraw: "Withdraw",
  withdrawConfirm:
    "This ends the application; its number and place in the queue are lost. You can apply again with the same content.",
  withdrawTick: "I confirm that the application is withdrawn",
  withdrawn: "This application was withdrawn",
  again: "Apply again with the same content",
  againText: "What you filled in and the materials are still there; correct and submit again.",
  correction: "Please correct the following by {{day}} (the one notice)",
  resubmit: "Send the correction",
  pointAnswer: "Answer to point {{number}} ({{about}})",
  answer: "What was corrected",
  answerEach: "Please answer every point: say how it was corrected, or why nothing needs correcting.",
  edit: "Change figures and materials",
  publicity: "Publicity period {{from}} to {{to}}",
  disputed:
    "Somebody objected during the publicity period. A person who had no part in the approval looks into it and answers; nothing is paid before.",
  unfunded: "Waiting for budget",
  unfundedText:
    "Your CNY {{sum}} is approved, but this year's budget does not cover it yet. It is paid in the order of approval once money is added; you need not do anything and will be told.",
  rejected: "Why it was rejected",
  remedies:
    "You may ask for administrative reconsideration within 60 days of the decision, or go to court within six months.",
  due: "due by {{day}}",
  timeline: "What happened",
  claimed: "Claimed",
  approved: "Approved",
  paid: "Paid",
  paidOf: "Paid in parts; CNY {{sum}} so far",
  returned: "Returned by the bank: {{reason}}",
  handler: "Who has it",
  proof: "Download the proof of this case",
  proofHint: "Every step stands in a log that cannot be changed; the proof can be checked without this platform.",
  proofCheck: "How to check it",
};
