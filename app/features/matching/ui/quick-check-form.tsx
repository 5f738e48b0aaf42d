import type { ListField as EntryField } from "~/features/policies/domain/fact-definition";
import { ListField } from "./list-field";
import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { placeOptions } from "~/features/policies/ui/place-options";
import type { Place } from "~/features/policies/domain/places";
import { useLanguage } from "~/i18n/use-language";
import { DateField, TextField } from "~/ui/form";
import { RadioField, SelectField, type Option } from "~/ui/choice-fields";
import { IndustryField } from "~/features/enterprises/ui/industry-field";
import { useTypedBefore } from "~/ui/use-typed-before";

export type QuickFact = {
  name: string;
  type: string;
  zh: string;
  en: string;
  unit: string | null;
  help: string;
  helpEn: string;
  values: { value: string; zh: string; en: string }[] | null;
  /** of a list: what is told of each entry */
  fields?: EntryField[];
};

type Props = {
  places: Place[];
  zones: { park: string; zh: string; en: string }[];
  facts: QuickFact[];
  said: Record<string, string>;
  demo: boolean;
  onAnswers: (form: HTMLFormElement) => void;
};

/** A few questions; with scripts `onAnswers` is told of every answer, without them the button leads to the result. */
export function QuickCheckForm({ places, zones, facts, said, demo, onAnswers }: Props) {
  const { t } = useWords("policies");
  const language = useLanguage();
  const form = useTypedBefore(onAnswers);
  return (
    <Form ref={form} method="get" action="/check" className="card" onChange={(event) => onAnswers(event.currentTarget)}>
      <div className="grid gap-x-6 md:grid-cols-2">
        <SelectField
          name="region"
          label={t("check.place")}
          value={said["region"] ?? "340500"}
          options={placeOptions(places, language)}
        />
        <SelectField
          name="park"
          label={t("check.park")}
          value={said["park"]}
          options={zones.map((zone) => ({ value: zone.park, label: zone[language] }))}
          empty=""
          optional
        />
        <IndustryField name="industry" label={t("check.industry")} hint="" value={said["industry"]} />
        {facts.map((fact) => (
          <QuickQuestion key={fact.name} fact={fact} said={said[fact.name]} />
        ))}
        {demo && <TextField name="code" label={t("check.code")} value={said["code"]} autoComplete="off" />}
      </div>
      <button className="button button-primary">{t("check.submit")}</button>
    </Form>
  );
}

/** One fact as the control that fits its type. */
export function QuickQuestion({
  fact,
  said,
  error,
  hint = true,
}: {
  fact: QuickFact;
  said?: string;
  error?: string;
  hint?: boolean;
}) {
  const { t } = useWords();
  const language = useLanguage();
  const common = {
    name: fact.name,
    label: fact[language],
    hint: hint ? (language === "zh" ? fact.help : fact.helpEn) : undefined,
    value: said,
    error,
  };
  const yesNo: Option[] = [
    { value: "true", label: t("yes") },
    { value: "false", label: t("no") },
  ];
  if (fact.fields) return <ListField {...common} fields={fact.fields} />;
  if (fact.type === "boolean") return <RadioField {...common} options={yesNo} />;
  if (fact.values)
    return (
      <SelectField
        {...common}
        options={fact.values.map((member) => ({ value: member.value, label: member[language] }))}
        empty=""
      />
    );
  if (fact.type === "date") return <DateField {...common} />;
  const numeric = !["string", "code"].includes(fact.type);
  return (
    <TextField
      {...common}
      inputMode={numeric ? "decimal" : undefined}
      unit={fact.type === "percent" ? "%" : (fact.unit ?? undefined)}
    />
  );
}
