import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FinanceNav } from "~/features/funds/ui/finance-nav";
import { carryOver } from "~/features/funds/use-cases/carry-over.server";
import { readEnvelope } from "~/features/funds/use-cases/read-envelope.server";
import { shareCosts } from "~/features/funds/use-cases/share-costs.server";
import { formatYuan } from "~/kernel/money";
import { readNumber } from "~/kernel/reading/read-number";
import { Refusal } from "~/kernel/refusal";
import { guardedAction, guardedLoader } from "~/platform/guard.server";
import { pageOf } from "~/platform/page-of.server";
import { formValues } from "~/platform/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { DataTable } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { SubmitButton, TextField } from "~/ui/form";
import { KeptForm } from "~/ui/kept-form";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { StatTile, StatTiles } from "~/ui/stat-tile";

export const handle = { access: "read:budget:all" } satisfies RouteHandle;

export const loader = guardedLoader("read:budget:all", async ({ request, params, context, actor }) => ({
  envelope: await readEnvelope({ tx: context.prisma }, params["id"] ?? "", pageOf(request)),
  key: context.random.uuid(),
  mayManage: actor.permissions.has("manage:budget:all"),
  pays: actor.permissions.has("read:payment:region"),
}));

const levels = ["city", "county"] as const;

export const action = guardedAction("manage:budget:all", async ({ request, params, context, actor }) => {
  const values = await formValues(request);
  const id = params["id"] ?? "";
  const { documentId, year } = await readEnvelope({ tx: context.prisma }, id, 1);
  if (values["intent"] === "carry") {
    await perform(context, actor, (deps) =>
      carryOver(deps, { envelopeId: id, idempotencyKey: values["idempotencyKey"] ?? "" }),
    );
    return redirect(`/finance/envelopes/${id}?done=carried`);
  }
  if (values["intent"] !== "shares") throw new Refusal("request.failed", 400);
  const shares = levels
    .filter((level) => (values[level] ?? "").trim() !== "")
    .map((level) => ({ level, weight: readWeight(values[level] ?? "") }));
  await perform(context, actor, (deps) => shareCosts(deps, { documentId, year, shares }));
  return redirect(`/finance/envelopes/${id}?done=shared`);
});

function readWeight(typed: string): number {
  const read = readNumber(typed, "%");
  return read.ok ? Number(read.value) : Number.NaN;
}

const tiles = [
  "grantedFen",
  "carriedFen",
  "reservedFen",
  "committedFen",
  "disbursedFen",
  "owedFen",
  "availableFen",
] as const;

export default function EnvelopePage() {
  const { envelope, key, mayManage, pays } = useLoaderData<typeof loader>();
  const { t } = useTranslation("funds");
  const done = useSearchParams()[0].get("done");
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
      <RefusalAlert refusal={refusalOf(useActionData())} />
      {(done === "carried" || done === "shared") && <Alert tone="good">{t(`envelope.${done}`)}</Alert>}
      <StatTiles>
        {tiles.map((name) => (
          <StatTile key={name} label={t(`budgets.${name.replace("Fen", "")}`)} value={<Money fen={envelope[name]} />} />
        ))}
      </StatTiles>
      {mayManage && (
        <div className="mb-6 grid gap-4 lg:grid-cols-2">
          <section className="card">
            <h2 className="mb-3">{t("envelope.shares")}</h2>
            <p className="mb-3 text-muted">{t("envelope.sharesLead")}</p>
            <KeptForm
              keep={`shares:${envelope.id}:${envelope.shares
                .map(({ level, weight }) => `${level}${weight}`)
                .sort()
                .join("-")}`}
            >
              {(kept) => (
                <>
                  <input type="hidden" name="intent" value="shares" />
                  {levels.map((level) => (
                    <TextField
                      key={level}
                      name={level}
                      label={t("envelope.weight", { level: t(`level.${level}`, { ns: "common" }) })}
                      inputMode="numeric"
                      optional
                      value={
                        kept[level] ?? String(envelope.shares.find((share) => share.level === level)?.weight ?? "")
                      }
                    />
                  ))}
                  <SubmitButton look="secondary">{t("envelope.saveShares")}</SubmitButton>
                </>
              )}
            </KeptForm>
          </section>
          {envelope.availableFen > 0n && (
            <section className="card">
              <h2 className="mb-3">{t("envelope.carry")}</h2>
              <p className="mb-3 text-muted">
                {t("envelope.carryLead", { sum: formatYuan(envelope.availableFen), year: envelope.year + 1 })}
              </p>
              <Form method="post">
                <input type="hidden" name="intent" value="carry" />
                <input type="hidden" name="idempotencyKey" value={key} />
                <SubmitButton look="secondary">{t("envelope.carry")}</SubmitButton>
              </Form>
            </section>
          )}
        </div>
      )}
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
