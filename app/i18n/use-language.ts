import { useWords } from "~/i18n/use-words";
import type { Bilingual } from "~/kernel/bilingual";
import type { Language } from "./translation";

/** The language of the page. */
export function useLanguage(): Language {
  return useWords().i18n.language === "en" ? "en" : "zh";
}

/** Says a text that comes in both languages in that of the page. */
export function useSay(): (text: Bilingual) => string {
  const language = useLanguage();
  return (text) => text[language];
}
