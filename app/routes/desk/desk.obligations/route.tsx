import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { ObligationLines } from "~/features/redemption/ui/obligation-lines";
import { decideObligationForm } from "./obligation-form.server";
import { readObligations } from "~/features/redemption/use-cases/read-obligations.server";
import { languageOf } from "~/door/language.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues } from "~/door/read-form.server";
import type { RouteHandle } from "~/routes-handle";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary, SubmitButton, TextAreaField, TextField, type FormAnswer } from "~/ui/form";
import { KeptForm } from "~/ui/kept-form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "review:application:department" } satisfies RouteHandle;

export const loader = guardedLoader("review:application:department", async ({ request, context, actor }) => ({
  rows: await readObligations(
    { tx: context.prisma, clock: context.clock, catalogue: context.catalogue, actor },
    await languageOf(request),
  ),
  key: context.random.uuid(),
}));

export const action = guardedAction(
  "review:application:department",
  async ({ request, context, actor }): Promise<FormAnswer | Response> => {
    const values = await formValues(request);
    const errors = await decideObligationForm(context, actor, values);
    return errors ? { errors, values } : redirect("/desk/obligations");
  },
);

export default function Obligations() {
  const { rows, key } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const answer = answered && "errors" in answered ? answered : undefined;
  const { t } = useWords("redemption");
  return (
    <>
      <PageTitle title={t("obligations.title")} lead={t("obligations.lead")} />
      <RefusalAlert refusal={refusalOf(answered)} />
      <ErrorSummary
        errors={answer?.errors ?? {}}
        labels={Object.fromEntries(
          rows.flatMap(({ id }) => [
            [`note-${id}`, t("obligations.noteField")],
            [`found-${id}`, t("obligations.foundField")],
          ]),
        )}
      />
      {rows.length === 0 ? (
        <EmptyState title={t("obligations.none")} />
      ) : (
        <ul className="space-y-6">
          {rows.map((row) => (
            <li key={row.id} className="card">
              <h2 className="mb-2 text-[1.0625rem]">
                <Link to={`/desk/cases/${row.applicationId}`}>
                  {row.firm} · {row.number}
                </Link>
              </h2>
              <p className="mb-2 text-muted">{row.item}</p>
              <ObligationLines obligation={row} />
              {row.status === "open" && <Decide row={row} idempotencyKey={key} answer={answer} />}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["rows"][number];

/** What was found, and the office's word on it; before its last day an obligation can only be found broken. */
function Decide({ row, idempotencyKey, answer }: { row: Row; idempotencyKey: string; answer: FormAnswer | undefined }) {
  const { t } = useWords("redemption");
  const own = answer?.values["id"] === row.id ? answer : undefined;
  const form = (
    <KeptForm keep={`obligation:${row.id}`}>
      {(kept) => (
        <>
          <input type="hidden" name="id" value={row.id} />
          <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
          {row.figure && (
            <TextField
              name={`found-${row.id}`}
              label={t("obligations.foundField")}
              hint={row.figure.label}
              inputMode="decimal"
              value={own?.values[`found-${row.id}`] ?? kept[`found-${row.id}`]}
              error={own?.errors[`found-${row.id}`]}
              optional
            />
          )}
          <TextAreaField
            name={`note-${row.id}`}
            label={t("obligations.noteField")}
            hint={t("obligations.noteHint")}
            value={own?.values[`note-${row.id}`] ?? kept[`note-${row.id}`]}
            error={own?.errors[`note-${row.id}`]}
          />
          <div className="flex flex-wrap gap-3">
            {row.isDue && (
              <SubmitButton name="outcome" value="kept">
                {t("obligations.kept")}
              </SubmitButton>
            )}
            <SubmitButton name="outcome" value="broken" look="secondary">
              {t(row.clawbackPercent > 0 ? "obligations.brokenBack" : "obligations.broken")}
            </SubmitButton>
          </div>
        </>
      )}
    </KeptForm>
  );
  if (row.isDue) return <div className="mt-4">{form}</div>;
  return (
    <details className="mt-2" open={own !== undefined}>
      <summary className="inline-flex min-h-11 items-center text-brand-700 underline">{t("obligations.early")}</summary>
      {form}
    </details>
  );
}
