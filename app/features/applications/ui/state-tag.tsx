import { useWords } from "~/i18n/use-words";
import { Tag, type Tone } from "~/ui/tag";

const tones: Record<string, Tone> = {
  draft: "plain",
  correcting: "warn",
  awaitingBudget: "warn",
  closed: "good",
  rejected: "bad",
  withdrawn: "plain",
  lapsed: "bad",
};

/** Where an application stands, in words and sign. */
export function StateTag({ state }: { state: string }) {
  const { t } = useWords();
  return <Tag tone={tones[state] ?? "info"}>{t(`state.${state}`)}</Tag>;
}
