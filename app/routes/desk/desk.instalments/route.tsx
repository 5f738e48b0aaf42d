import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { PartLines } from "~/features/redemption/ui/instalment-card";
import { decideInstalmentForm } from "./instalment-form.server";
import { readConditions } from "~/features/redemption/use-cases/read-instalments.server";
import { languageOf } from "~/door/language.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues } from "~/door/read-form.server";
import { useSay } from "~/i18n/use-language";
import type { RouteHandle } from "~/routes-handle";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary, SubmitButton, TextAreaField, type FormAnswer } from "~/ui/form";
import { KeptForm } from "~/ui/kept-form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { Tag } from "~/ui/tag";

export const handle = { access: "review:application:department" } satisfies RouteHandle;

export const loader = guardedLoader("review:application:department", async ({ request, context, actor }) => ({
  rows: await readConditions({ tx: context.prisma, clock: context.clock, actor }, await languageOf(request)),
}));

export const action = guardedAction(
  "review:application:department",
  async ({ request, context, actor }): Promise<FormAnswer | Response> => {
    const values = await formValues(request);
    const errors = await decideInstalmentForm(context, actor, values);
    return errors ? { errors, values } : redirect("/desk/instalments");
  },
);

export default function Instalments() {
  const { rows } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const answer = answered && "errors" in answered ? answered : undefined;
  const { t } = useWords("redemption");
  const say = useSay();
  return (
    <>
      <PageTitle title={t("instalments.title")} lead={t("instalments.lead")} />
      <RefusalAlert refusal={refusalOf(answered)} />
      <ErrorSummary
        errors={answer?.errors ?? {}}
        labels={Object.fromEntries(rows.map(({ id }) => [`note-${id}`, t("instalments.noteField")]))}
      />
      {rows.length === 0 ? (
        <EmptyState title={t("instalments.none")} />
      ) : (
        <ul className="space-y-6">
          {rows.map((row) => (
            <li key={row.id} className="card">
              <h2 className="mb-2 text-[1.0625rem]">
                <Link to={`/desk/cases/${row.applicationId}`}>
                  {row.firm} · {row.caseNumber}
                </Link>
              </h2>
              <p className="mb-2 text-muted">{say(row.item)}</p>
              <p>
                {t("instalments.condition", { what: row.condition })}{" "}
                {row.isDue && !row.decided && <Tag tone="bad">{t("instalments.overdue")}</Tag>}
              </p>
              <PartLines part={row} />
              {!row.decided && <Decide row={row} answer={answer} />}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["rows"][number];

/** The office's word on a condition, with what it found. */
function Decide({ row, answer }: { row: Row; answer: FormAnswer | undefined }) {
  const { t } = useWords("redemption");
  const own = answer?.values["id"] === row.id ? answer : undefined;
  if (!row.mayDecide) return <p className="mt-2 text-muted">{t("instalments.early")}</p>;
  return (
    <div className="mt-4">
      <KeptForm keep={`instalment:${row.id}`}>
        {(kept) => (
          <>
            <input type="hidden" name="id" value={row.id} />
            <TextAreaField
              name={`note-${row.id}`}
              label={t("instalments.noteField")}
              hint={t("instalments.noteHint")}
              value={own?.values[`note-${row.id}`] ?? kept[`note-${row.id}`]}
              error={own?.errors[`note-${row.id}`]}
            />
            <div className="flex flex-wrap gap-3">
              <SubmitButton name="outcome" value="confirmed">
                {t("instalments.confirm")}
              </SubmitButton>
              <SubmitButton name="outcome" value="denied" look="secondary">
                {t("instalments.deny")}
              </SubmitButton>
            </div>
          </>
        )}
      </KeptForm>
    </div>
  );
}
