import type { Translation } from "~/i18n/translation";
import type { notices as zh } from "./notices.zh";

export const notices: Translation<typeof zh> = {
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
};
