import { useWords } from "~/i18n/use-words";
import { useLanguage } from "~/i18n/use-language";
import { SelectField } from "~/ui/choice-fields";
import { staffRoles } from "~/access/permissions";
import type { OfficeOptions } from "./office-options";

type Props = {
  options: OfficeOptions;
  values: { departmentId: string; regionCode: string; roles: readonly string[] };
  errors: Readonly<Record<string, string>>;
};

/** Department, place and roles of an official. */
export function OfficeFields({ options, values, errors }: Props) {
  const { t } = useWords("identity");
  const language = useLanguage();
  const listed = (all: OfficeOptions["regions"]) => all.map((each) => ({ value: each.value, label: each[language] }));
  return (
    <>
      <SelectField
        name="departmentId"
        label={t("users.department")}
        hint={t("users.officeHint")}
        value={values.departmentId}
        error={errors["departmentId"]}
        options={listed(options.departments)}
        empty={t("users.noDepartment")}
      />
      <SelectField
        name="regionCode"
        label={t("users.region")}
        value={values.regionCode}
        error={errors["regionCode"]}
        options={listed(options.regions)}
        empty={t("users.noRegion")}
      />
      <RoleBoxes chosen={values.roles} error={errors["roles"]} />
    </>
  );
}

function RoleBoxes({ chosen, error }: { chosen: readonly string[]; error: string | undefined }) {
  const { t } = useWords("identity");
  return (
    <fieldset className="mb-5 max-w-xl" aria-describedby={error ? "roles-error" : "roles-hint"}>
      <legend className="mb-1 font-semibold">{t("users.roles")}</legend>
      <p id="roles-hint" className="mb-1 text-sm text-muted">
        {t("users.rolesHint")}
      </p>
      {error && (
        <p id="roles-error" className="mb-1 font-medium text-bad">
          {t(error, { ns: "common" })}
        </p>
      )}
      <div className="grid gap-x-6 sm:grid-cols-2">
        {staffRoles.map((role, index) => (
          <label key={role} className="inline-flex min-h-11 items-center gap-2">
            <input
              id={index === 0 ? "roles" : undefined}
              type="checkbox"
              name="roles"
              value={role}
              defaultChecked={chosen.includes(role)}
              className="size-5 accent-brand-600"
            />
            {t(`roles.${role}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
