import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { mayNotePaid } from "~/features/treasury/domain/payment-batch";
import { BatchPayments } from "~/features/treasury/ui/batch-payments";
import { FinanceNav } from "~/features/funds/ui/finance-nav";
import { keepPaper, requireReadable } from "~/features/funds/use-cases/keep-paper.server";
import { readBatch } from "~/features/treasury/use-cases/read-payments.server";
import { cancelBatch, releaseBatch } from "~/features/treasury/use-cases/release-batch.server";
import { markPaid, markReturned } from "~/features/treasury/use-cases/settle-payment.server";
import { withdrawStopped } from "~/features/treasury/use-cases/withdraw-stopped.server";
import { treasuryRegion } from "~/features/funds/use-cases/treasury-region.server";
import { personNames } from "~/features/identity/use-cases/person-names.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { readUploadForm } from "~/door/read-upload.server";
import { perform } from "~/platform/transact.server";
import { shanghaiDay } from "~/kernel/plain-date";
import { readDate } from "~/kernel/reading/read-date";
import { wordsWithin } from "~/kernel/reading/words-within";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { DateTimeText } from "~/ui/date-text";
import { ErrorSummary, SubmitButton, type FormAnswer } from "~/ui/form";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { StatTile, StatTiles } from "~/ui/stat-tile";
import { stepOf } from "~/kernel/step-of";

export const handle = { access: "read:payment:region" } satisfies RouteHandle;

export const loader = guardedLoader("read:payment:region", async ({ params, context, actor }) => {
  const {
    createdById,
    exportedById,
    regionCode: _,
    departmentId: __,
    ...batch
  } = await readBatch({ tx: context.prisma, clock: context.clock }, params["id"] ?? "", treasuryRegion(actor));
  const names = await personNames(context.prisma, [createdById, exportedById]);
  return {
    batch,
    own: createdById === actor.userId,
    mayNote: mayNotePaid({ createdById, exportedById }, actor.userId),
    today: shanghaiDay(context.clock.now()),
    maker: names.get(createdById) ?? "",
    releaser: names.get(exportedById ?? "") ?? "",
  };
});

export const action = guardedAction(
  "manage:payment:region",
  async ({ request, params, context, actor }): Promise<FormAnswer | Response> => {
    const { values, lists, file } = await readUploadForm(request, ["payment"]);
    const id = params["id"] ?? "";
    await readBatch({ tx: context.prisma, clock: context.clock }, id, treasuryRegion(actor));
    const chosen = lists.payment;
    const reason = wordsWithin(values["reason"] ?? "", 200);
    const bankedOn = readDate(values["bankedOn"] ?? "");
    const voucher = { voucher: values["voucher"] ?? "", bankedOn: bankedOn.ok ? bankedOn.value : "" };
    const errors = answerProblems(values, file !== null);
    if (Object.keys(errors).length > 0) return { errors, values };
    await requireReadable(file);
    await perform(context, actor, async (deps) => {
      const own = { ...deps, actor };
      const steps = {
        release: () => releaseBatch(own, id),
        cancel: () => cancelBatch(own, id),
        withdraw: () => withdrawStopped(own, id),
        paid: async () => markPaid(own, id, chosen, { ...voucher, ...(await keepPaper(context.storage, file)) }),
        returned: () => markReturned(own, id, chosen, { code: "ofAccount" in values ? "AC01" : null, text: reason }),
      };
      await stepOf(steps, values["intent"])();
    });
    return redirect(`/finance/batches/${id}`);
  },
);

/** What the form of the bank's answers lacks: a voucher's number, day and file, or the reason of a return. */
function answerProblems(values: Readonly<Record<string, string>>, hasFile: boolean): Record<string, string> {
  const isEmpty = (name: string) => (values[name] ?? "").trim() === "";
  if (values["intent"] === "returned" && isEmpty("reason")) return { reason: "problem.required" };
  if (values["intent"] !== "paid") return {};
  const day = readDate(values["bankedOn"] ?? "");
  return {
    ...(isEmpty("voucher") ? { voucher: "problem.required" } : {}),
    ...(day.ok ? {} : { bankedOn: day.problem }),
    ...(hasFile ? {} : { file: "problem.required" }),
  };
}

export default function Batch() {
  const { batch, own, mayNote, today, maker, releaser } = useLoaderData<typeof loader>();
  const answer = useActionData<FormAnswer>();
  const { t } = useWords("funds");
  const isReleased = batch.status === "exported" || batch.status === "settled";
  return (
    <>
      <FinanceNav />
      <PageTitle
        title={batch.number}
        lead={
          <>
            {t(`batches.statuses.${batch.status}`)} · {t(`payments.sources.${batch.source}`)} · {batch.requestedOn}
            {batch.note && <> · {batch.note}</>}
          </>
        }
      >
        {batch.status === "draft" && <DraftSteps />}
        {isReleased && <Exports id={batch.id} />}
      </PageTitle>
      <RefusalAlert refusal={refusalOf(answer)} />
      <ErrorSummary
        errors={answer?.errors ?? {}}
        labels={{
          voucher: t("batches.voucher"),
          bankedOn: t("batches.bankedOn"),
          file: t("batches.voucherFile"),
          reason: t("batches.reason"),
        }}
      />
      {batch.status === "draft" && own && <Alert tone="info">{t("batches.ownHint")}</Alert>}
      {batch.stopped.length > 0 && <Stopped numbers={batch.stopped} />}
      <p className="mb-4 text-muted">
        {t("batches.madeBy", { who: maker })} <DateTimeText at={batch.createdAt} />
        {batch.exportedAt && (
          <>
            {" "}
            · {t("batches.releasedBy", { who: releaser })} <DateTimeText at={batch.exportedAt} />
          </>
        )}
        {batch.settledAt && (
          <>
            {" "}
            · {t("batches.statuses.settled")} <DateTimeText at={batch.settledAt} />
          </>
        )}
      </p>
      <StatTiles>
        <StatTile label={t("batches.count")} value={batch.paymentCount} hint={<Money fen={batch.totalFen} />} />
        <StatTile label={t("batches.paidSum")} value={<Money fen={batch.totals.paidFen} />} />
        <StatTile label={t("batches.returnedSum")} value={<Money fen={batch.totals.returnedFen} />} />
        <StatTile label={t("batches.outstanding")} value={<Money fen={batch.totals.outstandingFen} />} />
      </StatTiles>
      <BatchPayments
        rows={batch.payments}
        caption={batch.number}
        keep={`answers:${batch.id}:${batch.version}`}
        isOpen={batch.status === "exported"}
        mayNote={mayNote}
        today={today}
        answer={answer}
      />
    </>
  );
}

/** Parts that are no longer paid are taken out of a batch before its file goes to the bank. */
function Stopped({ numbers }: { numbers: readonly string[] }) {
  const { t } = useWords("funds");
  return (
    <Alert tone="warn">
      {t("batches.stopped", { count: numbers.length, numbers: numbers.join("、") })}
      <Form method="post" encType="multipart/form-data">
        <input type="hidden" name="intent" value="withdraw" />
        <SubmitButton>{t("batches.withdraw")}</SubmitButton>
      </Form>
    </Alert>
  );
}

const formats = { xml: "batches.exportXml", xlsx: "batches.export", csv: "batches.exportCsv" } as const;

/** A released batch as the bank and the treasury take it. */
function Exports({ id }: { id: string }) {
  const { t } = useWords("funds");
  return Object.entries(formats).map(([format, words]) => (
    <a key={format} href={`/finance/export/${id}?format=${format}`} className="button button-secondary">
      {t(words)}
    </a>
  ));
}

/** A batch that waits is released by a second person, or cancelled. */
function DraftSteps() {
  const { t } = useWords("funds");
  return (
    <>
      <Form method="post">
        <input type="hidden" name="intent" value="release" />
        <SubmitButton>{t("batches.release")}</SubmitButton>
      </Form>
      <Form method="post">
        <input type="hidden" name="intent" value="cancel" />
        <SubmitButton look="quiet">{t("batches.cancel")}</SubmitButton>
      </Form>
    </>
  );
}
