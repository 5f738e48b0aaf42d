import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { ProvisionalMark, ProvisionalNote } from "~/features/calendar/ui/term-day";
import { readObjection } from "~/features/redemption/use-cases/raise-objection.server";
import { useSay } from "~/i18n/use-language";
import { isUuid } from "~/kernel/uuid";
import { Refusal } from "~/kernel/refusal";
import { guardedLoader } from "~/door/guard.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { DateTimeText } from "~/ui/date-text";
import { PageTitle } from "~/ui/page-title";
import { SummaryList } from "~/ui/summary-list";

export const handle = { access: "public" } satisfies RouteHandle;

export const loader = guardedLoader("public", ({ params, context }) => {
  const id = params["id"] ?? "";
  if (!isUuid(id)) throw new Refusal("request.not-found", 404);
  return readObjection({ tx: context.prisma }, id);
});

export default function ObjectionAnswer() {
  const shown = useLoaderData<typeof loader>();
  const { t } = useWords("redemption");
  const say = useSay();
  const [parameters] = useSearchParams();
  const rows = [
    { key: "firm", label: t("publicity.firm"), value: shown.firm },
    { key: "item", label: t("publicity.item"), value: say(shown.item) },
    {
      key: "status",
      label: t("objection.status"),
      value: t(`objection.${shown.outcome ?? (shown.admittedAt ? "waiting" : "unread")}`),
    },
    ...(shown.answer
      ? [
          {
            key: "answer",
            label: t("objection.answer"),
            value: (
              <>
                {shown.answer}
                {shown.answeredAt && (
                  <p className="text-muted">
                    <DateTimeText at={shown.answeredAt} />
                  </p>
                )}
              </>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <PageTitle title={t("side.objections")} />
      {parameters.has("raised") && shown.outcome === null && (
        <Alert tone="good" title={t("objection.raised")}>
          <p>
            {t("objection.keep", { day: shown.dueOn })}
            <ProvisionalMark day={shown.dueOn} />
          </p>
          <ProvisionalNote days={[shown.dueOn]} />
          {shown.admittedAt === null && <p>{t("objection.unreadText")}</p>}
        </Alert>
      )}
      <section className="card">
        <SummaryList rows={rows} />
      </section>
    </>
  );
}
