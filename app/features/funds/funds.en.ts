import type { Translation } from "~/i18n/translation";
import type { funds as zh } from "./funds.zh";

export const funds: Translation<typeof zh> = {
  title: "",
};
