import { useWords } from "~/i18n/use-words";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { inItem } from "../domain/editor-state";
import { useEditing } from "./editor-context";
import { TextInput, DayInput, SelectInput } from "./fields";
import { PlaceNotes } from "./place-notes";

/** The document; shared by all its items, so it can be changed here only while the item is its only one. */
export function DocumentEditor({ item, alone }: { item: PolicyItem; alone: boolean }) {
  const { t } = useWords("workbench");
  const { change } = useEditing();
  const { document } = item;
  const put = (parts: Partial<PolicyItem["document"]>) => change(inItem({ document: { ...document, ...parts } }));
  const dates = ["issuedOn", "validFrom", "validTo"] as const;
  return (
    <fieldset className="sm:col-span-2" disabled={!alone}>
      <legend className="font-medium">{t("document.legend")}</legend>
      {!alone && <p className="text-sm text-muted">{t("document.shared")}</p>}
      <div className="mt-2 grid gap-4 sm:grid-cols-3">
        <TextInput
          id="/document/title"
          label={t("document.title")}
          value={document.title}
          onChange={(title) => put({ title })}
        />
        <TextInput
          label={t("document.number")}
          value={document.number ?? ""}
          onChange={(number) => put({ number: number === "" ? null : number })}
        />
        <TextInput label={t("document.issuer")} value={document.issuer} onChange={(issuer) => put({ issuer })} />
        {dates.map((key) => (
          <DayInput
            key={key}
            label={t(`document.${key}`)}
            value={document[key] ?? ""}
            onChange={(day) => put({ [key]: day === "" ? null : day })}
          />
        ))}
      </div>
      <PlaceNotes place="/document" below />
    </fieldset>
  );
}

export function SourceEditor({ item }: { item: PolicyItem }) {
  const { t } = useWords("workbench");
  const { change } = useEditing();
  const { source } = item;
  const put = (parts: Partial<PolicyItem["source"]>) => change(inItem({ source: { ...source, ...parts } }));
  return (
    <fieldset className="sm:col-span-2">
      <legend className="font-medium">{t("source.legend")}</legend>
      <div className="mt-2 grid gap-4 sm:grid-cols-3">
        <TextInput label={t("source.title")} value={source.title} onChange={(title) => put({ title })} />
        <SelectInput
          label={t("source.quality")}
          value={source.quality}
          options={(["official", "republished", "agent"] as const).map((quality) => ({
            value: quality,
            label: t(`source.${quality}`),
          }))}
          onChange={(quality) => put({ quality: quality as PolicyItem["source"]["quality"] })}
        />
        <TextInput
          label={t("source.url")}
          value={source.url ?? ""}
          onChange={(url) => put({ url: url === "" ? null : url })}
        />
        <div className="sm:col-span-3">
          <TextInput
            label={t("source.inferred")}
            hint={t("source.inferredHint")}
            value={item.inferred.join("、")}
            onChange={(text) => change(inItem({ inferred: text.split(/[、,，\s]+/).filter(Boolean) }))}
          />
        </div>
      </div>
    </fieldset>
  );
}
