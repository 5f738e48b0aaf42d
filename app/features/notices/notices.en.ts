import type { Translation } from "~/i18n/translation";
import type { notices as zh } from "./notices.zh";

export const notices: Translation<typeof zh> = {
  page: {
    title: "Notices", lead: "Matches and moves of your cases are told here, each once.", all: "All", unread: "Unread", markAll: "Mark all as read", mark: "Mark as read", open: "Open", list: "List of notices",
    none: "No notices", noneUnread: "No unread notices", noneText: "New matches and moves of your cases will be told here.", filter: "Filter of notices", new: "Unread", count: "{{count}} in all",
  },
  unstated: "as the policy states",
  mail: { greeting: "Dear {{name}},", signIn: "Please sign in to Huiqitong for details.", footer: "Huiqitong (sent automatically, please do not reply)" },
  unknown: { title: "A new notice", text: "Something needs your attention." },
  matchOpened: { title: "One more policy fits your firm", text: "By what you have told us, the firm meets the conditions of “{{item}}”. Expected support: {{sum}}." },
  matchAmount: { title: "An expected sum has changed", text: "By the latest facts, the expected support of “{{item}}” is now: {{sum}}." },
  matchesOpened: { title: "Matches of {{count}} policies have changed", text: "After matching the firm anew, {{count}} policies newly fit or changed their sums." },
  matchClosing: { title: "A window is about to close", text: "“{{item}}” closes on {{day}}; the firm meets the conditions and has not applied yet." },
  claimOpened: { title: "Somebody asks to join the firm", text: "{{person}} asks to join {{firm}}; please check and decide." },
  claimGranted: { title: "Your request to join was granted", text: "You are now a member of {{firm}}." },
  claimRefused: { title: "Your request to join was refused", text: "The request was refused, for this reason: {{reason}}" },
  memberJoined: { title: "A colleague has joined the firm", text: "{{person}} accepted the invitation and joined {{firm}}." },
  passwordChanged: { title: "Your password was changed", text: "The password of your account was changed and all other sessions have ended. If it was not you, tell the administrator at once." },
  taskOpened: { title: "A new application to handle", text: "{{firm}} applied for “{{item}}”; your department has the case now. Please handle it in time." },
  recoveryDecided: { title: "Money must be given back", text: "{{sum}} of what was paid for “{{item}}” must be given back. Reason: {{reason}}" },
  paymentReturned: { title: "The bank sent a payment back", text: "{{sum}} for “{{item}}” came back. Reason: {{reason}}. The treasury will pay again; you need do nothing." },
  paymentNeedsAccount: { title: "Please give another account", text: "{{sum}} for “{{item}}” came back. Reason: {{reason}}. Give another account and it will be paid again." },
  poolBelowFloor: { title: "The pool is below its floor", text: "{{left}} are left in the pool, less than its floor of {{floor}}. Please have it refilled." },
  case: {
    countyReview: { title: "Your application was accepted and is in county review", text: "The county's office is reviewing your application for “{{item}}”." },
    departmentReview: { title: "Your application is in department review", text: "The department in charge is reviewing your application for “{{item}}”." },
    correcting: { title: "Your application needs corrections", text: "Please correct your application for “{{item}}” in time, by the list in the notice." },
    publicity: { title: "Your application passed review and is being published", text: "Your application for “{{item}}” passed review; {{sum}} is proposed and now published." },
    awaitingBudget: { title: "Waiting for budget", text: "Your application for “{{item}}” was approved with {{sum}}; this year's budget does not suffice yet, and you will be paid in turn." },
    payment: { title: "Payment is due", text: "{{sum}} for “{{item}}” is being paid out." },
    closed: { title: "Your application is closed", text: "Your application for “{{item}}” is closed, with {{sum}}." },
    rejected: { title: "Your application was rejected", text: "Your application for “{{item}}” was rejected, for this reason: {{reason}}" },
    lapsed: { title: "Your application has lapsed", text: "Your application for “{{item}}” was not corrected in time and has ended." },
  },
};
