import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "~/i18n/use-words";
import { DateTimeText } from "~/ui/date-text";
import { SubmitButton, TextAreaField } from "~/ui/form";
import { SummaryList } from "~/ui/summary-list";
import { Tag } from "~/ui/tag";
import type { Release } from "../use-cases/read-release.server";

/** Who wrote, who proposed, who signed, what is planned, and the next step. */
export function ReleaseSteps({ page }: { page: Release }) {
  const { t } = useWords("workbench");
  const rows = [
    {
      key: "status",
      label: t("table.status"),
      value: <Tag tone={page.status === "published" ? "good" : "info"}>{t(`status.${page.status}`)}</Tag>,
    },
    { key: "editors", label: t("release.editors"), value: page.editors.join("、") },
    { key: "plan", label: t("plan.publishOn"), value: page.publishOn ?? t("release.atOnce") },
    { key: "ends", label: t("plan.endsOn"), value: page.endsOn ?? t("release.noEnd") },
    ...(page.proposedAt
      ? [
          {
            key: "proposed",
            label: t("release.proposed"),
            value: (
              <>
                {page.proposedBy} <DateTimeText at={page.proposedAt} />
              </>
            ),
          },
        ]
      : []),
    ...(page.signedAt
      ? [
          {
            key: "signed",
            label: t("release.signed"),
            value: (
              <>
                {page.signedBy} <DateTimeText at={page.signedAt} />
              </>
            ),
          },
        ]
      : []),
  ];
  return (
    <section className="card" aria-label={t("release.title")}>
      <h2 className="mb-2">{t("release.title")}</h2>
      <SummaryList rows={rows} />
      {page.explained.length > 0 && (
        <details className="mt-3">
          <summary className="min-h-11 font-medium">{t("release.explained", { count: page.explained.length })}</summary>
          <ul className="list-disc space-y-1 pl-5 text-sm">
            {page.explained.map(({ key, text, why }) => (
              <li key={key}>
                {text} {t("explained", { why })}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="mt-4">
        <NextStep page={page} />
      </div>
    </section>
  );
}

function NextStep({ page }: { page: Release }) {
  const { t } = useWords("workbench");
  if (page.status === "published")
    return (
      <p>
        {t("release.done")} <Link to={`/policies/${page.itemId}`}>{t("release.see")}</Link>{" "}
        {!page.demo && (
          <Link to={`/workbench/export/${page.documentId}`} reloadDocument>
            {t("open.export")}
          </Link>
        )}
      </p>
    );
  if (page.status === "discarded") return <p>{t("closed.discarded")}</p>;
  if (page.status === "editing") {
    return (
      <StepForm version={page.version}>
        <SubmitButton name="intent" value="propose">
          {t("release.propose")}
        </SubmitButton>
        {page.obstacles.includes("base-outdated") && (
          <SubmitButton look="secondary" name="intent" value="rebase">
            {t("release.rebase")}
          </SubmitButton>
        )}
        <SubmitButton look="danger" name="intent" value="discard">
          {t("release.discard")}
        </SubmitButton>
      </StepForm>
    );
  }
  return (
    <>
      {page.status === "proposed" &&
        (page.maySign ? (
          <StepForm version={page.version}>
            <SubmitButton name="intent" value="sign">
              {t(page.publishOn ? "release.signPlanned" : "release.sign")}
            </SubmitButton>
          </StepForm>
        ) : (
          <p className="mb-3 text-muted">{t("release.waiting")}</p>
        ))}
      <Form method="post" className="mt-4">
        <input type="hidden" name="version" value={page.version} />
        <TextAreaField name="reason" label={t("release.reason")} rows={2} />
        <SubmitButton look="secondary" name="intent" value="return">
          {t("release.return")}
        </SubmitButton>
      </Form>
    </>
  );
}

function StepForm({ version, children }: { version: number; children: ReactNode }) {
  return (
    <Form method="post" className="flex flex-wrap gap-2">
      <input type="hidden" name="version" value={version} />
      {children}
    </Form>
  );
}
