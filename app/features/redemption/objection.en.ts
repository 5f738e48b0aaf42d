import type { Translation } from "~/i18n/translation";
import type { objection as zh } from "./objection.zh";

export const objection: Translation<typeof zh> = {
  title: "Raise an objection",
  lead: "While a publicity runs anybody may object. Nothing is paid until the objection is dealt with; within one working day you are told whether it is admitted, and then somebody who took no part in the decision looks into it and answers.",
  as: {
    person: "Raised in the name of {{name}}; you are told of its progress among your notices.",
    official: "For somebody who came in person: please check who it is and write down which document you saw.",
    stranger:
      "You are not signed in: a link is sent to your e-mail address, and the objection counts once you have opened and confirmed it within 24 hours. You may also sign in first, or come to the lead department with a document.",
  },
  email: "E-mail (for the link and the answer)",
  emailIfAny: "E-mail (if there is one, to tell of progress)",
  identity: "Identity seen",
  identityHint: "Say which document you saw, such as “identity card, matches the person”; without its number.",
  sendLink: "Send the link",
  sentTitle: "Please confirm by e-mail",
  sent: "The link is on its way",
  sentText:
    "Please open the address in the mail within 24 hours and confirm. Until then the objection counts for nothing and the publicity goes on.",
  confirmTitle: "Confirm your objection",
  confirmLead:
    "Please check what follows. Once confirmed the objection counts, and nothing is paid until it is dealt with.",
  confirm: "Confirm the objection",
  unread: "Waits to be admitted",
  unreadText: "The lead department says within one working day whether it is admitted; if it says nothing, it is.",
  refused: "Not admitted",
  objector: "Name or organisation",
  contact: "Contact (only to check and answer)",
  text: "Objection",
  send: "Send",
  link: "Object",
  raised: "Your objection was received",
  keep: "Keep this address; the answer appears here by {{day}} at the latest.",
  status: "State",
  waiting: "being looked into",
  dismissed: "dismissed",
  upheld: "upheld; the case is reviewed anew",
  answer: "Answer",
};
