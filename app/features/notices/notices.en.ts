import type { Translation } from "~/i18n/translation";
import type { notices as zh } from "./notices.zh";
import { caseMoves } from "./case-moves.en";

export const notices: Translation<typeof zh> = {
  page: {
    title: "Notices",
    lead: "Matches and moves of your cases are told here, each once.",
    all: "All",
    unread: "Unread",
    markAll: "Mark all as read",
    mark: "Mark as read",
    open: "Open",
    list: "List of notices",
    none: "No notices",
    noneUnread: "No unread notices",
    noneText: "New matches and moves of your cases will be told here.",
    filter: "Filter of notices",
    new: "Unread",
    count: "{{count}} in all",
  },
  unstated: "as the policy states",
  mail: {
    greeting: "Dear {{name}},",
    footer: "Huiqitong (sent automatically, please do not reply)",
  },
  unknown: {
    title: "A new notice",
    text: "Something needs your attention.",
  },
  matchOpened: {
    title: "One more policy fits your firm",
    text: "By what you have told us, the firm meets the conditions of “{{item}}”. Expected support: {{sum}}.",
  },
  matchAmount: {
    title: "An expected sum has changed",
    text: "By the latest facts, the expected support of “{{item}}” is now: {{sum}}.",
  },
  matchesOpened: {
    title: "Matches of {{count}} policies have changed",
    text: "After matching the firm anew, {{count}} policies newly fit or changed their sums.",
  },
  matchClosing: {
    title: "A window is about to close",
    text: "“{{item}}” closes on {{day}}; the firm meets the conditions and has not applied yet.",
  },
  claimOpened: {
    title: "Somebody asks to join the firm",
    text: "{{person}} asks to join {{firm}}; please check and decide.",
  },
  claimGranted: {
    title: "Your request to join was granted",
    text: "You are now a member of {{firm}}.",
  },
  claimRefused: {
    title: "Your request to join was refused",
    text: "The request was refused, for this reason: {{reason}}",
  },
  codeToConfirm: {
    title: "A firm's code waits for your look",
    text: "The last character of {{code}}, the code of {{firm}}, is not the check digit: please compare and confirm.",
  },
  codeConfirmed: {
    title: "The credit code is confirmed",
    text: "The code of {{firm}} is confirmed; applications may be submitted.",
  },
  codeRefused: {
    title: "The credit code was not confirmed",
    text: "The code of {{firm}} was not confirmed, and nothing can be submitted, for this reason: {{reason}}",
  },
  memberJoined: {
    title: "A colleague has joined the firm",
    text: "{{person}} accepted the invitation and joined {{firm}}.",
  },
  passwordReset: {
    title: "Your password was reset",
    text: "{{by}} reset your password; all sessions have ended. Set a new one by the link in your mail. If you did not ask for it, tell the auditor.",
  },
  officialCreated: {
    title: "An official's account was made",
    text: "{{by}} made the account {{person}}; the link to set its password is mailed to the person once the address has been confirmed.",
  },
  addressEntered: {
    title: "An official’s address waits for you",
    text: "{{by}} has entered a mail address for the account {{person}}. Please ask the official whether it is theirs, then confirm.",
  },
  addressRefused: {
    title: "An official’s address was sent back",
    text: "The security administrator has not confirmed the address {{email}}. Reason: {{reason}}",
  },
  officialReset: {
    title: "An official's password was reset",
    text: "{{by}} reset the password of {{person}}; the link to set a new one was mailed to the person.",
  },
  passwordChanged: {
    title: "Your password was changed",
    text: "The password of your account was changed and all other sessions have ended. If it was not you, tell the administrator at once.",
  },
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
  recoveryDecided: {
    title: "Money must be given back",
    text: "{{sum}} of what was paid for “{{item}}” must be given back. Reason: {{reason}}",
  },
  recoveryOpened: {
    title: "Money is to be collected",
    text: "It was decided that {{firm}} gives back money of “{{item}}”. Please see to it that it comes in.",
  },
  recoveryUrged: {
    title: "Money to be given back is overdue",
    text: "{{sum}} of what was to be given back for “{{item}}” by {{due}} is still missing. Please send it by {{day}}; until then you may state your case to the department. After that the department may apply to the court for enforcement.",
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
  instalmentUnfunded: {
    title: "An instalment is due without budget",
    text: "Part {{number}} of “{{item}}” for {{firm}}, {{sum}}, is due; the budget of {{year}} does not hold it.",
  },
  lineExplained: {
    title: "An explained bank line waits for you",
    text: "{{person}} has said what a line of the bank’s file {{name}} was that could not be booked. Please check and confirm.",
  },
  lineConfirmed: {
    title: "Your explanation of a bank line was confirmed",
    text: "{{person}} has confirmed what you said of a line of the bank’s file {{name}}.",
  },
  lineRefused: {
    title: "Your explanation of a bank line was sent back",
    text: "{{person}} has sent back what you said of a line of the bank’s file {{name}}; please see why.",
  },
  moneyBack: {
    title: "Money came back: decide on its recovery",
    text: "{{sum}} of what {{firm}} was paid for “{{item}}” came back to the treasury. Please decide on the case page whether and how much is demanded; nothing is booked before.",
  },
  excessHeld: {
    title: "You returned more than was demanded",
    text: "{{sum}} more than demanded came back for “{{item}}”. The treasury sends it back to the account it was paid to; you need do nothing.",
  },
  excessRefunded: {
    title: "The excess was sent back",
    text: "{{sum}} that you had returned beyond the demand for “{{item}}” was sent back to the account it was paid to.",
  },
  paymentReturned: {
    title: "The bank sent a payment back",
    text: "{{sum}} for “{{item}}” came back. Reason: {{reason}}. The treasury will pay again; you need do nothing.",
  },
  paymentNeedsAccount: {
    title: "Please give another account",
    text: "{{sum}} for “{{item}}” came back. Reason: {{reason}}. Give another account and it will be paid again.",
  },
  accountMissing: {
    title: "Please give an account",
    text: "{{sum}} for “{{item}}” is ready, but no account is known. Give the firm’s account and it will be paid.",
  },
  validityStated: {
    title: "A statement of validity waits for you",
    text: "{{person}} stated the validity of “{{name}}”. Please check it, then sign or refuse it.",
  },
  validitySigned: {
    title: "Your statement of validity was signed",
    text: "{{person}} signed what you stated of “{{name}}”. It has taken effect.",
  },
  validityRefused: {
    title: "Your statement of validity was refused",
    text: "{{person}} refused what you stated of “{{name}}”. Please look at the reason.",
  },
  validityEnds: {
    title: "A document ends within {{days}} days",
    text: "“{{name}}” is in force until {{day}}. Please say whether it is extended, replaced or may end.",
  },
  validityYearly: {
    title: "A document is due for confirmation",
    text: "The last confirmation of “{{name}}” is a year old on {{day}}. Please check again.",
  },
  selectionProposed: {
    title: "A selection waits for a second person",
    text: "{{person}} proposed the selection of {{year}} for “{{item}}”. Somebody else must confirm or drop it.",
  },
  budgetProposed: {
    title: "A budget order waits for release",
    text: "{{person}} proposed an order on “{{name}}”. Please release or refuse it.",
  },
  budgetReleased: {
    title: "Budget order released",
    text: "{{person}} released your order on “{{name}}”; it is booked.",
  },
  budgetRefused: {
    title: "Budget order refused",
    text: "{{person}} refused your order on “{{name}}”; the reason stands with it.",
  },
  poolBelowFloor: {
    title: "The pool is below its floor",
    text: "{{left}} are left in the pool, less than its floor of {{floor}}. Please have it refilled.",
  },
  troubleOpened: {
    title: "Something cannot go on and needs a person",
    text: "The platform cannot carry something out by itself. Please look at the reason and deal with it by {{day}}.",
  },
  workHandedOver: {
    title: "A colleague's work was handed over",
    text: "The account of {{person}} was disabled or changed. {{count}} pieces of work were handed over; what has no successor is everybody's again: please assign it.",
  },
  caseReopened: {
    title: "Money of a closed case came back",
    text: "The bank sent back the money for “{{item}}” of {{firm}}. Reason: {{reason}}. The case waits for its payment again and closes when that arrives.",
  },
  taskAssigned: {
    title: "A case was given to you",
    text: "{{number}} of {{firm}} ({{work}}) was given to you. {{todo}}",
  },
  taskNear: {
    title: "A term is about to end",
    text: "{{work}} of {{number}} (“{{item}}”) is due by {{day}}. {{todo}}",
  },
  taskOverdue: {
    title: "A term is over",
    text: "{{work}} of {{number}} (“{{item}}”) was due by {{day}} and is overdue.",
  },
  messageFromFirm: {
    title: "A firm has written",
    text: "{{firm}} wrote to your department about its application for “{{item}}”; please read and answer.",
  },
  messageFromDepartment: {
    title: "A department has written",
    text: "{{department}} wrote to you about the application for “{{item}}”.",
  },
  termsMoved: {
    title: "Days have moved: {{item}}",
    text: "The working calendar has changed ({{because}}): {{count}} of the terms of “{{item}}” ({{number}}) have another day. The case shows the old day, the new one and why. The time you have to do something is only ever made longer.",
  },
  officeTermsMoved: {
    title: "{{count}} of your office's terms have moved",
    text: "The working calendar has changed ({{because}}): {{count}} pieces of work of your office have another last day; the number of working days is the same. Each case shows the old day and the new one.",
  },
  case: caseMoves,
};
