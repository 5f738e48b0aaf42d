import { Form, Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { TermDay } from "~/features/calendar/ui/term-day";
import { useLanguage } from "~/i18n/use-language";
import { shanghaiDay } from "~/kernel/plain-date";
import { DataTable } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { SubmitButton } from "~/ui/form";
import { Tag } from "~/ui/tag";
import { AssignForm } from "./assign-form";
import type { ShownTrouble } from "../use-cases/read-troubles.server";

/** What can't go on: thing, reason, office, day, and what may be done. */
export function TroubleTable({
  rows,
  administrators,
}: {
  rows: readonly ShownTrouble[];
  administrators: readonly Person[];
}) {
  const { t } = useWords(["troubles", "work"]);
  const columns = [
    { key: "what", head: t("what"), wide: true, cell: (row: ShownTrouble) => <What row={row} /> },
    { key: "reason", head: t("reason"), wide: true, cell: (row: ShownTrouble) => <Reason row={row} /> },
    { key: "office", head: t("office"), cell: (row: ShownTrouble) => <OfficeName row={row} /> },
    {
      key: "person",
      head: t("work:person"),
      cell: (row: ShownTrouble) => <PersonInCharge row={row} administrators={administrators} />,
    },
    { key: "since", head: t("since"), cell: ({ openedAt }: ShownTrouble) => <DateTimeText at={openedAt} /> },
    { key: "due", head: t("due"), cell: ({ dueOn }: ShownTrouble) => <TermDay day={dueOn} /> },
    { key: "act", head: t("outcomeLabel"), cell: (row: ShownTrouble) => <Acts row={row} /> },
  ];
  return (
    <div className="card">
      <DataTable caption={t("list")} hideCaption columns={columns} rows={rows} rowKey={({ id }) => id} />
    </div>
  );
}

function useStep() {
  const { t } = useWords("troubles");
  return (step: string) => t([`step.${step}`, "step.other"]);
}

function What({ row }: { row: ShownTrouble }) {
  const { t } = useWords("troubles");
  const step = useStep();
  return (
    <>
      <p className="font-semibold">{step(row.step)}</p>
      <p className="text-sm text-muted">
        {t(`kind.${row.kind}`)}
        {" · "}
        {row.caseHref ? <Link to={row.caseHref}>{row.number ?? t("case")}</Link> : (row.number ?? t("noCase"))}
      </p>
    </>
  );
}

function Reason({ row }: { row: ShownTrouble }) {
  const { t } = useWords(["troubles", "refusals"]);
  return (
    <>
      <p>{t([row.reason, "request.failed"], { ns: "refusals" })}</p>
      {row.seen > 1 && (
        <p className="text-sm text-muted">{t("seen", { count: row.seen, at: shanghaiDay(row.seenAt) })}</p>
      )}
      {row.detail && (
        <details className="text-sm text-muted">
          <summary>{t("technical")}</summary>
          <code className="break-all">{row.detail}</code>
        </details>
      )}
    </>
  );
}

function OfficeName({ row }: { row: ShownTrouble }) {
  const { t } = useWords("troubles");
  const language = useLanguage();
  if (!row.departmentId) return t("administrators");
  return `${row.region?.[language] ?? ""} ${row.office?.[language] ?? row.departmentId}`;
}

type Person = { id: string; displayName: string };

/** Who has it; administrators give what is theirs to one of them. */
function PersonInCharge({ row, administrators }: { row: ShownTrouble; administrators: readonly Person[] }) {
  const { t } = useWords(["troubles", "work"]);
  const step = useStep();
  if (row.outcome || row.departmentId || administrators.length === 0) return row.person ?? t("work:everyone");
  const label = t("work:reassign", { number: "", stage: step(row.step) });
  return <AssignForm taskId={row.taskId} assigneeId={row.assigneeId} people={administrators} label={label} />;
}

function Acts({ row }: { row: ShownTrouble }) {
  const { t } = useWords("troubles");
  const step = useStep();
  if (row.outcome)
    return (
      <>
        <Tag tone={row.outcome === "resolved" ? "good" : "plain"}>{t(`outcome.${row.outcome}`)}</Tag>
        {row.comment && <p className="mt-1 text-sm">{row.comment}</p>}
      </>
    );
  return (
    <div className="space-y-2">
      {row.retriedAt && <Tag tone="info">{t("retried")}</Tag>}
      {row.mayRetry && (
        <Form method="post">
          <input type="hidden" name="id" value={row.id} />
          <button
            name="intent"
            value="retry"
            className="button button-secondary"
            aria-label={t("retryOf", { what: step(row.step) })}
          >
            {t("retry")}
          </button>
        </Form>
      )}
      {row.mayGiveUp && <GiveUp id={row.id} />}
      {!row.mayRetry && !row.mayGiveUp && !row.retriedAt && <Tag tone="warn">{t("open")}</Tag>}
    </div>
  );
}

function GiveUp({ id }: { id: string }) {
  const { t } = useWords("troubles");
  return (
    <details>
      <summary className="cursor-pointer font-medium">{t("giveUp")}</summary>
      <Form method="post" className="mt-2">
        <input type="hidden" name="id" value={id} />
        <label className="mb-1 block font-semibold" htmlFor={`reason-${id}`}>
          {t("giveUpReason")}
        </label>
        <p id={`hint-${id}`} className="mb-1 text-sm text-muted">
          {t("giveUpHint")}
        </p>
        <textarea
          id={`reason-${id}`}
          name="reason"
          rows={2}
          required
          maxLength={500}
          aria-describedby={`hint-${id}`}
          className="field mb-2"
        />
        <SubmitButton name="intent" value="give-up" look="danger">
          {t("giveUpConfirm")}
        </SubmitButton>
      </Form>
    </details>
  );
}
