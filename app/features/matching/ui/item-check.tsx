import { Form, useSubmit } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import type { Place } from "~/features/policies/domain/places";
import { placeOptions } from "~/features/policies/ui/place-options";
import { useLanguage } from "~/i18n/use-language";
import { SelectField } from "~/ui/choice-fields";
import { IndustryField } from "~/features/enterprises/ui/industry-field";
import { Money } from "~/ui/money";
import { Tag } from "~/ui/tag";
import { useTypedBefore } from "~/ui/use-typed-before";
import type { TraceLine } from "../domain/amount/amount-trace";
import type { ExplanationView } from "../domain/explain/explanation-view";
import { AmountTrace } from "./amount-trace";
import { ConditionTree } from "./condition-tree";
import { QuickQuestion, type QuickFact } from "./quick-check-form";

type Result = {
  verdict: "eligible" | "unknown" | "ineligible";
  explanation: ExplanationView | null;
  nature: "cash" | "upTo" | "nonCash";
  /** whether a sum may be told: only of what is in force */
  isCounted: boolean;
  fen: bigint | null;
  trace: TraceLine[];
};
export type ItemCheckShown = {
  facts: QuickFact[];
  said: Record<string, string>;
  places: Place[];
  zones: { park: string; zh: string; en: string }[];
  result: Result | null;
};

/** The conditions of one item tried on a firm that is only described: nothing is stored; with scripts the result follows every answer. */
export function ItemCheck({ itemId, region, check }: { itemId: string; region: string; check: ItemCheckShown }) {
  const { t } = useWords("matching");
  const submit = useSubmit();
  const action = `/policies/${itemId}`;
  const answer = (form: HTMLFormElement) => submit(form, { action, replace: true, preventScrollReset: true });
  const form = useTypedBefore(answer);
  return (
    <section className="card" id="check" aria-labelledby="check-title">
      <h2 id="check-title">{t("try.title")}</h2>
      <p className="mb-4 text-muted">{t("try.lead")}</p>
      <Form
        ref={form}
        method="get"
        action={`${action}#check`}
        preventScrollReset
        onChange={(event) => answer(event.currentTarget)}
      >
        <div className="grid gap-x-6 md:grid-cols-2">
          {check.facts.map((fact) => (
            <Question key={fact.name} fact={fact} region={region} check={check} />
          ))}
        </div>
        <button className="button button-primary">{t("try.submit")}</button>
      </Form>
      {check.result && <Answer result={check.result} />}
    </section>
  );
}

function Question({
  fact,
  region,
  check: { said, places, zones },
}: {
  fact: QuickFact;
  region: string;
  check: ItemCheckShown;
}) {
  const { t } = useWords(["matching", "policies"]);
  const language = useLanguage();
  const value = said[fact.name];
  if (fact.name === "region")
    return (
      <SelectField
        name="region"
        label={t("check.place", { ns: "policies" })}
        value={value ?? (region === "000000" ? "" : region)}
        options={placeOptions(places, language)}
        empty={t("try.choose")}
      />
    );
  if (fact.name === "industry")
    return <IndustryField name="industry" label={t("check.industry", { ns: "policies" })} hint="" value={value} />;
  if (fact.name === "park")
    return (
      <SelectField
        name="park"
        label={t("check.park", { ns: "policies" })}
        value={value}
        options={zones.map((zone) => ({ value: zone.park, label: zone[language] }))}
        empty={t("try.choose")}
      />
    );
  return <QuickQuestion fact={fact} said={value} />;
}

const tones = { eligible: "good", unknown: "unknown", ineligible: "bad" } as const;

function Answer({ result: { verdict, explanation, nature, isCounted, fen, trace } }: { result: Result }) {
  const { t } = useWords(["matching", "common"]);
  return (
    <div className="mt-6 border-t border-line pt-4">
      <p role="status" aria-live="polite" className="mb-4 flex flex-wrap items-center gap-4">
        <Tag tone={tones[verdict]}>{t(`verdict.${verdict}`, { ns: "common" })}</Tag>
        {fen !== null && nature !== "nonCash" && (
          <span>
            {verdict === "eligible" ? t(`nature.${nature}`, { ns: "common" }) : t("potential")}{" "}
            <strong className="text-xl text-brand-800">
              <Money fen={fen} />
            </strong>
          </span>
        )}
      </p>
      {explanation && <ConditionTree node={explanation} reader="visitor" />}
      {isCounted && nature !== "nonCash" && (
        <>
          <h3 className="mt-4">{t("amountHow")}</h3>
          <AmountTrace lines={trace} />
        </>
      )}
    </div>
  );
}
