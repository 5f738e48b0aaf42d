import { Link, useSearchParams } from "@remix-run/react";
import { X } from "~/ui/icons";
import { useWords } from "~/i18n/use-words";
import type { FilterWord } from "../use-cases/filter-words.server";

/** What the list is narrowed to; each limit can be taken away. */
export function NarrowedTo({ words }: { words: readonly FilterWord[] }) {
  const { t } = useWords("monitoring");
  const [parameters] = useSearchParams();
  if (words.length === 0) return null;
  const without = (name: string) => {
    const rest = new URLSearchParams(parameters);
    for (const each of [name, "page"]) rest.delete(each);
    return `?${rest}`;
  };
  return (
    <ul className="mb-4 flex flex-wrap gap-2" aria-label={t("cases.narrowed")}>
      {words.map(({ name, label, value }) => (
        <li key={name}>
          <Link
            to={without(name)}
            className="inline-flex min-h-11 items-center gap-1 rounded-full border border-line bg-white px-3 text-sm text-ink"
          >
            {label}
            {t("colon", { ns: "common" })}
            {value}
            <X aria-hidden size={14} />
            <span className="sr-only">{t("clear", { ns: "common" })}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
