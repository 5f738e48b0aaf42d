import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { ValidityCard } from "~/features/policies/ui/validity-card";
import type { StatementKind } from "~/features/validity/domain/statement";
import { DocumentItems } from "~/features/validity/ui/document-items";
import { StatementDecision } from "~/features/validity/ui/statement-decision";
import { StatementForm } from "~/features/validity/ui/statement-form";
import { StatementHistory } from "~/features/validity/ui/statement-history";
import { validityAction } from "./validity-action.server";
import { readDocument, type ShownDocument } from "~/features/validity/use-cases/read-document.server";
import { languageOf } from "~/door/language.server";
import { decisions } from "~/kernel/second-person";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { readUploadForm } from "~/door/read-upload.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { ErrorSummary, type FormAnswer } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { SummaryList } from "~/ui/summary-list";

export const handle = { access: "read:policy:all" } satisfies RouteHandle;

export const loader = guardedLoader("read:policy:all", async ({ request, params, context, actor }) => {
  const { prisma: tx, clock, catalogue, random } = context;
  const language = await languageOf(request);
  return {
    shown: await readDocument({ tx, clock, catalogue, actor }, params["documentId"] ?? "", language),
    key: random.uuid(),
  };
});

export const action = guardedAction(
  "write:policy:all",
  async ({ request, params, context, actor }): Promise<FormAnswer | Response> => {
    const documentId = params["documentId"] ?? "";
    const done = await validityAction(context, actor, documentId, await readUploadForm(request));
    return "errors" in done ? done : redirect(`/validity/documents/${documentId}?done=${done.done}`);
  },
);

const fields = ["number", "from", "until", "since", "words", "day", "address"] as const;

export default function ValidityDocument() {
  const { shown } = useLoaderData<typeof loader>();
  const { t } = useWords("validity");
  const answer = useActionData<FormAnswer>();
  const [parameters] = useSearchParams();
  const asked = answer?.values?.["kind"] ?? parameters.get("kind");
  const kind = shown.kinds.find((each) => each === asked) ?? shown.kinds[0] ?? "confirmed";
  return (
    <>
      <PageTitle title={shown.document.title} lead={shown.document.number ?? undefined}>
        <Link to="/validity" className="button button-quiet">
          {t("document.back")}
        </Link>
      </PageTitle>
      <RefusalAlert refusal={refusalOf(answer)} />
      <Problems answer={answer} kind={kind} />
      <Done done={parameters.get("done")} />
      {shown.document.demo && <Alert tone="info">{t("policies:validity.demoText")}</Alert>}
      {shown.duties.map(({ work }) => (
        <Alert key={work} tone="warn" title={t(`work.${work}`)}>
          {t(`todo.${work}`)}
        </Alert>
      ))}
      <div className="grid gap-6 lg:grid-cols-[2fr_1fr]">
        <div className="min-w-0">
          <Statements kind={kind} answer={answer} />
          <DocumentItems shown={shown} />
        </div>
        <aside className="h-fit min-w-0 space-y-6">
          <ValidityCard
            state={shown.state}
            validity={shown.document.validity ?? null}
            lastDay={shown.lastDay}
            office={shown.offices.join("、")}
          />
          {shown.fileSays && <FileSays said={shown.fileSays} />}
        </aside>
      </div>
    </>
  );
}

/** What was said of the document, and what may be said or decided now. */
function Statements({ kind, answer }: { kind: StatementKind; answer: FormAnswer | undefined }) {
  const { shown, key } = useLoaderData<typeof loader>();
  const { t } = useWords("validity");
  const waiting = shown.statements.find(({ status }) => status === "proposed");
  return (
    <>
      {shown.mayState && !waiting && <StatementForm shown={shown} kind={kind} idempotencyKey={key} answer={answer} />}
      {!shown.mayState && <p className="mb-4 text-muted">{t("document.readOnly")}</p>}
      <StatementHistory rows={shown.statements} state={shown.state} />
      {shown.maySign && waiting && <StatementDecision statement={waiting} />}
    </>
  );
}

function Problems({ answer, kind }: { answer: FormAnswer | undefined; kind: StatementKind }) {
  const { t } = useWords("validity");
  const labels = {
    ...Object.fromEntries(fields.map((name) => [name, t(`say.${name}`)])),
    by: t(`say.by.${kind === "replaced" || kind === "ended" ? kind : "extended"}`),
    ...(kind === "letEnd" ? { words: t("say.reason") } : {}),
    ...(kind === "ended" ? { until: t("say.last") } : {}),
  };
  return <ErrorSummary errors={answer?.errors ?? {}} labels={labels} />;
}

function Done({ done }: { done: string | null }) {
  const { t } = useWords("validity");
  if (done === "sent") return <Alert tone="good">{t("say.sent")}</Alert>;
  const decided = decisions.find((each) => each === done);
  if (!decided) return null;
  return <Alert tone="good">{t(`decide.${decided === "released" ? "signed" : decided}`)}</Alert>;
}

/** What the catalogue files say since two persons signed something else. */
function FileSays({ said }: { said: NonNullable<ShownDocument["fileSays"]> }) {
  const { t } = useWords("validity");
  const { validFrom, validTo, validity } = said;
  const term = t("document.fileTerm", { from: validFrom ?? t("noEnd"), until: validTo ?? t("noEnd") });
  return (
    <section className="card">
      <h2 className="mb-2">{t("document.fileSays")}</h2>
      <SummaryList
        stacked
        rows={[
          { key: "term", label: t("policies:item.valid"), value: term },
          {
            key: "how",
            label: t("policies:validity.basis"),
            value: validity?.basis ?? t("document.nothing"),
          },
        ]}
      />
    </section>
  );
}
