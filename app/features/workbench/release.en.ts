import type { Translation } from "~/i18n/translation";
import type { release as zh } from "./release.zh";

export const release: Translation<typeof zh> = {
  title: "Release",
  lead: "Review, backtest and a second person's signature come before publication; cases under way stay with their version.",
  missing: "What is still missing",
  complete: "Everything is there",
  open: "Missing",
  go: "Do it",
  editors: "Written by",
  atOnce: "At once when signed",
  noEnd: "Open",
  proposed: "Proposed",
  signed: "Signed",
  propose: "Ask for a signature",
  rebase: "Take the newest version as base",
  discard: "Discard the draft",
  sign: "Sign and publish",
  signPlanned: "Sign; publish on the planned day",
  waiting: "A policy author who did not write in the draft has to sign it.",
  reason: "Reason for returning it",
  return: "Return for changes",
  explained: "{{count}} doubts that stay, with reasons",
  done: "Published; the firms' matches are being renewed.",
  see: "See the item",
};
