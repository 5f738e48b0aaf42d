import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { options } from "~/i18n/options";
import { wordsOf } from "./resources";
import type { Language, Speech } from "~/i18n/translation";

/** An instance for one response. */
export async function createI18n(language: Language): Promise<i18n> {
  const instance = createInstance();
  await instance
    .use(initReactI18next)
    .init({ ...options, lng: language, resources: { [language]: await wordsOf(language) } });
  return instance;
}

/** How to say things in a language, of all contexts. */
export async function speak(language: Language): Promise<Speech> {
  const { t } = await createI18n(language);
  return { language, t: t as unknown as Speech["t"] };
}
