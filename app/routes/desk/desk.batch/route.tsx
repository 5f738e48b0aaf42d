import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { batchAction, batchIds } from "~/features/redemption/domain/batch-review";
import { previewBatch } from "~/features/redemption/use-cases/preview-batch.server";
import { reviewBatch } from "~/features/redemption/use-cases/review-batch.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formLists } from "~/door/read-form.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { DataTable, type Column } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { SubmitButton, TextAreaField } from "~/ui/form";
import { CheckField } from "~/ui/choice-fields";
import { KeptForm } from "~/ui/kept-form";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { Tag } from "~/ui/tag";

export const handle = { access: "review:application:department" } satisfies RouteHandle;

export const loader = guardedLoader("review:application:department", async ({ request, context, actor }) => {
  const { searchParams } = new URL(request.url);
  const action = batchAction(searchParams.get("action"));
  return {
    action,
    key: context.random.uuid(),
    cases: await previewBatch(
      { tx: context.prisma, catalogue: context.catalogue, actor },
      batchIds(searchParams.getAll("case")),
      action,
    ),
  };
});

export const action = guardedAction("review:application:department", async ({ request, context, actor }) => {
  const { values, lists } = await formLists(request, ["case"]);
  const text = (name: string) => values[name] ?? "";
  const cases = batchIds(lists.case).map((id) => ({
    id,
    expectedVersion: Number(text(`version-${id}`)),
    basisSeen: text(`basisSeen-${id}`) === "1",
  }));
  return {
    done: await reviewBatch(context, actor, {
      action: batchAction(text("action")),
      comment: text("comment"),
      key: text("idempotencyKey"),
      cases,
    }),
  };
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;
type Row = Shown["cases"][number];
type Done = ReadonlyMap<string, { refusal: string | null; params?: Record<string, unknown> }>;

/** What a step would do with each ticked case; nothing is done before it is confirmed. */
export default function Batch() {
  const { action: step, key, cases } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const done: Done | null = answer && "done" in answer ? new Map(answer.done.map((each) => [each.id, each])) : null;
  const { t } = useWords("redemption");
  const title = t("batch.title", { action: t(`action.${step}`) });
  const ready = cases.filter((row) => row.ready);
  const columns = useColumns(done);
  return (
    <>
      <PageTitle title={title} lead={t("batch.lead")}>
        <Link to="/desk" className="button button-secondary">
          {t("keys.toQueue")}
        </Link>
      </PageTitle>
      <RefusalAlert refusal={refusalOf(answer)} />
      {done && <Result done={done} />}
      {!done && cases.length === 0 && (
        <EmptyState title={t("batch.none")}>
          <Link to="/desk">{t("keys.toQueue")}</Link>
        </EmptyState>
      )}
      {cases.length > 0 && (
        <div className="card mb-6">
          <DataTable caption={title} hideCaption columns={columns} rows={cases} rowKey={(row) => row.id} />
        </div>
      )}
      {ready.length > 0 && <ConfirmForm step={step} ready={ready} done={done} idempotencyKey={key} />}
    </>
  );
}

/** How many of the cases the step was taken on; where some were refused, that is no good news. */
function Result({ done }: { done: Done }) {
  const { t } = useWords("redemption");
  const taken = [...done.values()].filter(({ refusal }) => refusal === null).length;
  return (
    <Alert tone={taken === done.size ? "good" : "warn"}>{t("batch.result", { done: taken, all: done.size })}</Alert>
  );
}

/** The ticked cases; what was done with each stands in the last column once it is done. */
function useColumns(done: Done | null): Column<Row>[] {
  const { t } = useWords("redemption");
  return [
    { key: "number", head: t("desk.number"), cell: (row) => <Link to={`/desk/cases/${row.id}`}>{row.number}</Link> },
    { key: "firm", head: t("desk.firm"), cell: (row) => row.firm },
    { key: "item", head: t("desk.item"), cell: (row) => row.item },
    {
      key: "check",
      head: t("case.evidence"),
      cell: (row) => {
        if (row.unknownBasis) return t("lists.verdicts.unknown");
        return row.passed === null ? "—" : t(row.passed ? "case.pass" : "case.fail");
      },
    },
    {
      key: "sum",
      head: t("desk.sum"),
      figure: true,
      cell: (row) => (row.claimedFen === null ? "—" : <Money fen={row.claimedFen} />),
    },
    { key: "outcome", head: t("batch.outcome"), cell: (row) => <Outcome row={row} done={done} /> },
  ];
}

function Outcome({ row, done }: { row: Row; done: Done | null }) {
  const { t } = useWords(["redemption", "refusals"]);
  const result = done?.get(row.id);
  if (result?.refusal) return <Tag tone="bad">{t(result.refusal, { ns: "refusals", ...result.params })}</Tag>;
  if (result) return <Tag tone="good">{t("batch.done")}</Tag>;
  if (row.ready) return <Tag tone="info">{t("batch.ready")}</Tag>;
  if (row.isOutdated) return <Tag tone="warn">{t("sum.outdated")}</Tag>;
  return <Tag tone="warn">{t(row.samePerson ? "case.samePerson" : "batch.notReady")}</Tag>;
}

const basisUntold = "redemption.basis-untold";

type Confirming = { step: Shown["action"]; ready: Row[]; done: Done | null; idempotencyKey: string };

/** What is still to be confirmed: all at first, then what was refused and can be mended here. */
function ConfirmForm({ step, ready, done, idempotencyKey }: Confirming) {
  const { t } = useWords("redemption");
  return (
    <section className="card">
      <KeptForm keep={`batch:${step}:${ready.map(({ id, version }) => `${id.slice(-6)}${version}`).join("")}`}>
        {(kept) => (
          <>
            <input type="hidden" name="action" value={step} />
            <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
            {ready.map((row) => (
              <span key={row.id}>
                <input type="hidden" name="case" value={row.id} />
                <input type="hidden" name={`version-${row.id}`} value={row.version} />
              </span>
            ))}
            {ready.map(
              (row) =>
                row.unknownBasis &&
                step === "LIST_APPROVED" && (
                  <CheckField
                    key={`basis-${row.id}`}
                    name={`basisSeen-${row.id}`}
                    label={t("lists.basisSeen", { firm: row.firm, ...row.unknownBasis })}
                    error={done?.get(row.id)?.refusal === basisUntold ? `refusals:${basisUntold}` : undefined}
                    checked={false}
                  />
                ),
            )}
            <p className="mb-3 font-semibold">
              {t("batch.total", { count: ready.length })}{" "}
              <Money fen={ready.reduce((sum, row) => sum + (row.claimedFen ?? 0n), 0n)} />
            </p>
            <TextAreaField name="comment" label={t("case.comment")} rows={2} value={kept["comment"]} />
            <SubmitButton>{t("batch.confirm", { count: ready.length })}</SubmitButton>
          </>
        )}
      </KeptForm>
    </section>
  );
}
