import { useWords } from "~/i18n/use-words";
import { levels, modes, supports, type EnglishTexts, type PolicyItem } from "~/features/policies/domain/policy-item";
import { inItem } from "../domain/editor-state";
import { useEditing } from "./editor-context";
import { CheckInput, LongInput, NumberInput, SelectInput, TextInput } from "./fields";
import { PlaceNotes } from "./place-notes";
import { DocumentEditor, SourceEditor } from "./document-editor";

/** What the item is called, who grants it and where. */
export function ItemEditor({ item, alone }: { item: PolicyItem; alone: boolean }) {
  const { t } = useWords("workbench");
  const { change, choices } = useEditing();
  const put = (parts: Partial<PolicyItem>) => change(inItem(parts));
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div>
        <TextInput
          id="/title"
          label={t("item.title")}
          hint={t("item.titleHint", { count: item.title.length })}
          value={item.title}
          onChange={(title) => put({ title })}
        />
        <PlaceNotes place="/title" />
      </div>
      <div>
        <LongInput
          label={t("item.summary")}
          hint={t("item.summaryHint", { count: item.summary.length })}
          value={item.summary}
          onChange={(summary) => put({ summary })}
        />
        <PlaceNotes place="/summary" />
      </div>
      <EnglishEditor english={item.english ?? { title: "", summary: "" }} />
      <OfficeEditor item={item} />
      <SelectInput
        label={t("item.theme")}
        value={item.theme}
        options={choices.themes}
        onChange={(theme) => put({ theme })}
      />
      <SelectInput
        label={t("item.support")}
        value={item.support}
        options={supports.map((support) => ({ value: support, label: t(`common:support.${support}`) }))}
        onChange={(support) => put({ support: support as PolicyItem["support"] })}
      />
      <SelectInput
        label={t("item.mode")}
        value={item.mode}
        options={modes.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
        onChange={(mode) => put({ mode: mode as PolicyItem["mode"] })}
      />
      <NumberInput
        label={t("item.processingDays")}
        hint={t("item.processingDaysHint")}
        value={item.processingDays}
        onChange={(processingDays) => put({ processingDays })}
      />
      <LongInput
        label={t("item.notes")}
        value={item.notes ?? ""}
        onChange={(notes) => put({ notes: notes === "" ? null : notes })}
      />
      <CoDepartments item={item} />
      <DocumentEditor item={item} alone={alone} />
      <SourceEditor item={item} />
    </div>
  );
}

/** Level, place and the office that leads, of those of the level. */
function OfficeEditor({ item }: { item: PolicyItem }) {
  const { t } = useWords("workbench");
  const { change, choices } = useEditing();
  const put = (parts: Partial<PolicyItem>) => change(inItem(parts));
  const offices = choices.departments.filter(({ level }) => level === item.level);
  const known = offices.some(({ names }) => names.includes(item.department));
  const lead = offices.map(({ label, name, names }) => ({
    value: names.includes(item.department) ? item.department : name,
    label,
  }));
  return (
    <>
      <SelectInput
        label={t("item.level")}
        value={item.level}
        options={levels.map((level) => ({ value: level, label: t(`common:level.${level}`) }))}
        onChange={(level) => put({ level: level as PolicyItem["level"] })}
      />
      <div>
        <SelectInput
          id="/region"
          label={t("item.region")}
          value={item.region}
          options={choices.places}
          onChange={(region) => put({ region })}
        />
        <PlaceNotes place="/region" />
      </div>
      <div>
        <SelectInput
          label={t("item.department")}
          value={item.department}
          options={known ? lead : [{ value: item.department, label: item.department }, ...lead]}
          onChange={(department) => put({ department })}
        />
        <PlaceNotes place="/department" />
      </div>
    </>
  );
}

function CoDepartments({ item }: { item: PolicyItem }) {
  const { t } = useWords("workbench");
  const { change, choices } = useEditing();
  const offices = choices.departments.filter(({ level }) => level === item.level);
  return (
    <fieldset className="sm:col-span-2">
      <legend className="font-medium">{t("item.coDepartments")}</legend>
      <div className="flex flex-wrap gap-x-4">
        {[...new Set([...item.coDepartments, ...offices.map(({ name }) => name)])].map((name) => (
          <CheckInput
            key={name}
            label={name}
            checked={item.coDepartments.includes(name)}
            onChange={(on) =>
              change(
                inItem({
                  coDepartments: on
                    ? [...item.coDepartments, name]
                    : item.coDepartments.filter((each) => each !== name),
                }),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The same in English, beside the Chinese; both empty is none. */
function EnglishEditor({ english }: { english: EnglishTexts }) {
  const { t } = useWords("workbench");
  const { change } = useEditing();
  const put = (parts: Partial<EnglishTexts>) => {
    const typed = { ...english, ...parts };
    change(inItem({ english: typed.title === "" && typed.summary === "" ? undefined : typed }));
  };
  return (
    <>
      <div>
        <TextInput
          id="/english/title"
          label={t("item.titleEn")}
          hint={t("item.titleEnHint", { count: english.title.length })}
          value={english.title}
          onChange={(title) => put({ title })}
        />
        <PlaceNotes place="/english/title" />
        <PlaceNotes place="/english" />
      </div>
      <div>
        <LongInput
          id="/english/summary"
          label={t("item.summaryEn")}
          hint={t("item.summaryEnHint", { count: english.summary.length })}
          value={english.summary}
          onChange={(summary) => put({ summary })}
        />
        <PlaceNotes place="/english/summary" />
      </div>
    </>
  );
}
