import { redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { CircleCheck } from "~/ui/icons";
import { useWords } from "~/i18n/use-words";
import { ProvisionalNote, TermDay } from "~/features/calendar/ui/term-day";
import { Handlers } from "~/features/applications/ui/handlers";
import { readTrack } from "~/features/applications/use-cases/read-track.server";
import { languageOf } from "~/door/language.server";
import { useSay } from "~/i18n/use-language";
import { guardedLoader } from "~/door/guard.server";
import { ownFirm } from "~/door/own-firm.server";
import type { RouteHandle } from "~/routes-handle";
import { Money } from "~/ui/money";

export const handle = { access: "read:application:own" } satisfies RouteHandle;

/** What was just submitted: its number, until when it is promised, who has it, what comes next. */
export const loader = guardedLoader("read:application:own", async ({ request, params, context, actor }) => {
  const deps = { tx: context.prisma, clock: context.clock, catalogue: context.catalogue };
  const track = await readTrack(deps, params["id"] ?? "", ownFirm(actor), await languageOf(request));
  if (track.state === "draft") throw redirect(`/firm/drafts/${track.id}`);
  const { id, number, title, promisedOn, promisedWorkingDays, checkedWithin, claimedFen, tasks, next } = track;
  return { id, number, title, promisedOn, promisedWorkingDays, checkedWithin, claimedFen, tasks, next };
});

export default function Done() {
  const done = useLoaderData<typeof loader>();
  const { t } = useWords("applications");
  const say = useSay();
  return (
    <>
      <section className="mb-6 rounded-xl bg-good p-6 text-white sm:p-8" aria-labelledby="done">
        <h1 id="done" className="flex items-center gap-3">
          <CircleCheck aria-hidden className="shrink-0" />
          {t("done.title")}
        </h1>
        <p className="mt-2">{say(done.title)}</p>
        <p className="mt-4">{t("done.number")}</p>
        <p className="text-2xl font-bold tabular-nums">{done.number}</p>
      </section>
      <dl className="card mb-6 grid gap-4 sm:grid-cols-2">
        {done.promisedOn && (
          <div>
            <dt className="text-sm text-muted">{t("done.promised")}</dt>
            <dd className="mt-1 text-xl font-bold">
              <TermDay day={done.promisedOn} />
            </dd>
            <dd className="text-sm text-muted">{t("done.promisedDays", { count: done.promisedWorkingDays })}</dd>
          </div>
        )}
        {done.claimedFen !== null && (
          <div>
            <dt className="text-sm text-muted">{t("track.claimed")}</dt>
            <dd className="mt-1 text-xl font-bold">
              <Money fen={done.claimedFen} />
            </dd>
          </div>
        )}
      </dl>
      <ProvisionalNote days={[done.promisedOn, ...done.tasks.map(({ dueOn }) => dueOn)]} />
      <Handlers title={t("done.now")} tasks={done.tasks} />
      <section className="card mb-6">
        <h2 className="mb-3">{t("done.next")}</h2>
        <ol className="list-decimal space-y-2 pl-6">
          {done.next.map(({ step, department, workingDays }) => (
            <li key={`${step}${department}`}>{t(`done.step.${step}`, { department, count: workingDays })}</li>
          ))}
        </ol>
        {done.checkedWithin !== null && <p className="mt-4">{t("done.checked", { count: done.checkedWithin })}</p>}
        <p className="mt-4">{t("done.told")}</p>
        <p className="mt-2">{t("done.wrong")}</p>
        <p className="mt-2">{t("done.question")}</p>
      </section>
      <p className="no-print flex flex-wrap gap-3">
        <Link to={`/firm/applications/${done.id}`} className="button button-primary">
          {t("done.track")}
        </Link>
        <Link to={`/firm/applications/${done.id}#messages`} className="button button-secondary">
          {t("done.ask")}
        </Link>
        <button type="button" className="button button-quiet" onClick={() => window.print()}>
          {t("done.print")}
        </button>
      </p>
    </>
  );
}
