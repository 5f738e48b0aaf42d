import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { readSum } from "~/routes/desk/desk.cases.$id/review-form.server";
import { decideSelection, proposeSelection, readSelection } from "~/features/redemption/use-cases/select-yearly.server";
import { useSay } from "~/i18n/use-language";
import type { Bilingual } from "~/kernel/bilingual";
import { formatYuan } from "~/kernel/money";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { yearAsked } from "~/door/page-of.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { SubmitButton, TextField } from "~/ui/form";
import { KeptForm } from "~/ui/kept-form";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { Tag } from "~/ui/tag";
import { stepOf } from "~/kernel/step-of";
import type { Deps } from "~/platform/context.server";

export const handle = { access: "review:application:department" } satisfies RouteHandle;

export const loader = guardedLoader("review:application:department", ({ request, params, context, actor }) =>
  readSelection(
    { tx: context.prisma, catalogue: context.catalogue, actor },
    params["itemId"] ?? "",
    yearAsked(request, context.clock),
  ),
);

export const action = guardedAction("review:application:department", async ({ request, params, context, actor }) => {
  const year = yearAsked(request, context.clock);
  const itemId = params["itemId"] ?? "";
  const { intent, poolYuan = "" } = await formValues(request);
  const decide = (confirm: boolean) => (deps: Deps) => decideSelection({ ...deps, actor }, { itemId, year, confirm });
  const steps = {
    propose: (deps: Deps) => proposeSelection({ ...deps, actor }, { itemId, year, poolFen: readSum(poolYuan) ?? 0n }),
    confirm: decide(true),
    drop: decide(false),
  };
  await perform(context, actor, stepOf(steps, intent));
  return redirect(`/desk/selections/${itemId}?year=${year}&done=${intent}`);
});

export default function Selection() {
  const { titles, quota, reviewed, waiting, round, quotaLeft, payableFen } = useLoaderData<typeof loader>();
  const { t } = useWords(["redemption", "common"]);
  const say = useSay();
  const lead = [
    quota?.count ? t("selections.quota", { count: quota.count, per: t(`selections.per.${quota.per}`) }) : null,
    titles.length > 1 ? t("selections.shared") : null,
    quotaLeft === null ? null : t("selections.quotaLeft", { count: quotaLeft }),
    quota?.order === "lot" ? t("selections.lot") : null,
    quota?.proRata ? t("selections.proRata") : null,
  ]
    .filter(Boolean)
    .join(t("comma", { ns: "common" }));
  return (
    <>
      <PageTitle title={titles.map(say).join(t("comma", { ns: "common" }))} lead={lead || t("selections.title")} />
      <RefusalAlert refusal={refusalOf(useActionData())} />
      {reviewed > 0 && <Alert tone="warn">{t("selections.reviewed", { count: reviewed })}</Alert>}
      <Done />
      {round ? (
        <Round round={round} several={titles.length > 1} />
      ) : (
        <Waiting rows={waiting} several={titles.length > 1} payableFen={payableFen} />
      )}
    </>
  );
}

/** What became of the proposal that was just decided. */
function Done() {
  const { t } = useWords("redemption");
  const done = useSearchParams()[0].get("done");
  if (done === "confirm") return <Alert tone="good">{t("selections.confirmed")}</Alert>;
  return done === "drop" ? <Alert tone="info">{t("selections.dropped")}</Alert> : null;
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

/** Which item a case is of, where several have the quota. */
function useItemColumn(several: boolean) {
  const { t } = useWords("redemption");
  const say = useSay();
  return several ? [{ key: "item", head: t("desk.item"), cell: ({ item }: { item: Bilingual }) => say(item) }] : [];
}

type WaitingProps = { rows: Shown["waiting"]; several: boolean; payableFen: bigint };

function Waiting({ rows, several, payableFen }: WaitingProps) {
  const { t } = useWords(["redemption", "common"]);
  const itemColumn = useItemColumn(several);
  if (rows.length === 0) return <EmptyState title={t("selections.noneLeft")} />;
  type Row = (typeof rows)[number];
  const columns = [
    { key: "number", head: t("desk.number"), cell: (row: Row) => row.number },
    { key: "firm", head: t("desk.firm"), cell: (row: Row) => row.firm },
    ...itemColumn,
    { key: "score", head: t("selections.score"), figure: true, cell: (row: Row) => row.score ?? "—" },
    { key: "claimed", head: t("selections.claimed"), figure: true, cell: (row: Row) => <Money fen={row.fen} /> },
  ];
  return (
    <section className="card">
      <DataTable caption={t("selections.waiting")} columns={columns} rows={rows} rowKey={(row) => row.id} />
      <div className="mt-6">
        <KeptForm keep={`selection:${rows.map(({ id }) => id.slice(-6)).join("")}`}>
          {(kept) => (
            <>
              <input type="hidden" name="intent" value="propose" />
              <TextField
                name="poolYuan"
                label={t("selections.pool")}
                hint={t("selections.payable", { sum: formatYuan(payableFen) })}
                inputMode="decimal"
                value={kept["poolYuan"]}
              />
              <SubmitButton>{t("selections.propose")}</SubmitButton>
            </>
          )}
        </KeptForm>
      </div>
    </section>
  );
}

function Round({ round, several }: { round: NonNullable<Shown["round"]>; several: boolean }) {
  const { t } = useWords(["redemption", "common"]);
  const itemColumn = useItemColumn(several);
  type Row = (typeof round.lines)[number];
  const columns = [
    { key: "rank", head: t("selections.rank"), figure: true, cell: (row: Row) => row.rank },
    { key: "number", head: t("desk.number"), cell: (row: Row) => row.number },
    { key: "firm", head: t("desk.firm"), cell: (row: Row) => row.firm },
    ...itemColumn,
    { key: "score", head: t("selections.score"), figure: true, cell: (row: Row) => row.score ?? "—" },
    { key: "claimed", head: t("selections.claimed"), figure: true, cell: (row: Row) => <Money fen={row.fen} /> },
    {
      key: "approved",
      head: t("selections.approved"),
      figure: true,
      cell: (row: Row) => <Money fen={row.approvedFen} />,
    },
    {
      key: "chosen",
      head: t("selections.chosen"),
      cell: (row: Row) => (
        <>
          <Tag tone={row.selected ? "good" : "plain"}>
            {t(row.selected ? "selections.chosen" : "selections.notChosen")}
          </Tag>
          {row.barred && <p className="text-sm text-muted">{row.barred}</p>}
        </>
      ),
    },
  ];
  return (
    <section className="card">
      <p className="mb-3">
        {t("selections.pool")}
        {t("colon", { ns: "common" })}
        <Money fen={round.poolFen} />
      </p>
      <DataTable
        caption={t("selections.title")}
        hideCaption
        columns={columns}
        rows={round.lines}
        rowKey={(row) => row.applicationId}
      />
      {round.own && <Alert tone="info">{t("selections.own")}</Alert>}
      <Form method="post" className="mt-4 flex flex-wrap gap-3">
        {!round.own && (
          <SubmitButton name="intent" value="confirm">
            {t("selections.confirm")}
          </SubmitButton>
        )}
        <SubmitButton name="intent" value="drop" look="secondary">
          {t("selections.drop")}
        </SubmitButton>
      </Form>
    </section>
  );
}
