import { useWords } from "~/i18n/use-words";
import { describeState } from "~/features/claims/domain/case-states";
import { Tag } from "~/ui/tag";

/** Where an application stands, in words and sign. */
export function StateTag({ state }: { state: string }) {
  const { t } = useWords();
  return <Tag tone={describeState(state)?.tone ?? "info"}>{t(`state.${state}`)}</Tag>;
}
