import { useWords } from "~/i18n/use-words";
import { SecondPerson } from "~/ui/second-person";
import type { ShownStatement } from "../use-cases/read-document.server";

/** What a second person does with what was said of a document, or its maker. */
export function StatementDecision({ statement: { id, isOwn } }: { statement: ShownStatement }) {
  const { t } = useWords("validity");
  const words = {
    ownHint: t("decide.ownHint"),
    withdraw: t("decide.withdraw"),
    title: t("decide.title"),
    hint: t("decide.hint"),
    release: t("decide.sign"),
    refusal: t("decide.refusal"),
    refuse: t("decide.refuse"),
  };
  return <SecondPerson isOwn={isOwn} keep={`validity:${id}`} order={{ name: "statement", id }} words={words} />;
}
