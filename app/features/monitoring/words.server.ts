import { common as commonEn } from "~/i18n/common.en";
import { common as commonZh } from "~/i18n/common.zh";
import { monitoring as en } from "./monitoring.en";
import { monitoring as zh } from "./monitoring.zh";

/** The words of this context for files and drawings, with those of all, in both languages. */
export const monitoringWords = {
  zh: { monitoring: zh, common: commonZh },
  en: { monitoring: en, common: commonEn },
};
