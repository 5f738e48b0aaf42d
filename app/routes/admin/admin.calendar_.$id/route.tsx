import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { useChangeTitle } from "~/features/calendar/ui/change-title";
import { ChangedDayTable } from "~/features/calendar/ui/changed-day-table";
import { MoveTable } from "~/features/calendar/ui/move-table";
import { terms } from "~/contexts.server";
import { confirmChange } from "~/features/calendar/use-cases/confirm-change.server";
import { readChangePage } from "~/features/calendar/use-cases/read-change.server";
import { languageOf } from "~/door/language.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { pageOf } from "~/door/page-of.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { SubmitButton } from "~/ui/form";
import { CheckField } from "~/ui/choice-fields";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "manage:calendar:all" } satisfies RouteHandle;

export const loader = guardedLoader("manage:calendar:all", async ({ request, params, context }) => {
  const page = pageOf(request);
  const { prisma: tx, clock, catalogue } = context;
  const shown = await readChangePage(
    { tx, clock, catalogue, terms },
    params["id"] ?? "",
    await languageOf(request),
    page,
  );
  return { ...shown, page };
});

export const action = guardedAction("manage:calendar:all", async ({ request, params, context, actor }) => {
  const { missingSeen } = await formValues(request);
  const id = params["id"] ?? "";
  await perform(context, actor, (deps) =>
    confirmChange({ ...deps, actor, terms }, id, { missingSeen: missingSeen === "1" }),
  );
  return redirect(`/admin/calendar/${id}`);
});

export default function CalendarChange() {
  const { change, counts, total, rows, page, pages } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords(["calendar", "applications", "troubles"]);
  const title = useChangeTitle();
  const done = change.status === "confirmed";
  return (
    <>
      <PageTitle title={title(change)} lead={change.issuedOn}>
        <Link to={`/admin/calendar?year=${change.year}`} className="button button-secondary">
          {t("change.back")}
        </Link>
        {total > 0 && (
          <a href={`/admin/calendar/${change.id}/export`} download className="button button-secondary">
            {t("change.export")}
          </a>
        )}
      </PageTitle>
      <RefusalAlert refusal={refusalOf(answer)} />
      {done && <Alert tone="good">{t("change.confirmed", { count: change.moved })}</Alert>}
      {change.unread.length > 0 && !done && (
        <Alert tone="info">
          {t("change.unread")} {change.unread.join("；")}
        </Alert>
      )}
      <section className="card mb-6">
        <h2 className="mb-3">{t("change.days")}</h2>
        <ChangedDayTable days={change.days} />
      </section>
      <section className="card mb-6">
        <h2 className="mb-3">{t(done ? "change.termsConfirmed" : "change.terms")}</h2>
        {total === 0 ? (
          <p>{t("change.noTerms")}</p>
        ) : (
          <>
            <p>
              <strong>{t("change.sum", { count: total })}</strong>
            </p>
            <ul className="mb-3 list-disc pl-5">
              {counts.map(({ kind, later, earlier }) => (
                <li key={kind}>{t("change.kindSum", { kind: t(`kind.${kind}`), later, earlier })}</li>
              ))}
            </ul>
            <p className="mb-3 text-sm text-muted">{t("change.rule")}</p>
            <MoveTable rows={rows} />
            <Pagination page={page} pages={pages} />
          </>
        )}
      </section>
      {!done && <Confirmation missing={change.missing} />}
    </>
  );
}

function Confirmation({ missing }: { missing: readonly string[] }) {
  const { t } = useWords("calendar");
  return (
    <Form method="post" className="card">
      {missing.length > 0 && (
        <>
          <Alert tone="warn">{t("change.missing", { days: missing.join("、") })}</Alert>
          <CheckField name="missingSeen" label={t("change.missingSeen")} />
        </>
      )}
      <p className="mb-4">{t("change.confirmHint")}</p>
      <SubmitButton>{t("change.confirm")}</SubmitButton>
    </Form>
  );
}
