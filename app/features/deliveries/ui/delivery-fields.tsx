import { useWords } from "~/i18n/use-words";
import { useLanguage } from "~/i18n/use-language";
import type { Place } from "~/features/policies/domain/places";
import { placeOptions } from "~/features/policies/ui/place-options";
import { CheckField, RadioField, SelectField } from "~/ui/choice-fields";
import { FileField } from "~/ui/file-field";
import { DateField, TextField, type FieldErrors } from "~/ui/form";

export type FactChoice = {
  name: string;
  zh: string;
  en: string;
  values: { value: string; zh: string; en: string }[] | null;
};
type Props = {
  facts: readonly FactChoice[];
  places: readonly Place[];
  values: Readonly<Record<string, string>>;
  errors: FieldErrors;
  /** what is uploaded already */
  file: { name: string; hash: string } | null;
};

/** What an official says of a file, and the file. */
export function DeliveryFields({ facts, places, values, errors, file }: Props) {
  const { t } = useWords("deliveries");
  const language = useLanguage();
  const field = (name: "title" | "number" | "placeCode" | "asOf" | "fact" | "onList" | "kind") => ({
    name,
    label: t(`form.${name}`),
    value: values[name],
    error: errors[name],
  });
  const grades = facts.flatMap((fact) =>
    (fact.values ?? []).map((each) => ({ value: each.value, label: `${fact[language]}：${each[language]}` })),
  );
  const example = facts.slice(0, 3).map((fact) => fact.zh);
  return (
    <div className="card mb-6">
      <RadioField
        {...field("kind")}
        options={(["facts", "list"] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
      />
      <TextField {...field("title")} hint={t("form.titleHint")} />
      <TextField {...field("number")} optional />
      <SelectField {...field("placeCode")} options={placeOptions(places, language)} />
      <DateField {...field("asOf")} />
      <SelectField
        {...field("fact")}
        hint={t("form.factHint")}
        options={facts.map((fact) => ({ value: fact.name, label: fact[language] }))}
        empty=""
        optional
      />
      <SelectField {...field("onList")} hint={t("form.onListHint")} options={grades} empty="" optional />
      <CheckField
        name="complete"
        label={
          <>
            {t("form.complete")}
            <span className="block text-sm text-muted">{t("form.completeHint")}</span>
          </>
        }
        checked={values["complete"] !== undefined}
        error={errors["complete"]}
      />
      {file && (
        <>
          <p className="mb-2 font-medium">{t("form.kept", { name: file.name })}</p>
          <input type="hidden" name="fileHash" value={file.hash} />
          <input type="hidden" name="fileName" value={file.name} />
        </>
      )}
      <FileField
        label={t("form.file")}
        accept=".csv,.xlsx"
        hint={t("form.fileHint", { names: example.join("、") })}
        error={errors["file"]}
        optional={file !== null}
      />
    </div>
  );
}
