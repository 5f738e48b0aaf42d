import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { DataTable } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { Money } from "~/ui/money";
import { Pagination } from "~/ui/pagination";
import type { readOpenLines, ShownLine } from "../use-cases/read-lines.server";

/** Lines of the bank's files that wait to be explained, or to be confirmed by somebody else. */
export function OpenLines({ rows, count, page, pages }: Awaited<ReturnType<typeof readOpenLines>>) {
  const { t } = useWords("funds");
  if (count === 0) return null;
  const columns = [
    {
      key: "line",
      head: t("bank.clearing.line"),
      cell: ({ file, position, id }: ShownLine) => (
        <div>
          <Link to={`/finance/lines/${id}`} className="break-all">
            {t("bank.clearing.lineOf", { name: file.messageId, position })}
          </Link>
          <p className="text-sm text-muted">
            <DateTimeText at={file.receivedAt} />
          </p>
        </div>
      ),
    },
    { key: "sum", head: t("bank.sum"), figure: true, cell: (row: ShownLine) => <LineMoney row={row} /> },
    { key: "why", head: t("bank.clearing.problem"), cell: (row: ShownLine) => <LineProblem row={row} /> },
    { key: "state", head: t("bank.clearing.state"), cell: (row: ShownLine) => <Standing row={row} /> },
  ];
  return (
    <section id="lines" className="card mb-6 border-l-4 border-l-warn">
      <h2 className="mb-1">{t("bank.clearing.openTitle", { count })}</h2>
      <p className="mb-3 text-muted">{t("bank.clearing.openLead")}</p>
      <DataTable
        caption={t("bank.clearing.title")}
        hideCaption
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
      />
      <Pagination page={page} pages={pages} parameter="lines" label={t("bank.clearing.title")} />
    </section>
  );
}

/** What a line moved at the bank. */
export function LineMoney({ row: { money } }: { row: ShownLine }) {
  const { t } = useWords("funds");
  if (!money) return t("bank.clearing.noMoney");
  return (
    <div>
      <Money fen={money.fen} />
      <p className="text-sm text-muted">{t(`bank.clearing.${money.side}`)}</p>
    </div>
  );
}

/** Why a line was not booked. */
export function LineProblem({ row: { problem } }: { row: ShownLine }) {
  const { t } = useWords("funds");
  return t(problem ? `bank.reasons.${problem}` : "bank.clearing.unknown");
}

function Standing({ row }: { row: ShownLine }) {
  const { t } = useWords("funds");
  const said = row.clearings.find(({ status }) => status === "proposed");
  if (!said) return t("bank.clearing.unsaid");
  return said.isOwn ? t("bank.clearing.saidOwn") : t("bank.clearing.said", { who: said.maker });
}
