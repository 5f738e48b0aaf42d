import { useWords } from "~/i18n/use-words";
import { useLanguage } from "~/i18n/use-language";
import { ownColumns } from "../domain/delivery-rows";
import { SelectField } from "~/ui/choice-fields";
import type { FactChoice } from "./delivery-fields";

type Props = {
  headings: readonly string[];
  facts: readonly FactChoice[];
  values: Readonly<Record<string, string>>;
};

/** Asks what headings mean that the platform doesn't know. */
export function HeadingMeanings({ headings, facts, values }: Props) {
  const { t } = useWords("deliveries");
  const language = useLanguage();
  const options = [
    ...[...ownColumns].reverse().map((value) => ({ value, label: t(`mapping.${value}`) })),
    ...facts.map((fact) => ({ value: fact.name, label: fact[language] })),
  ];
  return (
    <section className="card mb-6" aria-labelledby="mapping">
      <h2 id="mapping" className="mb-1">
        {t("mapping.title")}
      </h2>
      <p className="mb-4 text-muted">{t("mapping.lead")}</p>
      {headings.map((heading) => (
        <SelectField
          key={heading}
          name={`column:${heading}`}
          label={heading}
          value={values[`column:${heading}`]}
          options={options}
          empty={t("mapping.choose")}
        />
      ))}
    </section>
  );
}
