import { useWords } from "~/i18n/use-words";

/** First stop of the keyboard: straight to the content. */
export function SkipLinks() {
  const { t } = useWords();
  return (
    <a
      href="#main"
      className="absolute left-2 top-2 z-50 -translate-y-20 rounded bg-white px-4 py-3 font-semibold shadow focus:translate-y-0"
    >
      {t("skip")}
    </a>
  );
}
