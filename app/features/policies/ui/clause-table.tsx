import { useWords } from "~/i18n/use-words";
import type { AmountLine } from "../domain/amount-words";
import { AmountRule } from "./amount-rule";

type Props = {
  conditions: readonly { rule: string; words: string | null }[];
  amount: { lines: readonly AmountLine[]; words: readonly string[] };
};

/** The rule clause by clause beside the words of the summary it comes from, in the language of the text. */
export function ClauseTable({ conditions, amount }: Props) {
  const { t } = useWords("policies");
  return (
    <section className="card" aria-labelledby="clauses">
      <h2 id="clauses" className="mb-1">
        {t("clauses.title")}
      </h2>
      <p className="mb-3 text-sm text-muted">{t("clauses.lead")}</p>
      <dl className="divide-y divide-line">
        {conditions.map(({ rule, words }) => (
          <div key={rule} className="grid gap-1 py-2 sm:grid-cols-2 sm:gap-4">
            <dt>{rule}</dt>
            <Words words={words === null ? [] : [words]} />
          </div>
        ))}
        <div className="grid gap-1 py-2 sm:grid-cols-2 sm:gap-4">
          <dt>
            <AmountRule lines={amount.lines} />
          </dt>
          <Words words={amount.words} />
        </div>
      </dl>
    </section>
  );
}

function Words({ words }: { words: readonly string[] }) {
  const { t } = useWords("policies");
  if (words.length === 0) return <dd className="text-muted">{t("clauses.none")}</dd>;
  return (
    <dd lang="zh">
      {words.map((clause) => (
        <q key={clause} className="block">
          {clause}
        </q>
      ))}
    </dd>
  );
}
