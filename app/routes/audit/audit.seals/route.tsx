import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { AuditAreas } from "~/features/audit/ui/audit-areas";
import { ExplainedList } from "~/features/audit/ui/explained-list";
import { FaultTable } from "~/features/audit/ui/fault-table";
import { SealTable } from "~/features/audit/ui/seal-table";
import { explainMisread } from "~/features/audit/use-cases/explain-misread.server";
import { readSeals } from "~/features/audit/use-cases/read-seals.server";
import { publishRoots, sealNow } from "~/features/audit/use-cases/seal-log.server";
import { verifyLog } from "~/features/audit/use-cases/verify-log.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { pageOf } from "~/door/page-of.server";
import { formValues } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { SubmitButton } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { stepOf } from "~/kernel/step-of";

export const handle = { access: "read:audit:all" } satisfies RouteHandle;

const faultsShown = 200;

export const loader = guardedLoader("read:audit:all", ({ request, context }) =>
  readSeals(context.prisma, pageOf(request), 20),
);

export const action = guardedAction("read:audit:all", async ({ request, context, actor }) => {
  const { intent, reason = "" } = await formValues(request);
  const folder = context.env.AUDIT_ROOT_DIR;
  const steps = {
    seal: async () => {
      const { number } = await perform(context, actor, sealNow);
      await publishRoots(context, folder);
      return { sealed: number };
    },
    explain: async () => {
      const { explained } = await verifyLog(context.prisma, folder);
      const events = explained.filter(({ note }) => note === null);
      const sign = context.press.signText;
      const noted = await perform(context, actor, (deps) =>
        explainMisread({ ...deps, actor }, { reason, events, sign }),
      );
      return { noted };
    },
    verify: async () => {
      const report = await verifyLog(context.prisma, folder);
      return { report: { ...report, count: report.faults.length, faults: report.faults.slice(0, faultsShown) } };
    },
  };
  return stepOf(steps, intent)();
});

/** The auditor seals the log, verifies it whole, and sees what was published. */
export default function Seals() {
  const { rows, page, pages } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords("audit");
  const report = answer && "report" in answer ? answer.report : null;
  return (
    <>
      <PageTitle title={t("areas.seals")} lead={t("seals.lead")} />
      <AuditAreas />
      <RefusalAlert refusal={refusalOf(answer)} />
      {answer && "sealed" in answer && <Alert tone="good">{t("seals.done", { number: answer.sealed })}</Alert>}
      {answer && "noted" in answer && <Alert tone="good">{t("seals.noted", { number: answer.noted })}</Alert>}
      {report && report.count === 0 && <Alert tone="good">{t("seals.sound", report)}</Alert>}
      {report && report.count > 0 && (
        <Alert tone="bad" title={t("seals.unsound", { count: report.count })}>
          <FaultTable faults={report.faults} />
        </Alert>
      )}
      {report && <ExplainedList explained={report.explained} notes={report.notes} />}
      <div className="mb-6 grid gap-4 sm:grid-cols-2">
        {(["verify", "seal"] as const).map((intent) => (
          <Form key={intent} method="post" className="card">
            <input type="hidden" name="intent" value={intent} />
            <p className="mb-3 text-muted">{t(intent === "seal" ? "seals.nowHint" : "seals.verifyHint")}</p>
            <SubmitButton look={intent === "seal" ? "secondary" : undefined}>
              {t(intent === "seal" ? "seals.now" : "seals.verify")}
            </SubmitButton>
          </Form>
        ))}
      </div>
      <div className="card">
        <SealTable seals={rows.map((seal) => ({ ...seal, at: new Date(seal.at) }))} />
      </div>
      <Pagination page={page} pages={pages} />
    </>
  );
}
