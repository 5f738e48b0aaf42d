import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { createBatch } from "~/features/treasury/use-cases/create-batch.server";
import { readPool } from "~/features/funds/use-cases/keep-pool.server";
import { readPending } from "~/features/treasury/use-cases/read-payments.server";
import { requeuePayment } from "~/features/treasury/use-cases/reissue-payment.server";
import { treasuryRegion } from "~/features/funds/use-cases/treasury-region.server";
import { FinanceNav } from "~/features/funds/ui/finance-nav";
import { PaymentPicker } from "~/features/treasury/ui/payment-picker";
import { ReturnedPayments } from "~/features/treasury/ui/returned-payments";
import { rowName } from "~/features/policies/domain/item-name";
import { useSay } from "~/i18n/use-language";
import { formatYuan } from "~/kernel/money";
import { shanghaiDay } from "~/kernel/plain-date";
import { readDate } from "~/kernel/reading/read-date";
import { wordsWithin } from "~/kernel/reading/words-within";
import { ComingInstalments } from "~/features/redemption/ui/coming-instalments";
import { readComing } from "~/features/redemption/use-cases/read-instalments.server";
import { languageOf } from "~/door/language.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { pageOf } from "~/door/page-of.server";
import { formLists } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterSearch, FilterSelect } from "~/ui/filter-bar";
import { DateField, ErrorSummary, SubmitButton, TextField, type FormAnswer } from "~/ui/form";
import { SelectField } from "~/ui/choice-fields";
import { KeptForm } from "~/ui/kept-form";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { StatTile, StatTiles } from "~/ui/stat-tile";
import { stepOf } from "~/kernel/step-of";

export const handle = { access: "read:payment:region" } satisfies RouteHandle;

export const loader = guardedLoader("read:payment:region", async ({ request, context, actor }) => {
  const region = treasuryRegion(actor);
  const search = new URL(request.url).searchParams;
  const today = shanghaiDay(context.clock.now());
  const filter = {
    q: search.get("q")?.trim().slice(0, 100) || undefined,
    item: search.get("item") || undefined,
    lateOn: search.get("late") === "1" ? today : undefined,
  };
  const reading = { tx: context.prisma, clock: context.clock };
  const [pending, coming, pool] = await Promise.all([
    readPending(reading, region, filter, pageOf(request)),
    readComing(reading, region, await languageOf(request)),
    readPool({ tx: context.prisma }, region),
  ]);
  return { pending, coming, pool, filter, today, key: context.random.uuid() };
});

export const action = guardedAction(
  "manage:payment:region",
  async ({ request, context, actor }): Promise<FormAnswer | Response> => {
    const { values, lists } = await formLists(request, ["payment"]);
    const text = (name: string) => (values[name] ?? "").trim();
    const requeue = async () => {
      await perform(context, actor, (deps) => requeuePayment({ ...deps, actor }, text("requeue")));
      return redirect("/finance/payments");
    };
    const batch = async () => {
      const day = text("requestedOn") === "" ? null : readDate(text("requestedOn"));
      if (day && !day.ok) return { errors: { requestedOn: day.problem }, values };
      const order = {
        paymentIds: lists.payment,
        source: text("source") === "pool" ? ("pool" as const) : ("treasury" as const),
        requestedOn: day?.value,
        note: wordsWithin(text("note"), 200) || undefined,
        idempotencyKey: text("idempotencyKey"),
      };
      const id = await perform(context, actor, (deps) => createBatch({ ...deps, actor }, order));
      return redirect(`/finance/batches/${id}`);
    };
    return stepOf({ requeue, batch }, values["intent"] ?? "batch")();
  },
);

export default function Payments() {
  const { pending, coming, pool, filter, today, key } = useLoaderData<typeof loader>();
  const { t } = useWords("funds");
  const say = useSay();
  const answer = useActionData<FormAnswer>();
  const isNarrowed = Boolean(filter.q ?? filter.item ?? filter.lateOn);
  const sources = (["treasury", "pool"] as const)
    .filter((source) => source === "treasury" || pool)
    .map((value) => ({ value, label: t(`payments.sources.${value}`) }));
  return (
    <>
      <FinanceNav />
      <PageTitle title={t("payments.title")} lead={t("payments.lead")} />
      <RefusalAlert refusal={refusalOf(answer)} />
      <ErrorSummary errors={answer?.errors ?? {}} labels={{ requestedOn: t("payments.requestedOn") }} />
      {pool?.isBelowFloor && <Alert tone="warn">{t("payments.poolLow", { sum: formatYuan(pool.availableFen) })}</Alert>}
      <StatTiles>
        <StatTile label={t("payments.total", { count: pending.count })} value={<Money fen={pending.totalFen} />} />
      </StatTiles>
      <FilterBar active={isNarrowed}>
        <FilterSearch name="q" label={t("payments.search")} value={filter.q} />
        <FilterSelect
          name="item"
          label={t("payments.item")}
          value={filter.item}
          all={t("payments.allItems")}
          options={pending.items.map((item) => ({ value: item.id, label: say(rowName(item)) }))}
        />
        <FilterSelect
          name="late"
          label={t("payments.due")}
          value={filter.lateOn ? "1" : undefined}
          all={t("payments.dueAll")}
          options={[{ value: "1", label: t("payments.late") }]}
        />
      </FilterBar>
      {pending.count === 0 ? (
        <EmptyState title={t(isNarrowed ? "payments.noneSo" : "payments.none")} />
      ) : (
        <section className="card">
          <KeptForm keep={`batch:${pending.rows.map(({ id }) => id.slice(-6)).join("")}`}>
            {(kept) => (
              <>
                <input type="hidden" name="idempotencyKey" value={key} />
                <PaymentPicker
                  rows={pending.rows}
                  kept={(kept["payment"] ?? "").split("\n")}
                  caption={t("payments.title")}
                />
                <div className="mt-4 grid gap-x-4 sm:grid-cols-3">
                  <SelectField
                    name="source"
                    label={t("payments.source")}
                    options={sources}
                    value={kept["source"] ?? "treasury"}
                  />
                  <DateField
                    name="requestedOn"
                    label={t("payments.requestedOn")}
                    value={answer?.values?.["requestedOn"] ?? kept["requestedOn"] ?? today}
                    error={answer?.errors?.["requestedOn"]}
                  />
                  <TextField name="note" label={t("payments.note")} optional value={kept["note"]} />
                </div>
                <SubmitButton>{t("payments.make")}</SubmitButton>
              </>
            )}
          </KeptForm>
        </section>
      )}
      <Pagination page={pending.page} pages={pending.pages} />
      <ReturnedPayments rows={pending.returned} />
      <ComingInstalments rows={coming} />
    </>
  );
}
