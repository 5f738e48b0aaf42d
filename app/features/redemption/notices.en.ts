import { caseMoves } from "./case-moves.en";
import type { Translation } from "~/i18n/translation";
import type { notices as zh } from "./notices.zh";

export const notices: Translation<typeof zh> = {
  taskOpened: {
    title: "To do: {{work}}",
    text: "{{firm}}, “{{item}}”: {{todo}}",
  },
  objectionLink: {
    title: "Please confirm your objection",
    text: "Somebody gave this address to object to the publicity of “{{item}}” for {{firm}}. If it was you, please open the address below within {{hours}} hours and confirm; without that the objection counts for nothing. If it was not you, nothing needs to be done.",
  },
  objectionReceived: {
    title: "Your objection has arrived",
    text: "Your objection to the publicity of “{{item}}” for {{firm}} has arrived; nothing is paid until it is dealt with. You are told within one working day whether it is admitted, and the answer comes by {{day}}. Please keep the address below: progress and answer stand there.",
  },
  objectionAdmitted: {
    title: "Your objection is admitted",
    text: "Your objection to the publicity of “{{item}}” for {{firm}} is admitted. Somebody who took no part in the decision looks into it and answers by {{day}}.",
  },
  objectionRefused: {
    title: "Your objection is not admitted",
    text: "Your objection to the publicity of “{{item}}” for {{firm}} is not admitted. Reason: {{reason}}",
  },
  objectionDismissed: {
    title: "Your objection is not upheld",
    text: "Your objection to the publicity of “{{item}}” for {{firm}} was looked into and not upheld. Answer: {{reason}}",
  },
  objectionUpheld: {
    title: "Your objection is upheld",
    text: "Your objection to the publicity of “{{item}}” for {{firm}} was looked into and upheld; the application is reviewed anew. Answer: {{reason}}",
  },
  recoveryOpened: {
    title: "Money is to be collected",
    text: "It was decided that {{firm}} gives back money of “{{item}}”. Please see to it that it comes in.",
  },
  recoveryUnpaid: {
    title: "A firm that was urged has not given money back",
    text: "{{firm}} was urged and has not given back {{sum}} of “{{item}}”. Please decide whether to apply to the court for enforcement.",
  },
  obligationSoon: {
    title: "An obligation ends soon",
    text: "What you keep up for “{{item}}” ({{what}}) ends on {{day}}; the department then looks whether it was kept.",
  },
  obligationDue: {
    title: "An obligation has come to its end: please look",
    text: "What {{firm}} keeps up for “{{item}}” ({{what}}) ended on {{day}}: please look whether it was kept.",
  },
  moneyBack: {
    title: "Money came back: decide on its recovery",
    text: "{{sum}} of what {{firm}} was paid for “{{item}}” came back to the treasury. Please decide on the case page whether and how much is demanded; nothing is booked before.",
  },
  accountMissing: {
    title: "Please give an account",
    text: "{{sum}} for “{{item}}” is ready, but no account is known. Give the firm’s account and it will be paid.",
  },
  selectionProposed: {
    title: "A selection waits for a second person",
    text: "{{person}} proposed the selection of {{year}} for “{{item}}”. Somebody else must confirm or drop it.",
  },
  caseReopened: {
    title: "Money of a closed case came back",
    text: "The bank sent back the money for “{{item}}” of {{firm}}. Reason: {{reason}}. The case waits for its payment again and closes when that arrives.",
  },
  case: caseMoves,
  instalmentAsked: {
    title: "A condition of an instalment is to be confirmed",
    text: "Part {{number}} of “{{item}}” for {{firm}} needs your word first: {{what}}. Please look and decide by {{day}}.",
  },
  instalmentToConfirm: {
    title: "A condition of an instalment is to be confirmed",
    text: "Part {{number}} of “{{item}}” for {{firm}} needs your word first: {{what}}. Please decide once it is fulfilled.",
  },
  instalmentLate: {
    title: "A condition of an instalment is overdue",
    text: "Part {{number}} of “{{item}}” for {{firm}} fell due on {{day}}; its condition ({{what}}) is not decided yet and the firm is waiting.",
  },
  instalmentDue: {
    title: "An instalment is listed for payment",
    text: "Part {{number}} of “{{item}}”, {{sum}}, is listed and will be paid to the account you use now.",
  },
  instalmentWaits: {
    title: "An instalment waits for the budget",
    text: "Part {{number}} of “{{item}}”, {{sum}}, is due; this year's budget does not hold it yet. It is paid by itself once it does.",
  },
  instalmentPaid: {
    title: "An instalment has been paid",
    text: "Part {{number}} of “{{item}}”, {{sum}}, has been paid.",
  },
  instalmentEnded: {
    title: "No further instalment is paid",
    text: "The parts of “{{item}}” that were not paid yet will not be paid. Reason: {{reason}}. You may state your case to the department, ask for administrative reconsideration or go to court.",
  },
  instalmentStoppedPaid: {
    title: "The bank paid a part that had been stopped",
    text: "A part of “{{item}}” for {{firm}}, {{sum}}, was with the bank before it was stopped, and has been paid. See on the case whether what is asked back includes it.",
  },
  instalmentUnfunded: {
    title: "An instalment is due without budget",
    text: "Part {{number}} of “{{item}}” for {{firm}}, {{sum}}, is due; the budget of {{year}} does not hold it.",
  },
};
