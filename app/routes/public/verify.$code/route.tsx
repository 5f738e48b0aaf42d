import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { ComponentProps } from "react";
import { useWords } from "~/i18n/use-words";
import { compareFile, verifyDocument } from "~/features/documents/use-cases/verify-document.server";
import { Refusal } from "~/kernel/refusal";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { readUploadForm } from "~/door/read-upload.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { DateText } from "~/ui/date-text";
import { FileField } from "~/ui/file-field";
import { SubmitButton } from "~/ui/form";
import { Money } from "~/ui/money";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { SummaryList } from "~/ui/summary-list";

export const handle = { access: "public" } satisfies RouteHandle;

export const loader = guardedLoader("public", ({ params, context }) =>
  verifyDocument(context.prisma, params["code"] ?? ""),
);

type Comparison = { comparison: { same: boolean; hash: string } };

/** The file is read and forgotten: only its fingerprint is compared. */
export const action = guardedAction("public", async ({ request, params, context }): Promise<Comparison> => {
  const { file } = await readUploadForm(request);
  if (!file) throw new Refusal("applications.file-empty", 422);
  return { comparison: await compareFile(context.prisma, params["code"] ?? "", file.bytes) };
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Verify() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords("documents");
  const comparison = answer && "comparison" in answer ? answer.comparison : null;
  return (
    <>
      <PageTitle
        title={t("verify.found")}
        lead={
          <>
            {t("verify.code")} <span className="tabular-nums">{shown.code}</span>
          </>
        }
      />
      <RefusalAlert refusal={refusalOf(answer)} />
      {shown.supersededOn && (
        <Alert tone="warn" title={t("superseded")}>
          <p>{t("verify.superseded", { day: shown.supersededOn })}</p>
        </Alert>
      )}
      {shown.revokedOn && (
        <Alert tone="warn" title={t("revoked")}>
          <p>{t("verify.revoked", { day: shown.revokedOn })}</p>
        </Alert>
      )}
      {comparison && (
        <Alert tone={comparison.same ? "good" : "bad"} title={t(comparison.same ? "verify.same" : "verify.changed")}>
          <p>{t(comparison.same ? "verify.sameText" : "verify.changedText")}</p>
          <p className="mt-1">
            <code className="break-all text-sm">{comparison.hash}</code>
          </p>
        </Alert>
      )}
      <div className="card mb-6">
        <SummaryList rows={useRows(shown)} />
      </div>
      <CompareForm />
    </>
  );
}

/** What the document says, as the platform keeps it. */
function useRows(shown: Shown): ComponentProps<typeof SummaryList>["rows"] {
  const { t } = useWords("documents");
  return [
    { key: "kind", label: t("verify.kind"), value: t(`kind.${shown.kind}`) },
    ...(shown.number ? [{ key: "number", label: t("verify.number"), value: shown.number }] : []),
    { key: "office", label: t("verify.office"), value: shown.office },
    { key: "issuedOn", label: t("verify.issuedOn"), value: <DateText day={shown.issuedOn} /> },
    {
      key: "firm",
      label: t("verify.firm"),
      value: (
        <>
          {shown.facts.firm}
          <br />
          <span className="tabular-nums text-muted">{shown.facts.creditCode}</span>
        </>
      ),
    },
    ...(shown.facts.item
      ? [
          {
            key: "item",
            label: t("verify.item"),
            value: (
              <>
                {shown.facts.item}
                <br />
                <span className="tabular-nums text-muted">{shown.facts.caseNumber}</span>
              </>
            ),
          },
        ]
      : []),
    ...(shown.fen === null ? [] : [{ key: "sum", label: t("verify.sum"), value: <Money fen={shown.fen} /> }]),
    { key: "pages", label: t("verify.pages"), value: String(shown.pages) },
    { key: "hash", label: t("verify.hash"), value: <code className="break-all text-sm">{shown.fileHash}</code> },
    {
      key: "certificate",
      label: t("verify.certificate"),
      value: <code className="break-all text-sm">{shown.certificate}</code>,
    },
  ];
}

function CompareForm() {
  const { t } = useWords("documents");
  return (
    <Form method="post" encType="multipart/form-data" preventScrollReset className="card">
      <h2>{t("verify.compare")}</h2>
      <FileField label={t("verify.file")} hint={t("verify.compareLead")} accept="application/pdf,.pdf" required />
      <SubmitButton>{t("verify.check")}</SubmitButton>
    </Form>
  );
}
