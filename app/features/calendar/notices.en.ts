import type { Translation } from "~/i18n/translation";
import type { notices as zh } from "./notices.zh";

export const notices: Translation<typeof zh> = {
  termsMoved: {
    title: "Days have moved: {{item}}",
    text: "The working calendar has changed ({{because}}): {{count}} of the terms of “{{item}}” ({{number}}) have another day. The case shows the old day, the new one and why. The time you have to do something is only ever made longer.",
  },
  officeTermsMoved: {
    title: "{{count}} of your office's terms have moved",
    text: "The working calendar has changed ({{because}}): {{count}} pieces of work of your office have another last day; the number of working days is the same. Each case shows the old day and the new one.",
  },
};
