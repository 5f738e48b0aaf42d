import type { Translation } from "~/i18n/translation";
import type { enterprises as zh } from "./enterprises.zh";

export const enterprises: Translation<typeof zh> = {
  title: "",
};
