import { useWords } from "~/i18n/use-words";
import type { Place } from "~/features/policies/domain/places";
import { placeOptions } from "~/features/policies/ui/place-options";
import { useLanguage } from "~/i18n/use-language";
import { TextField, type FieldErrors } from "~/ui/form";
import { CheckField, SelectField } from "~/ui/choice-fields";
import { IndustryField } from "~/features/enterprises/ui/industry-field";

export type FirmOptions = {
  places: Place[];
  zones: { park: string; zh: string; en: string }[];
  legalForms: readonly { value: string; zh: string; en: string }[];
};

type FieldName = "creditCode" | "name" | "legalForm" | "region" | "park" | "industry";

/** What the business licence says, and where the firm is. */
export function FirmFields({
  options,
  errors,
  values,
}: {
  options: FirmOptions;
  errors: FieldErrors;
  values: Readonly<Record<string, string>>;
}) {
  const { t } = useWords("identity");
  const language = useLanguage();
  const at = (name: FieldName) => ({ name, label: t(`register.${name}`), error: errors[name], value: values[name] });
  return (
    <>
      <TextField {...at("creditCode")} hint={t("register.creditCodeHint")} autoComplete="off" />
      {(errors["creditCode"] === "problem.creditDoubtful" || values["codeCompared"] === "1") && (
        <CheckField name="codeCompared" label={t("register.codeCompared")} checked={values["codeCompared"] === "1"} />
      )}
      <TextField {...at("name")} autoComplete="organization" />
      <SelectField
        {...at("legalForm")}
        options={options.legalForms.map((form) => ({ value: form.value, label: form[language] }))}
        empty=""
      />
      <SelectField
        {...at("region")}
        value={values["region"] ?? "340500"}
        options={placeOptions(options.places, language)}
      />
      <SelectField
        {...at("park")}
        options={options.zones.map((zone) => ({ value: zone.park, label: zone[language] }))}
        empty={t("register.noPark")}
      />
      <IndustryField {...at("industry")} hint={t("register.industryHint")} />
    </>
  );
}
