import { useWords } from "~/i18n/use-words";
import type { Bilingual } from "~/kernel/bilingual";
import { TextInput } from "./fields";
import { PlaceNotes } from "./place-notes";

type Props<T> = { place: string; words: "payee" | "after" | "instalments"; value: T; onChange: (value: T) => void };

/** Words in Chinese and English side by side, each with what is wrong at its own place. */
export function PairInput<T extends Bilingual>({ place, words, value, onChange }: Props<T>) {
  const { t } = useWords("workbench");
  return (["zh", "en"] as const).map((language) => (
    <div key={language}>
      <TextInput
        id={`${place}/${language}`}
        label={t(`${words}.${language}`)}
        hint={t(`${words}.${language}Hint`)}
        value={value[language]}
        onChange={(text) => onChange({ ...value, [language]: text })}
      />
      <PlaceNotes place={`${place}/${language}`} />
    </div>
  ));
}
