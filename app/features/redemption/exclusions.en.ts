import type { Translation } from "~/i18n/translation";
import type { exclusions as zh } from "./exclusions.zh";

export const exclusions: Translation<typeof zh> = {
  title: "Exclusions and repair of credit",
  grant: "Grant",
  refuse: "Refuse",
  until: "excluded until {{day}}",
  repaired: "repaired",
  answer: "Answer",
  none: "No firm is excluded",
  grounds: "Grounds",
};
