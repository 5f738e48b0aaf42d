import type { Translation } from "~/i18n/translation";
import type { refusals as zh } from "./refusals.zh";

export const refusals: Translation<typeof zh> = {
  "unknown-code": "No document was issued under this code, please check it",
  "year-wrong": "Please choose one of the listed years",
};
