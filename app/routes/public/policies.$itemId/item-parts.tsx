import type { useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { type ClaimTerms, hasClaimSpan } from "~/features/policies/domain/claim-span";
import { AmountRule } from "~/features/policies/ui/amount-rule";
import { useSay } from "~/i18n/use-language";
import type { Bilingual } from "~/kernel/bilingual";
import type { loader } from "./route";

type Sum = {
  lines: ReturnType<typeof useLoaderData<typeof loader>>["amount"];
  upTo: boolean;
  rateUnknown: boolean;
  isExclusive: boolean;
};

export function SumCard({ lines, upTo, rateUnknown, isExclusive }: Sum) {
  const { t } = useWords("policies");
  return (
    <section className="card">
      <h2 className="mb-3">{t("item.amount")}</h2>
      <AmountRule lines={lines} />
      {upTo && <p className="mt-2 text-muted">{t(rateUnknown ? "item.rateUnknown" : "item.upTo")}</p>}
      {isExclusive && <p className="mt-2 text-muted">{t("item.group")}</p>}
    </section>
  );
}

type Item = {
  document: {
    demo?: true;
    title: string;
    issuer: string;
    number: string | null;
    issuedOn: string | null;
  };
  window: { opens: string | null; closes: string | null } | null;
  claimFrom?: ClaimTerms["claimFrom"];
  claimTo?: ClaimTerms["claimTo"];
  department: string;
  coDepartments: string[];
  mode: string;
  source: { quality: "official" | "republished" | "agent" };
};

type Shown = { days: number; office: Bilingual; coOffices: Bilingual[]; phone: string | null };
export function useDocumentRows(
  item: Item,
  term: { from: string | null; until: string | null },
  { days, office, coOffices, phone }: Shown,
) {
  const say = useSay();
  const { t } = useWords("policies");
  const { document, window } = item;
  const hasSpan = hasClaimSpan(item);
  return [
    { key: "title", label: t("item.document"), value: document.title },
    { key: "issuer", label: t("item.issuer"), value: document.issuer },
    ...(document.number ? [{ key: "number", label: t("item.number"), value: document.number }] : []),
    ...(document.issuedOn ? [{ key: "issued", label: t("item.issuedOn"), value: document.issuedOn }] : []),
    {
      key: "valid",
      label: t("item.valid"),
      value: `${term.from ?? document.issuedOn ?? ""} – ${term.until ?? t("item.openEnd")}`,
    },
    {
      key: "window",
      label: t("item.window"),
      value: window
        ? `${window.opens ?? "01-01"} – ${window.closes ?? "12-31"}`
        : t(hasSpan ? "item.byYear" : "item.always"),
    },
    { key: "department", label: t("item.department"), value: say(office) },
    { key: "phone", label: t("item.phone"), value: phone ?? t("item.noPhone") },
    ...(coOffices.length > 0
      ? [
          {
            key: "co",
            label: t("item.coDepartments"),
            value: coOffices.map(say).join(t("listComma", { ns: "common" })),
          },
        ]
      : []),
    { key: "days", label: t("item.days"), value: t("item.workingDays", { count: days }) },
    { key: "source", label: t("item.source"), value: t(`item.sourceQuality.${item.source.quality}`) },
  ];
}

export function List({ rows, empty }: { rows: string[]; empty: string }) {
  if (rows.length === 0) return <p>{empty}</p>;
  return (
    <ul className="list-disc pl-6">
      {rows.map((row) => (
        <li key={row}>{row}</li>
      ))}
    </ul>
  );
}
