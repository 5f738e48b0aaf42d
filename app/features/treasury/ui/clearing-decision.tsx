import { useWords } from "~/i18n/use-words";
import { SecondPerson } from "~/ui/second-person";
import type { ShownLine } from "../use-cases/read-lines.server";

type Clearing = ShownLine["clearings"][number];

/** What another officer does with what was said of a line, or its maker. */
export function ClearingDecision({ clearing: { id, isOwn, meaning } }: { clearing: Clearing }) {
  const { t } = useWords("funds");
  const words = {
    ownHint: t("bank.clearing.ownHint"),
    withdraw: t("bank.clearing.withdraw"),
    title: t("bank.clearing.decide"),
    hint: t(`bank.clearing.effects.${meaning}`),
    release: t("bank.clearing.confirm"),
    refusal: t("bank.clearing.refusal"),
    refuse: t("bank.clearing.refuse"),
  };
  return <SecondPerson isOwn={isOwn} keep={`clearing:${id}`} order={{ name: "clearing", id }} words={words} />;
}
