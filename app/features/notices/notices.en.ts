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
};
