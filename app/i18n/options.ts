import type { InitOptions } from "i18next";

/** Settings shared by server and browser. React escapes what is put in. */
export const options: InitOptions = {
  fallbackLng: "zh",
  supportedLngs: ["zh", "en"],
  defaultNS: "common",
  fallbackNS: "common",
  interpolation: { escapeValue: false },
  returnNull: false,
};
