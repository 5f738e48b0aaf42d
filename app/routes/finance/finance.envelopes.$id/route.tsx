import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { FinanceNav } from "~/features/funds/ui/finance-nav";
import { readOrder } from "~/features/funds/funds.schema";
import { EnvelopeOrders, envelopeOrders, shareLevels } from "~/features/funds/ui/envelope-orders";
import { issuerOf } from "~/features/funds/use-cases/own-document.server";
import { proposeFromForm } from "~/routes/finance/finance._index/propose-from-form.server";
import { readEnvelope } from "~/features/funds/use-cases/read-envelope.server";
import { countMade } from "~/features/funds/use-cases/read-orders.server";
import { formatYuan } from "~/kernel/money";
import { readNumber } from "~/kernel/reading/read-number";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { pageOf } from "~/door/page-of.server";
import { readUploadForm } from "~/door/read-upload.server";
import type { RouteHandle } from "~/routes-handle";
import { DataTable } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import type { FormAnswer } from "~/ui/form";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { StatTile, StatTiles } from "~/ui/stat-tile";
import { choiceOf } from "~/kernel/step-of";

export const handle = { access: "read:budget:all" } satisfies RouteHandle;

export const loader = guardedLoader("read:budget:all", async ({ request, params, context, actor }) => {
  const { catalogue } = context;
  const envelope = await readEnvelope({ tx: context.prisma, catalogue, actor }, params["id"] ?? "", pageOf(request));
  const isOwn = envelope.regionCode === actor.regionCode;
  return {
    envelope,
    key: context.random.uuid(),
    made: await countMade({ tx: context.prisma, actor }),
    mayManage: isOwn && actor.permissions.has("manage:budget:all"),
    mayShare: isOwn && issuerOf(catalogue, envelope.documentId) === actor.regionCode,
    pays: actor.permissions.has("read:payment:region"),
  };
});

export const action = guardedAction(
  "manage:budget:all",
  async ({ request, params, context, actor }): Promise<FormAnswer | Response> => {
    const { values, file } = await readUploadForm(request);
    const kind = choiceOf(envelopeOrders, values["intent"]);
    const envelopeId = params["id"] ?? "";
    const { documentId, year } = await readEnvelope(
      { tx: context.prisma, catalogue: context.catalogue, actor },
      envelopeId,
      1,
    );
    const order = readOrder({ values, file }, { sum: kind !== "share" });
    if ("answer" in order) return order.answer;
    const shares = shareLevels
      .filter((level) => (values[level] ?? "").trim() !== "")
      .map((level) => ({ level, weight: readWeight(values[level] ?? "") }));
    const change = { kind, envelopeId, documentId, year, shares, ...order };
    const id = await proposeFromForm(context, actor, { values, file }, change);
    return redirect(`/finance/orders/${id}?done=proposed`);
  },
);

function readWeight(typed: string): number {
  const read = readNumber(typed, "%");
  return read.ok ? Number(read.value) : Number.NaN;
}

const tiles = ["reservedFen", "dueFen", "disbursedFen", "owedFen"] as const;

export default function EnvelopePage() {
  const { envelope, key, made, mayManage, mayShare, pays } = useLoaderData<typeof loader>();
  const { t } = useWords("funds");
  const answer = useActionData<FormAnswer>();
  type Row = (typeof envelope.entries.rows)[number];
  const columns = [
    { key: "at", head: t("envelope.at"), cell: (row: Row) => <DateTimeText at={row.transaction.at} /> },
    {
      key: "kind",
      head: t("envelope.kind"),
      cell: (row: Row) => (
        <>
          {t(`envelope.kinds.${row.transaction.kind}`)}
          {row.transaction.reason && <span className="block text-sm text-muted">{row.transaction.reason}</span>}
        </>
      ),
    },
    {
      key: "about",
      head: t("envelope.number"),
      cell: (row: Row) =>
        row.about && (
          <>
            {row.about.number}
            <span className="block text-sm text-muted">{row.about.firm}</span>
          </>
        ),
    },
    { key: "account", head: t("envelope.account"), cell: (row: Row) => t(`envelope.accounts.${row.account}`) },
    { key: "sum", head: t("envelope.sum"), figure: true, cell: (row: Row) => formatYuan(row.amountFen) },
  ];
  return (
    <>
      <FinanceNav pays={pays} />
      <PageTitle title={`${envelope.name} ${envelope.year}`} lead={t(`level.${envelope.level}`, { ns: "common" })} />
      <RefusalAlert refusal={refusalOf(answer)} />
      <StatTiles>
        <StatTile label={t("budgets.granted")} value={<Money fen={envelope.grantedFen} />} />
        <StatTile label={t("budgets.carried")} value={<Money fen={envelope.carriedFen} />} />
        {tiles.map((name) => (
          <StatTile
            key={name}
            label={t(`budgets.${name.replace("Fen", "")}`)}
            value={<Money fen={envelope.totals[name]} />}
          />
        ))}
        <StatTile label={t("budgets.available")} value={<Money fen={envelope.availableFen} />} />
      </StatTiles>
      {mayManage && <EnvelopeOrders {...{ envelope, mayShare, made, answer }} idempotencyKey={key} />}
      <section className="card">
        <h2 className="mb-1">{t("envelope.entries")}</h2>
        <p className="mb-3 text-muted">{t("envelope.entriesLead")}</p>
        {envelope.entries.rows.length === 0 ? (
          <p>{t("envelope.none")}</p>
        ) : (
          <DataTable
            caption={t("envelope.entries")}
            hideCaption
            columns={columns}
            rows={envelope.entries.rows}
            rowKey={(row) => row.id}
          />
        )}
      </section>
      <Pagination page={envelope.entries.page} pages={envelope.entries.pages} />
    </>
  );
}
