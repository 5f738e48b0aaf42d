import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { clearingSchema } from "~/features/treasury/treasury.schema";
import { ClearingDecision } from "~/features/treasury/ui/clearing-decision";
import { ClearingForm } from "~/features/treasury/ui/clearing-form";
import { ClearingHistory } from "~/features/treasury/ui/clearing-history";
import { FinanceNav } from "~/features/funds/ui/finance-nav";
import { LineMoney, LineProblem } from "~/features/treasury/ui/open-lines";
import { ReturnReason } from "~/features/funds/ui/return-reason";
import { decideClearing } from "~/features/treasury/use-cases/decide-clearing.server";
import { proposeClearing } from "~/features/treasury/use-cases/propose-clearing.server";
import { readLine, type ShownLine } from "~/features/treasury/use-cases/read-lines.server";
import { wordsWithin } from "~/kernel/reading/words-within";
import { decisions } from "~/kernel/second-person";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues, readForm } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import { againOnConflict } from "~/platform/unique-conflict.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { DateText } from "~/ui/date-text";
import { ErrorSummary, type FormAnswer } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { SummaryList } from "~/ui/summary-list";
import { choiceOf } from "~/kernel/step-of";

export const handle = { access: "read:payment:region" } satisfies RouteHandle;

export const loader = guardedLoader("read:payment:region", async ({ params, context, actor }) => ({
  line: await readLine({ tx: context.prisma, actor }, params["id"] ?? ""),
  mayAct: actor.permissions.has("manage:payment:region"),
}));

export const action = guardedAction(
  "manage:payment:region",
  async ({ request, params, context, actor }): Promise<FormAnswer | Response> => {
    const lineId = params["id"] ?? "";
    await readLine({ tx: context.prisma, actor }, lineId);
    const { intent, clearing = "", reason = "" } = await formValues(request.clone());
    const step = choiceOf([...decisions, "explain"], intent);
    if (step !== "explain") {
      const order = { id: clearing, decision: step, reason: wordsWithin(reason, 500) };
      await perform(context, actor, (deps) => decideClearing({ ...deps, actor }, order));
      return redirect(`/finance/lines/${lineId}?done=${step}`);
    }
    const form = await readForm(request, clearingSchema);
    if (!form.ok) return form.answer;
    const fault = await againOnConflict(() =>
      perform(context, actor, (deps) => proposeClearing({ ...deps, actor }, { lineId, ...form.data })),
    );
    if (fault) return { errors: { [fault.field]: fault.problem }, values: form.values };
    return redirect(`/finance/lines/${lineId}?done=sent`);
  },
);

export default function Line() {
  const { line, mayAct } = useLoaderData<typeof loader>();
  const { t } = useWords("funds");
  const answer = useActionData<FormAnswer>();
  const done = useSearchParams()[0].get("done");
  const said = line.clearings.find(({ status }) => status === "proposed");
  const isCleared = line.clearings.some(({ status }) => status === "released");
  const labels = Object.fromEntries(
    ["meaning", "about", "number", "reason"].map((name) => [name, t(`bank.clearing.${name}`)]),
  );
  return (
    <>
      <FinanceNav />
      <PageTitle
        title={t("bank.clearing.title")}
        lead={t("bank.clearing.lineOf", { name: line.file.messageId, position: line.position })}
      >
        <Link to="/finance/bank" className="button button-quiet">
          {t("orders.back")}
        </Link>
      </PageTitle>
      <RefusalAlert refusal={refusalOf(answer)} />
      <ErrorSummary errors={answer?.errors ?? {}} labels={labels} />
      {isCleared ? (
        <Alert tone="good">{t("bank.clearing.done")}</Alert>
      ) : (
        done === "sent" && said && <Alert tone="good">{t("bank.clearing.sent")}</Alert>
      )}
      <LineFacts line={line} />
      <ClearingHistory rows={line.clearings} />
      {mayAct && said && <ClearingDecision clearing={said} />}
      {mayAct && !said && !isCleared && <ClearingForm line={line} answer={answer} />}
    </>
  );
}

function LineFacts({ line }: { line: ShownLine }) {
  const { t } = useWords("funds");
  const rows = [
    {
      key: "file",
      label: t("bank.clearing.file"),
      value: (
        <Link to={`/finance/bank/${line.file.id}`} className="break-all">
          {line.file.fileName}
        </Link>
      ),
    },
    { key: "said", label: t("bank.clearing.what"), value: t(`bank.status.${line.status}`) },
    { key: "sum", label: t("bank.sum"), value: <LineMoney row={line} /> },
    ...(line.bookedOn ? [{ key: "booked", label: t("bank.booked"), value: <DateText day={line.bookedOn} /> }] : []),
    {
      key: "reference",
      label: t("bank.clearing.reference"),
      value: <code className="break-all">{line.reference || t("none", { ns: "common" })}</code>,
    },
    ...(line.reasonText || line.reasonCode
      ? [
          {
            key: "reason",
            label: t("bank.reason"),
            value: <ReturnReason reason={line.reasonText} code={line.reasonCode} />,
          },
        ]
      : []),
    { key: "problem", label: t("bank.clearing.problem"), value: <LineProblem row={line} /> },
    ...(line.problemPath
      ? [
          {
            key: "place",
            label: t("bank.clearing.place"),
            value: <code className="break-all">{line.problemPath}</code>,
          },
        ]
      : []),
  ];
  return (
    <section className="card mb-6">
      <SummaryList rows={rows} />
    </section>
  );
}
