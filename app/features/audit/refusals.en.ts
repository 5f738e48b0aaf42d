import type { Translation } from "~/i18n/translation";
import type { refusals as zh } from "./refusals.zh";

export const refusals: Translation<typeof zh> = {
  "reason-missing": "Say what happened",
  "nothing-misread": "Nothing waits for a note: verify the log again",
};
