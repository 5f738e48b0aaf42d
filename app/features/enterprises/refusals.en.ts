import type { Translation } from "~/i18n/translation";
import type { refusals as zh } from "./refusals.zh";

export const refusals: Translation<typeof zh> = {
  "import-broken": "The file has {{count}} mistakes; nothing was imported",
  "not-found": "There is no such firm",
  "fact-not-of-profile": "This fact belongs to one application, not to the profile",
  "no-firm": "Register or choose a firm first",
};
