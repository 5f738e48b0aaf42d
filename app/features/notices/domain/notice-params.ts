import type { Bilingual } from "~/kernel/bilingual";

/** Words of ours, named by their key (`funds:bank.reversedSo`), which each reader gets in the own language. */
export type OwnWords = { words: string };
/** Values for the words of a notice: null is something the sender could not state, a name in two languages is said in the reader's. */
export type NoticeParams = Readonly<Record<string, string | number | null | OwnWords | Bilingual>>;

/** How a reader is spoken to: the language, what is said of what was not stated, and words of ours by their key. */
type Speech = { language: "zh" | "en"; unstated: string; say: (key: string) => string };

/** The values as the words take them in the reader's language; what could not be stated is said so. */
export function spokenParams(
  params: NoticeParams,
  { language, unstated, say }: Speech,
): Record<string, string | number> {
  const spoken = (value: NoticeParams[string]) => {
    if (value === null || typeof value !== "object") return value ?? unstated;
    return "words" in value ? say(value.words) : value[language];
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, spoken(value)]));
}
