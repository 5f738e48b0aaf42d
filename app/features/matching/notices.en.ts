import type { Translation } from "~/i18n/translation";
import type { notices as zh } from "./notices.zh";

export const notices: Translation<typeof zh> = {
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
};
