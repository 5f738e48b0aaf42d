import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { DeliveryFields } from "~/features/deliveries/ui/delivery-fields";
import { DeliveryProblems } from "~/features/deliveries/ui/delivery-problems";
import { HeadingMeanings } from "~/features/deliveries/ui/heading-meanings";
import { deliverableFacts } from "~/features/deliveries/use-cases/read-file.server";
import { places } from "~/features/policies/domain/places";
import { placesOf } from "~/features/policies/domain/catalogue";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { shanghaiDay } from "~/kernel/plain-date";
import type { RouteHandle } from "~/routes-handle";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary, SubmitButton } from "~/ui/form";
import { KeptForm } from "~/ui/kept-form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { handOverFromForm, type Answer } from "./hand-over-from-form.server";

export const handle = { access: "deliver:fact:department" } satisfies RouteHandle;

export const loader = guardedLoader("deliver:fact:department", ({ context, actor }) => {
  const { registry } = context.catalogue;
  const region = actor.regionCode ?? "";
  const own = placesOf(registry.regions, region);
  return {
    facts: deliverableFacts({ catalogue: context.catalogue, actor }).map(({ name, zh, en, values }) => ({
      ...{ name, zh, en },
      values,
    })),
    places: places(registry).filter(({ code }) => own.includes(code)),
    region,
    today: shanghaiDay(context.clock.now()),
    key: context.random.uuid(),
  };
});

export const action = guardedAction(
  "deliver:fact:department",
  async ({ request, context, actor }): Promise<Answer | Response> => {
    const done = await handOverFromForm(context, actor, request);
    return "id" in done ? redirect(`/deliveries/${done.id}?done=handedOver`) : done;
  },
);

export default function NewDelivery() {
  const { facts, places: choices, region, today, key } = useLoaderData<typeof loader>();
  const sent = useActionData<Answer>();
  const answer = sent && "errors" in sent ? sent : null;
  const { t } = useWords("deliveries");
  const names = ["kind", "title", "number", "placeCode", "asOf", "fact", "onList", "complete"] as const;
  const labels = { ...Object.fromEntries(names.map((name) => [name, t(`form.${name}`)])), file: t("form.file") };
  const title = (
    <PageTitle title={t("new")} lead={t("form.lead")}>
      <Link to="/deliveries" className="button button-quiet">
        {t("back")}
      </Link>
    </PageTitle>
  );
  if (facts.length === 0)
    return (
      <>
        {title}
        <EmptyState title={t("noFacts")} />
      </>
    );
  return (
    <>
      {title}
      <RefusalAlert refusal={refusalOf(sent)} />
      <ErrorSummary errors={answer?.errors ?? {}} labels={labels} />
      {answer?.problems && <DeliveryProblems {...answer.problems} />}
      <KeptForm keep="delivery" encType="multipart/form-data" noValidate>
        {(kept) => (
          <>
            <input type="hidden" name="idempotencyKey" value={answer?.values["idempotencyKey"] ?? key} />
            <DeliveryFields
              facts={facts}
              places={choices}
              values={{ placeCode: region, asOf: today, kind: "facts", ...kept, ...answer?.values }}
              errors={answer?.errors ?? {}}
              file={answer?.file ?? null}
            />
            {answer?.unplaced && <HeadingMeanings headings={answer.unplaced} facts={facts} values={answer.values} />}
            <SubmitButton>{t(answer?.unplaced ? "mapping.send" : "form.send")}</SubmitButton>
          </>
        )}
      </KeptForm>
    </>
  );
}
