import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { DateTimeText } from "~/ui/date-text";
import { RowText } from "./row-fields";

type Firm = { id: string; name: string; creditCode: string; createdAt: Date };
type Problem = { id: string; errors: Readonly<Record<string, string>> } | null;

/** Firms whose code fails the check digit, each with the two ways to decide; the reason is what was compared. */
export function CodeList({ codes, problem }: { codes: readonly Firm[]; problem: Problem }) {
  const { t } = useWords("identity");
  return (
    <section className="mb-8">
      <h2>{t("codes.title")}</h2>
      <p className="mb-4 text-muted">{t("codes.lead")}</p>
      <ul className="space-y-4">
        {codes.map((firm) => (
          <li key={firm.id} className="card">
            <h3>
              {firm.name} <code className="text-sm">{firm.creditCode}</code>
            </h3>
            <p className="mb-4 text-sm text-muted">
              {t("codes.since")} <DateTimeText at={firm.createdAt} />
            </p>
            <Form method="post" className="max-w-xl">
              <input type="hidden" name="intent" value="code" />
              <input type="hidden" name="id" value={firm.id} />
              <RowText
                name="reason"
                label={t("codes.reason")}
                {...(problem?.id === firm.id && problem.errors["reason"] ? { error: problem.errors["reason"] } : {})}
              />
              <div className="flex flex-wrap gap-3">
                <button name="decision" value="confirm" className="button button-primary">
                  {t("codes.confirm")}
                  <span className="sr-only"> {firm.name}</span>
                </button>
                <button name="decision" value="refuse" className="button button-danger">
                  {t("codes.refuse")}
                  <span className="sr-only"> {firm.name}</span>
                </button>
              </div>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
