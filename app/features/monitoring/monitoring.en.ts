import type { Translation } from "~/i18n/translation";
import type { monitoring as zh } from "./monitoring.zh";

export const monitoring: Translation<typeof zh> = {
  title: "",
};
