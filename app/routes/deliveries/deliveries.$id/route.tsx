import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { DeliveryEffect } from "~/features/deliveries/ui/delivery-effect";
import { DeliverySteps } from "~/features/deliveries/ui/delivery-steps";
import { DeliverySummary } from "~/features/deliveries/ui/delivery-summary";
import { deliverySteps } from "~/features/deliveries/domain/delivery-machine";
import { decideDelivery } from "~/features/deliveries/use-cases/decide-delivery.server";
import { readDeliveryPage } from "~/features/deliveries/use-cases/read-deliveries.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { languageOf } from "~/door/language.server";
import { formValues } from "~/door/read-form.server";
import { wordsWithin } from "~/kernel/reading/words-within";
import { choiceOf } from "~/kernel/step-of";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { FollowsByItself } from "~/ui/waiting";

export const handle = { access: "deliver:fact:department" } satisfies RouteHandle;

export const loader = guardedLoader("deliver:fact:department", async ({ request, params, context, actor }) => {
  const deps = { tx: context.prisma, catalogue: context.catalogue, actor };
  return { shown: await readDeliveryPage(deps, params["id"] ?? "", await languageOf(request)) };
});

export const action = guardedAction("deliver:fact:department", async ({ request, params, context, actor }) => {
  const { intent, reason = "" } = await formValues(request);
  const id = params["id"] ?? "";
  const step = choiceOf(deliverySteps, intent);
  const order = { id, step, reason: wordsWithin(reason, 500) };
  await perform(context, actor, (deps) => decideDelivery({ ...deps, actor }, order));
  return redirect(`/deliveries/${id}?done=${step}`);
});

const deeds = ["handedOver", ...deliverySteps] as const;

export default function Delivery() {
  const { shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords("deliveries");
  const asked = useSearchParams()[0].get("done");
  const done = deeds.find((each) => each === asked);
  return (
    <>
      <PageTitle title={shown.title} lead={`${t(`kind.${shown.kind}`)} · ${t(`state.${shown.state}`)}`}>
        <Link to="/deliveries" className="button button-quiet">
          {t("back")}
        </Link>
      </PageTitle>
      <RefusalAlert refusal={refusalOf(answer)} />
      {done && <Alert tone="good">{t(`done.${done}`)}</Alert>}
      {shown.isWorkedOn && <FollowsByItself>{t("one.works")}</FollowsByItself>}
      <div className="grid gap-6 lg:grid-cols-[2fr_1fr]">
        <div className="min-w-0">
          {shown.effect && <DeliveryEffect effect={shown.effect} />}
          <DeliverySteps shown={shown} />
        </div>
        <aside className="h-fit min-w-0">
          <DeliverySummary shown={shown} />
        </aside>
      </div>
    </>
  );
}
