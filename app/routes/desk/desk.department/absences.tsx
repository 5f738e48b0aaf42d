import type { useLoaderData } from "@remix-run/react";
import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { DateField, SubmitButton, type FormAnswer } from "~/ui/form";
import { SelectField } from "~/ui/choice-fields";
import { KeptForm, type Kept } from "~/ui/kept-form";
import type { loader } from "./route";

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export function Absences({ shown, answer }: { shown: Shown; answer: FormAnswer | undefined }) {
  const { t } = useWords(["work", "common"]);
  const name = (id: string) => shown.people.find((person) => person.id === id)?.displayName ?? "";
  const day = (field: "fromDay" | "toDay", kept: Kept) => ({
    name: field,
    value: answer?.values?.[field] ?? kept[field] ?? shown.today,
    error: answer?.errors?.[field],
  });
  const options = shown.people.map(({ id, displayName }) => ({ value: id, label: displayName }));
  return (
    <section className="card">
      <h2 className="mb-3">{t("absences")}</h2>
      {shown.absences.length === 0 ? (
        <p className="mb-3 text-muted">{t("noAbsences")}</p>
      ) : (
        <ul className="mb-4 divide-y divide-line">
          {shown.absences.map((each) => (
            <li key={each.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
              <span>
                {name(each.userId)} → {name(each.deputyId)}
                {t("inBrackets", { ns: "common", text: `${each.fromDay} – ${each.toDay}` })}
              </span>
              <Form method="post">
                <input type="hidden" name="intent" value="endAbsence" />
                <input type="hidden" name="id" value={each.id} />
                <SubmitButton look="quiet">{t("end")}</SubmitButton>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <KeptForm keep={`absence:${shown.today}:${shown.absences.map(({ id }) => id.slice(-4)).join("")}`}>
        {(kept) => (
          <>
            <input type="hidden" name="intent" value="absence" />
            <div className="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-4">
              <SelectField name="userId" label={t("absent")} options={options} value={kept["userId"]} />
              <SelectField name="deputyId" label={t("deputy")} options={options} value={kept["deputyId"]} />
              <DateField {...day("fromDay", kept)} label={t("from")} />
              <DateField {...day("toDay", kept)} label={t("to")} />
            </div>
            <SubmitButton look="secondary">{t("note")}</SubmitButton>
          </>
        )}
      </KeptForm>
    </section>
  );
}

export function Exclusions({ rows }: { rows: Shown["exclusions"] }) {
  const { t } = useWords(["redemption", "common"]);
  return (
    <section className="card">
      <h2 className="mb-3">{t("exclusions.title")}</h2>
      {rows.length === 0 && <p className="text-muted">{t("exclusions.none")}</p>}
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id} className="py-3">
            <p>
              <strong>{row.enterprise.name}</strong> ·{" "}
              {row.repairedAt ? t("exclusions.repaired") : t("exclusions.until", { day: row.toDay })}
            </p>
            <p className="text-sm text-muted">{row.reason}</p>
            {row.repairGrounds && (
              <p className="text-sm">
                {t("exclusions.grounds")}
                {t("colon", { ns: "common" })}
                {row.repairGrounds}
              </p>
            )}
            {row.repairAskedAt && !row.repairedAt && (
              <div className="mt-2">
                <KeptForm keep={`repair:${row.id}:${row.repairAskedAt.getTime()}`}>
                  {(kept) => (
                    <>
                      <input type="hidden" name="id" value={row.id} />
                      <label className="mb-1 block font-semibold" htmlFor={`answer-${row.id}`}>
                        {t("exclusions.answer")}
                      </label>
                      <textarea
                        id={`answer-${row.id}`}
                        name="answer"
                        rows={2}
                        className="field mb-2 max-w-xl"
                        defaultValue={kept["answer"]}
                      />
                      <div className="flex gap-2">
                        <SubmitButton name="intent" value="grant">
                          {t("exclusions.grant")}
                        </SubmitButton>
                        <SubmitButton name="intent" value="refuse" look="secondary">
                          {t("exclusions.refuse")}
                        </SubmitButton>
                      </div>
                    </>
                  )}
                </KeptForm>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
