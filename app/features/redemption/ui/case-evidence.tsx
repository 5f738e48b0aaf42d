import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { maskedAccount } from "~/kernel/bank-account";
import { DataTable } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { Tag } from "~/ui/tag";
import type { CaseFigure } from "../domain/case-figures";

type Props = {
  figures: readonly CaseFigure[];
  materials: readonly { id: string; name: string; fileName: string }[];
  held: readonly string[];
  /** what the firm committed to in place of handing it in */
  committed: readonly string[];
  /** who is paid where it isn't the firm */
  beneficiary: string | null;
  account: { holder: string; bankName: string; lastFour: string } | null;
  /** whether the reader may set figures right */
  mayEstablish: boolean;
  check: { engine: string; engineVersion: string; result: boolean; at: Date } | null;
};

/** What a decision rests on: figures with their source, materials, account, and the binding check. */
export function CaseEvidence({
  figures,
  materials,
  held,
  committed,
  account,
  beneficiary,
  check,
  mayEstablish,
}: Props) {
  const { t } = useWords(["redemption", "common"]);
  return (
    <>
      <section className="card">
        <h2 className="mb-3">{t("case.figures")}</h2>
        {check && (
          <p className="mb-3 flex flex-wrap items-center gap-2">
            <Tag tone={check.result ? "good" : "bad"}>{t(check.result ? "case.pass" : "case.fail")}</Tag>
            <span className="text-sm text-muted">
              {check.engine} {check.engineVersion} · <DateTimeText at={check.at} />
            </span>
          </p>
        )}
        <FigureTable figures={figures} />
        {mayEstablish && (
          <p className="mt-3">
            <Link to="figures" className="button button-secondary">
              {t("establish.open")}
            </Link>
          </p>
        )}
      </section>
      <section className="card">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
          <h2>{t("case.materials")}</h2>
          {materials.length > 0 && <Link to="materials">{t("case.materialsBeside")}</Link>}
        </div>
        <ul className="divide-y divide-line">
          {materials.map((material) => (
            <li key={material.id} className="flex flex-wrap justify-between gap-2 py-2">
              <span>{material.name}</span>
              <Link to={`materials?file=${material.id}`}>{material.fileName}</Link>
            </li>
          ))}
          {held.map((name) => (
            <li key={name} className="flex flex-wrap justify-between gap-2 py-2">
              <span>{name}</span>
              <Tag tone="good">{t("case.held")}</Tag>
            </li>
          ))}
          {committed.map((name) => (
            <li key={name} className="flex flex-wrap justify-between gap-2 py-2">
              <span>{name}</span>
              <Tag tone="info">{t("case.committed")}</Tag>
            </li>
          ))}
        </ul>
        {beneficiary !== null && (
          <p className="mt-3 font-semibold">{t("account.paidTo", { ns: "applications", who: beneficiary })}</p>
        )}
        {account && (
          <p className="mt-3 text-muted">
            {t("case.account")}
            {t("colon", { ns: "common" })}
            {account.holder} {account.bankName} {maskedAccount(account.lastFour)}
          </p>
        )}
      </section>
    </>
  );
}

/** Each figure with its value and where it comes from. */
export function FigureTable({ figures }: { figures: readonly CaseFigure[] }) {
  const { t } = useWords(["redemption", "applications"]);
  const columns = [
    { key: "figure", head: t("case.figure"), cell: (row: CaseFigure) => row.label },
    { key: "value", head: t("case.value"), cell: (row: CaseFigure) => <strong>{row.value}</strong> },
    { key: "source", head: t("case.source"), cell: (row: CaseFigure) => <FigureSource figure={row} /> },
  ];
  return (
    <DataTable caption={t("case.figures")} hideCaption columns={columns} rows={figures} rowKey={(row) => row.name} />
  );
}

function FigureSource({ figure }: { figure: CaseFigure }) {
  const { t } = useWords("redemption");
  return (
    <span>
      {t(`case.sources.${figure.source}`)}
      {figure.saidAt && (
        <span className="block text-sm text-muted">
          {figure.saidBy && `${figure.saidBy} · `}
          <DateTimeText at={figure.saidAt} />
        </span>
      )}
      {figure.authority && (
        <span className="block text-sm text-muted">{t("case.authority", { name: figure.authority })}</span>
      )}
    </span>
  );
}
