import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { chosenYear, readGroupForm } from "~/features/enterprises/use-cases/read-group-form.server";
import { personNames } from "~/features/identity/use-cases/person-names.server";
import { saveGroup } from "~/features/enterprises/use-cases/save-group.server";
import { QuickQuestion } from "~/features/matching/ui/quick-check-form";
import { languageOf } from "~/door/language.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { useLanguage } from "~/i18n/use-language";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { ownFirm } from "~/door/own-firm.server";
import { formValues } from "~/door/read-form.server";
import { safeReturn } from "~/door/sign-in-redirect.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { DateTimeText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary, SubmitButton, type FormAnswer } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "read:profile:own" } satisfies RouteHandle;

export const loader = guardedLoader("read:profile:own", async ({ request, params, context, actor }) => {
  const deps = { tx: context.prisma, clock: context.clock, catalogue: context.catalogue, namesOf: personNames };
  const { searchParams } = new URL(request.url);
  const all = searchParams.has("all");
  const form = await readGroupForm(deps, ownFirm(actor), params["group"] ?? "", {
    all,
    language: await languageOf(request),
    year: chosenYear(shanghaiDay(context.clock.now()), searchParams.get("year")),
  });
  return { ...form, all, back: searchParams.get("back"), mayWrite: actor.permissions.has("write:profile:own") };
});

export const action = guardedAction(
  "write:profile:own",
  async ({ request, params, context, actor }): Promise<FormAnswer | Response> => {
    const values = await formValues(request);
    const { searchParams } = new URL(request.url);
    const errors = await perform(context, actor, (deps) =>
      saveGroup(deps, ownFirm(actor), params["group"] ?? "", values, searchParams.get("year")),
    );
    return Object.keys(errors).length > 0
      ? { errors, values }
      : redirect(safeReturn(searchParams.get("back"), "/firm/profile"));
  },
);

export default function ProfileGroup() {
  const { label, year, years, questions, all, back, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<FormAnswer>();
  const { t } = useWords("enterprises");
  const language = useLanguage();
  return (
    <>
      <PageTitle title={label} lead={t("profile.year", { year })}>
        <Link to={place({ all: !all, back, year })} className="button button-quiet">
          {t(all ? "profile.relevant" : "profile.all")}
        </Link>
      </PageTitle>
      <nav aria-label={t("profile.years")} className="mb-4 flex flex-wrap gap-2">
        {years.map((each) => (
          <Link
            key={each}
            to={place({ all, back, year: each })}
            aria-current={each === year ? "page" : undefined}
            className={`button ${each === year ? "button-secondary" : "button-quiet"}`}
          >
            {each}
          </Link>
        ))}
      </nav>
      {year !== years[0] && <Alert tone="info">{t("profile.ofYear", { year })}</Alert>}
      <RefusalAlert refusal={refusalOf(answer)} />
      {questions.length === 0 && (
        <EmptyState title={t("profile.noneOfYear", { year })}>
          <Link to={place({ all: true, back, year })}>{t("profile.all")}</Link>
        </EmptyState>
      )}
      <ErrorSummary
        errors={answer?.errors ?? {}}
        labels={Object.fromEntries(questions.map((question) => [question.name, question[language]]))}
      />
      <Form key={year} method="post" className={questions.length === 0 ? "hidden" : "card"} noValidate>
        {questions.map((question) => (
          <div key={question.name}>
            {question.fixed === null ? (
              <QuickQuestion
                fact={question}
                said={answer?.values?.[question.name] ?? question.value}
                error={answer?.errors?.[question.name]}
              />
            ) : (
              <div className="mb-5">
                <p className="font-semibold">{question[language]}</p>
                <p>{question.fixed}</p>
              </div>
            )}
            {question.ignored && <p className="-mt-4 mb-5 text-sm font-medium text-bad">{t("profile.ignored")}</p>}
            {question.said && (
              <p className={`-mt-4 text-sm text-muted ${question.history.length > 0 ? "mb-1" : "mb-5"}`}>
                <Said {...question.said} />
              </p>
            )}
            {question.history.length > 0 && (
              <details className="mb-5 text-sm">
                <summary className="inline-flex min-h-11 items-center">
                  {t("profile.history", { count: question.history.length })}
                </summary>
                <ul className="list-disc pl-6">
                  {question.history.map((earlier) => (
                    <li key={earlier.at.getTime()}>
                      {earlier.value}{" "}
                      <span className="text-muted">
                        <Said {...earlier} />
                      </span>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </div>
        ))}
        {mayWrite && <SubmitButton>{t("profile.save")}</SubmitButton>}
      </Form>
    </>
  );
}

type SaidOf = {
  source: "declared" | "verified" | "imported";
  by: string | null;
  at: Date;
  basis: string | null;
  absent: boolean;
};

/** Who said it, as what, out of which file or list, and when. */
function Said({ source, by, at, basis, absent }: SaidOf) {
  const { t } = useWords("enterprises");
  return (
    <>
      {t(`profile.source.${source}`)}
      {by && <> · {by}</>}
      {basis && <> · {t(absent ? "profile.notOn" : "profile.from", { basis })}</>} · <DateTimeText at={at} />
    </>
  );
}

/** The same page with another choice. */
function place({ all, back, year }: { all: boolean; back: string | null; year: number }): string {
  return `?${new URLSearchParams({ year: String(year), ...(all ? { all: "" } : {}), ...(back ? { back } : {}) })}`;
}
