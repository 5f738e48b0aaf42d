import { useWords } from "~/i18n/use-words";
import { Tag } from "~/ui/tag";
import { latenessWords, type Lateness } from "../domain/lateness";

const tones = { none: "plain", yellow: "warn", red: "bad" } as const;

/** How a term stands, in words and sign: the same on every page. */
export function LatenessTag({ lateness }: { lateness: Lateness }) {
  const { t } = useWords("calendar");
  return <Tag tone={tones[lateness.warning]}>{latenessWords(t, lateness)}</Tag>;
}
