import { Form, Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { ProvisionalMark, TermDay } from "~/features/calendar/ui/term-day";
import { LatenessTag } from "~/features/calendar/ui/lateness-tag";
import { useSay } from "~/i18n/use-language";
import { formatYuan } from "~/kernel/money";
import { shanghaiDay } from "~/kernel/plain-date";
import { DataTable } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";
import { SubmitButton } from "~/ui/form";
import { Money } from "~/ui/money";
import type { ShownRecovery } from "../use-cases/read-recoveries.server";
import { RowName } from "./row-name";

type Props = { rows: readonly ShownRecovery[]; caption: string; mayAct: boolean };

/** Demands: what was asked for, until when, what came, what is left, and what is done next. */
export function RecoveryTable({ rows, caption, mayAct }: Props) {
  const { t } = useWords("funds");
  const columns = [
    { key: "firm", head: t("recoveries.firm"), cell: (row: ShownRecovery) => <AboutFirm row={row} /> },
    {
      key: "demanded",
      head: t("recoveries.demanded"),
      figure: true,
      cell: (row: ShownRecovery) => <Demanded row={row} />,
    },
    { key: "due", head: t("recoveries.due"), cell: (row: ShownRecovery) => <Due row={row} /> },
    {
      key: "received",
      head: t("recoveries.received"),
      figure: true,
      cell: (row: ShownRecovery) => <Money fen={row.receivedFen} />,
    },
    { key: "rest", head: t("recoveries.rest"), figure: true, cell: (row: ShownRecovery) => <Left row={row} /> },
    {
      key: "next",
      head: t("recoveries.standing"),
      wide: true,
      cell: (row: ShownRecovery) => <Next row={row} mayAct={mayAct} />,
    },
  ];
  return <DataTable caption={caption} hideCaption columns={columns} rows={rows} rowKey={(row) => row.id} />;
}

function AboutFirm({ row: { firm, applicationId, number, item } }: { row: ShownRecovery }) {
  const say = useSay();
  return (
    <div>
      {firm}
      <br />
      <Link to={`/finance/cases/${applicationId}`} className="inline-flex min-h-11 items-center">
        {number}
      </Link>
      <p className="text-sm text-muted">{say(item)}</p>
    </div>
  );
}

function Demanded({ row: { sumFen, kind, decidedAt } }: { row: ShownRecovery }) {
  const { t } = useWords("funds");
  return (
    <div>
      <Money fen={sumFen} />
      <p className="text-sm text-muted">
        {kind && <>{t(`recoveries.kinds.${kind}`)} · </>}
        <DateText day={shanghaiDay(decidedAt)} />
      </p>
    </div>
  );
}

function Due({ row: { dueOn, lateness } }: { row: ShownRecovery }) {
  const { t } = useWords("funds");
  return (
    <div>
      {dueOn ? <TermDay day={dueOn} /> : t("recoveries.noDue")}
      {lateness && (
        <div>
          <LatenessTag lateness={lateness} />
        </div>
      )}
    </div>
  );
}

function Left({ row: { owedFen, promisedFen } }: { row: ShownRecovery }) {
  const { t } = useWords("funds");
  return (
    <div>
      <Money fen={owedFen} />
      {promisedFen > 0n && (
        <p className="text-sm text-muted">{t("recoveries.promisedSo", { sum: formatYuan(promisedFen) })}</p>
      )}
    </div>
  );
}

function Next({ row, mayAct }: { row: ShownRecovery; mayAct: boolean }) {
  const { t } = useWords("funds");
  const { urgedCount: count, urgedOn: day, answerBy } = row;
  return (
    <div>
      <p>{t(`recoveries.steps.${row.step}`)}</p>
      {count > 0 && row.step === "settled" && (
        <p className="text-sm text-muted">{t("recoveries.wasUrged", { count, day })}</p>
      )}
      {count > 0 && row.step !== "settled" && (
        <p className="text-sm text-muted">
          {t("recoveries.urgedSo", { count, day, answerBy })}
          <ProvisionalMark day={answerBy} />
        </p>
      )}
      {row.step !== "settled" && (
        <p className="text-sm break-all text-muted">
          {t("recoveries.reference")} <code>{row.reference}</code>
        </p>
      )}
      {mayAct && row.mayUrge && (
        <Form method="post" className="mt-2">
          <input type="hidden" name="recovery" value={row.id} />
          <SubmitButton look="secondary">
            {t("recoveries.urge")}
            <RowName row={row} />
          </SubmitButton>
        </Form>
      )}
    </div>
  );
}
