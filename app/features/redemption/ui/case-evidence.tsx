import { useTranslation } from "react-i18next";
import { maskedAccount } from "~/features/applications/domain/bank-account";
import { DataTable } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { Tag } from "~/ui/tag";

type Figure = { name: string; label: string; value: string; source: string; authority: string | null };
type Props = {
  figures: readonly Figure[];
  materials: readonly { id: string; name: string; fileName: string }[];
  held: readonly string[];
  account: { holder: string; bankName: string; lastFour: string } | null;
  check: { engine: string; engineVersion: string; result: boolean; at: Date } | null;
};

/** What a decision rests on: figures with their source, materials, account, and the binding check. */
export function CaseEvidence({ figures, materials, held, account, check }: Props) {
  const { t } = useTranslation("redemption");
  const columns = [
    { key: "figure", head: t("case.figure"), cell: (row: Figure) => row.label },
    { key: "value", head: t("case.value"), cell: (row: Figure) => <strong>{row.value}</strong> },
    { key: "source", head: t("case.source"), cell: (row: Figure) => <span>{t(`case.sources.${row.source}`)}{row.authority && <span className="block text-sm text-muted">{t("case.authority", { name: row.authority })}</span>}</span> },
  ];
  return (
    <>
      <section className="card">
        <h2 className="mb-3">{t("case.figures")}</h2>
        {check && <p className="mb-3 flex flex-wrap items-center gap-2"><Tag tone={check.result ? "good" : "bad"}>{t(check.result ? "case.pass" : "case.fail")}</Tag><span className="text-sm text-muted">{check.engine} {check.engineVersion} · <DateTimeText at={check.at} /></span></p>}
        <DataTable caption={t("case.figures")} hideCaption columns={columns} rows={figures} rowKey={(row) => row.name} />
      </section>
      <section className="card">
        <h2 className="mb-3">{t("case.materials")}</h2>
        <ul className="divide-y divide-line">
          {materials.map((material) => <li key={material.id} className="flex flex-wrap justify-between gap-2 py-2"><span>{material.name}</span><a href={`/files/${material.id}`} target="_blank" rel="noreferrer">{material.fileName}</a></li>)}
          {held.map((name) => <li key={name} className="flex flex-wrap justify-between gap-2 py-2"><span>{name}</span><Tag tone="good">{t("case.held")}</Tag></li>)}
        </ul>
        {account && <p className="mt-3 text-muted">{t("case.account")}：{account.holder} {account.bankName} {maskedAccount(account.lastFour)}</p>}
      </section>
    </>
  );
}
