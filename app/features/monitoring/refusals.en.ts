import type { Translation } from "~/i18n/translation";
import type { refusals as zh } from "./refusals.zh";

export const refusals: Translation<typeof zh> = {
  "export-too-long":
    "The list has {{count}} applications, more than the {{most}} of one export: narrow it and export in parts",
};
