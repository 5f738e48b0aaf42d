import type { Translation } from "~/i18n/translation";
import type { refusals as zh } from "./refusals.zh";

export const refusals: Translation<typeof zh> = {
  over: "This is over; please reload the page",
  "not-retried": "Timed work tries again by itself",
  "not-given-up": "Only the office that has it may give it up",
  "reason-missing": "Please give the reason for giving it up",
  "last-way": "Nobody would have this case any more: deal with the reason and try again",
};
