import type { Translation } from "~/i18n/translation";
import type { redemption as zh } from "./redemption.zh";

export const redemption: Translation<typeof zh> = {
  title: "",
};
