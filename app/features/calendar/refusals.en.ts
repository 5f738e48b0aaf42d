import type { Translation } from "~/i18n/translation";
import type { refusals as zh } from "./refusals.zh";

export const refusals: Translation<typeof zh> = {
  unknown: "The calendar does not know {{date}}",
  "changed-meanwhile": "{{date}} was changed by somebody else meanwhile; enter this anew and confirm then",
  "missing-unseen": "Holidays by law are not named as days off; check the notice and tick that this is right",
};
