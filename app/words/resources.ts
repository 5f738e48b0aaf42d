import type { Language } from "~/i18n/translation";

const load = {
  zh: () => import("./zh"),
  en: () => import("./en"),
} as const;

/** The words of one language; the other is not fetched. */
export async function wordsOf(language: Language) {
  const { words } = await load[language]();
  return words;
}
