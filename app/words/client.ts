import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { options } from "~/i18n/options";
import { wordsOf } from "./resources";

/** Starts in the language the server rendered. */
export async function startI18n(): Promise<i18n> {
  const language = document.documentElement.lang === "en" ? "en" : "zh";
  await i18next
    .use(initReactI18next)
    .init({ ...options, lng: language, resources: { [language]: await wordsOf(language) } });
  return i18next;
}
