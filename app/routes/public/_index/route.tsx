import { Link, useFetcher, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { QuickCheckForm } from "~/features/matching/ui/quick-check-form";
import { ResultTiles, type ResultSummary } from "~/features/matching/ui/result-tiles";
import { checkVisitor, summarise } from "~/features/matching/use-cases/check-visitor.server";
import { quickQuestions } from "~/features/matching/use-cases/quick-questions.server";
import { isDoubtful, isInForce, stateOn } from "~/features/policies/domain/validity";
import { shanghaiDay } from "~/kernel/plain-date";
import { guardedLoader } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";
import type { SummaryAnswer } from "~/routes/public/check_.summary/route";
import { Alert } from "~/ui/alert";

export const handle = { access: "public" } satisfies RouteHandle;

export const loader = guardedLoader("public", async ({ context }) => {
  const today = shanghaiDay(context.clock.now());
  const real = context.catalogue.items.map(({ item }) => item).filter(({ document }) => !document.demo);
  const inForce = real.filter((item) => isInForce(item, today));
  const questions = quickQuestions(context);
  const { matches, received } = await checkVisitor(context, new URLSearchParams());
  return {
    ...questions,
    facts: questions.facts.slice(0, 3),
    summary: summarise(matches, received, today),
    doubtful: real.filter((item) => isDoubtful(stateOn(item, today))).length,
    counts: [
      { key: "items", value: inForce.length },
      { key: "regions", value: new Set(inForce.map((item) => item.region)).size },
      { key: "departments", value: new Set(inForce.map((item) => item.department)).size },
    ],
  };
});

export default function Home() {
  const { counts, doubtful, summary, places, zones, facts, demo } = useLoaderData<typeof loader>();
  const { t } = useWords(["policies", "common"]);
  const followed = useFetcher<SummaryAnswer>();
  const follow = (form: HTMLFormElement) => followed.load(`/check/summary?${answersOf(form)}`);
  return (
    <>
      <section className="mb-8 rounded-xl bg-brand-800 px-6 py-10 text-white sm:px-10">
        <h1 className="max-w-3xl text-3xl">{t("home.title")}</h1>
        <p className="mt-3 max-w-2xl text-brand-100">{t("home.lead")}</p>
        <dl className="mt-6 flex flex-wrap gap-8">
          {counts.map((count) => (
            <div key={count.key} className="flex flex-col-reverse">
              <dt className="text-sm text-brand-100">{t(`home.${count.key}`)}</dt>
              <dd className="text-3xl font-bold tabular-nums">{count.value}</dd>
            </div>
          ))}
        </dl>
        {doubtful > 0 && (
          <p className="mt-4 text-sm">
            <Link to="/policies?standing=doubtful" className="text-brand-100 underline">
              {t("home.doubtful", { count: doubtful })}
            </Link>
          </p>
        )}
      </section>
      <section aria-labelledby="quick" className="mb-8">
        <h2 id="quick" className="mb-3">
          {t("home.quick")}
        </h2>
        <QuickCheckForm places={places} zones={zones} facts={facts} said={{}} demo={demo} onAnswers={follow} />
        <div className="mt-4">
          {followed.data?.unknownCode ? (
            <Alert tone="warn">{t("check.unknownCode")}</Alert>
          ) : (
            <ResultTiles summary={followed.data ? inFen(followed.data.summary) : summary} />
          )}
        </div>
        <p className="text-sm text-muted">{t("check.note")}</p>
      </section>
      <section className="grid gap-4 md:grid-cols-2">
        <div className="card">
          <h2>{t("home.registerTitle")}</h2>
          <p className="mb-4 mt-2">{t("home.registerText")}</p>
          <Link to="/register" className="button button-primary">
            {t("register", { ns: "common" })}
          </Link>
        </div>
        <div className="card">
          <h2>{t("home.how")}</h2>
          <ol className="mt-2 list-decimal space-y-1 pl-6">
            <li>{t("home.step1")}</li>
            <li>{t("home.step2")}</li>
            <li>{t("home.step3")}</li>
          </ol>
        </div>
      </section>
    </>
  );
}

function inFen({ totals, ...counts }: SummaryAnswer["summary"]): ResultSummary {
  return { ...counts, totals: { ...totals, cash: BigInt(totals.cash), upTo: BigInt(totals.upTo) } };
}

/** A form's answers as a query; a credit code counts only once it is whole. */
function answersOf(form: HTMLFormElement): URLSearchParams {
  const answers = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && (name !== "code" || value.trim().length === 18)) answers.set(name, value);
  return answers;
}
