import { useWords } from "~/i18n/use-words";
import { SummaryList } from "~/ui/summary-list";
import { Tag } from "~/ui/tag";
import type { Validity } from "../domain/policy-item";
import { holds, isDoubtful, type ValidityState } from "../domain/validity";

const tones = { inForce: "good", endsSoon: "warn" } as const;

/** The state of an item in a word. */
export function ValidityTag({ state }: { state: ValidityState }) {
  const { t } = useWords("policies");
  const tone = holds(state) ? tones[state as keyof typeof tones] : isDoubtful(state) ? "warn" : "plain";
  return <Tag tone={tone}>{t(`validity.${state}`)}</Tag>;
}

/** Whether an item is in force, how that is known, from where, and who can say. */
export function ValidityCard({
  state,
  validity,
  lastDay,
  office,
}: {
  state: ValidityState;
  validity: Validity | null;
  lastDay: string | null;
  office: string;
}) {
  const { t } = useWords("policies");
  const rows = useRows(validity);
  return (
    <section className="card" aria-labelledby="validity">
      <h2 id="validity" className="mb-2">
        {t("validity.title")}
      </h2>
      <p className="mb-2">
        <ValidityTag state={state} />
        {holds(state) && lastDay && <span className="ml-2">{t("validity.until", { day: lastDay })}</span>}
      </p>
      {isDoubtful(state) && <p className="mb-2">{t("validity.ask", { office })}</p>}
      <SummaryList rows={[...rows, { key: "office", label: t("validity.office"), value: office }]} stacked />
      {validity && validity.sources.length > 0 && (
        <>
          <h3 className="mt-3 text-sm">{t("validity.sources")}</h3>
          <ul className="list-disc pl-5 text-sm">
            {validity.sources.map((source) => (
              <li key={source} className="break-all">
                <Source source={source} />
              </li>
            ))}
          </ul>
        </>
      )}
      {validity?.open && (
        <>
          <h3 className="mt-3 text-sm">{t("validity.open")}</h3>
          <ul className="list-disc pl-5 text-sm">
            {validity.open.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Source({ source }: { source: string }) {
  if (!/^https?:\/\//.test(source)) return source;
  return (
    <a href={source} rel="noreferrer nofollow" target="_blank">
      {source}
    </a>
  );
}

function useRows(validity: Validity | null) {
  const { t } = useWords("policies");
  if (!validity)
    return [
      { key: "how", label: t("validity.how"), value: t("validity.known.unknown") },
      { key: "confirmed", label: t("validity.confirmedOn"), value: t("validity.never") },
    ];
  const { known, basis, norm, confirmed, change, checkedOn } = validity;
  const changeWords = ({ kind, by, on }: NonNullable<Validity["change"]>) => {
    const what = t(`validity.changed.${kind}`, { by });
    return on ? t("validity.changedOn", { what, day: on }) : what;
  };
  const how = t(`validity.known.${known}`, { by: confirmed?.by, day: confirmed?.on });
  return [
    { key: "how", label: t("validity.how"), value: how },
    { key: "basis", label: t("validity.basis"), value: basis },
    ...(norm
      ? [
          {
            key: "norm",
            label: t("validity.norm"),
            value: norm.until
              ? t("validity.normUntil", { norm: norm.name, day: norm.until })
              : t("validity.normOver", { norm: norm.name }),
          },
        ]
      : []),
    ...(change ? [{ key: "change", label: t("validity.change"), value: changeWords(change) }] : []),
    { key: "confirmed", label: t("validity.confirmedOn"), value: confirmed?.on ?? t("validity.never") },
    { key: "checked", label: t("validity.checkedOn"), value: checkedOn },
  ];
}
