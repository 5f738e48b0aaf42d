import { useWords } from "~/i18n/use-words";
import type { AmountLine } from "../domain/amount-words";
import type { ItemPart } from "../domain/version-changes";
import { AmountRule } from "./amount-rule";

type Version = {
  number: number;
  day: string;
  parts: ItemPart[] | null;
  conditions: { gone: string[]; added: string[] } | null;
  amount: { before: AmountLine[]; after: AmountLine[] } | null;
};

/** The versions of an item with what each of them changed. */
export function ItemHistory({ versions }: { versions: readonly Version[] }) {
  const { t } = useWords(["policies", "common"]);
  return (
    <section className="card" aria-labelledby="history">
      <h2 id="history" className="mb-3">
        {t("history.title")}
      </h2>
      <ol className="space-y-3">
        {versions.map((version) => (
          <li key={version.number}>
            <p className="font-medium">{t("history.version", { number: version.number, day: version.day })}</p>
            <p className="text-muted">
              {version.parts === null
                ? t("history.first")
                : t("history.changed", {
                    parts: version.parts
                      .map((part) => t(`history.part.${part}`))
                      .join(t("listComma", { ns: "common" })),
                  })}
            </p>
            {(version.conditions || version.amount) && <Changes version={version} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Changes({ version: { conditions, amount } }: { version: Version }) {
  const { t } = useWords("policies");
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-brand-700 underline">{t("history.open")}</summary>
      {conditions && (
        <ul className="list-disc pl-6">
          {conditions.gone.map((rule) => (
            <li key={`- ${rule}`}>{t("history.gone", { rule })}</li>
          ))}
          {conditions.added.map((rule) => (
            <li key={`+ ${rule}`}>{t("history.added", { rule })}</li>
          ))}
          {conditions.gone.length + conditions.added.length === 0 && <li>{t("history.joined")}</li>}
        </ul>
      )}
      {amount && (
        <div className="mt-2 grid gap-3 sm:grid-cols-2">
          <div>
            <h3 className="text-sm">{t("history.before")}</h3>
            <AmountRule lines={amount.before} />
          </div>
          <div>
            <h3 className="text-sm">{t("history.after")}</h3>
            <AmountRule lines={amount.after} />
          </div>
        </div>
      )}
    </details>
  );
}
