import type { Translation } from "~/i18n/translation";
import type { applications as zh } from "./applications.zh";

export const applications: Translation<typeof zh> = {
  title: "",
};
