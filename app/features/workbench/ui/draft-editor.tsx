import { Link, useBeforeUnload } from "@remix-run/react";
import { useCallback, useMemo, useState, type ReactNode } from "react";
import { useWords } from "~/i18n/use-words";
import { DateTimeText } from "~/ui/date-text";
import { RefusalAlert } from "~/ui/refusal-alert";
import type { Change, EditorState } from "../domain/editor-state";
import type { Choices } from "../use-cases/editor-choices.server";
import type { Preview } from "../use-cases/preview-draft.server";
import type { Saved } from "../use-cases/save-policy-draft.server";
import { AmountEditor } from "./amount-editor";
import { ConditionBuilder } from "./condition-builder";
import { EditorContext } from "./editor-context";
import { DayInput } from "./fields";
import { FindingsPanel } from "./findings-panel";
import { ItemEditor } from "./item-editor";
import { LivePanel } from "./live-panel";
import { MultiplierEditor } from "./multiplier-editor";
import { RedemptionEditor } from "./redemption-editor";
import { TermsEditor } from "./terms-editor";
import { useKeeping, usePreview } from "./use-draft";

type Props = { id: string; draft: EditorState; saved: Saved; preview: Preview; choices: Choices; alone: boolean };

/** The form of a draft beside what it would do. Everything typed is kept in the background. */
export function DraftEditor({ id, draft, saved: first, preview: firstPreview, choices, alone }: Props) {
  const { t } = useWords("workbench");
  const [state, setState] = useState(draft);
  const change = useCallback((next: Change) => setState(next), []);
  const { preview, busy } = usePreview(id, state, firstPreview);
  const { saved, refusal, isKept } = useKeeping(state, first);
  const factByName = useMemo(() => new Map(choices.facts.map((fact) => [fact.name, fact])), [choices]);
  const editing = useMemo(() => ({ choices, factByName, preview, change }), [choices, factByName, preview, change]);
  useBeforeUnload(useCallback((event) => !isKept && event.preventDefault(), [isKept]));
  const { content } = state;
  return (
    <EditorContext.Provider value={editing}>
      <RefusalAlert refusal={refusal} />
      <noscript>
        <p className="my-4">{t("noScript")}</p>
      </noscript>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0 space-y-6">
          <Section title={t("section.conditions")} hint={t("section.conditionsHint")}>
            <ConditionBuilder root={content.conditions} />
          </Section>
          <Section title={t("section.amount")}>
            <AmountEditor amount={content.amount} />
            <h3 className="mb-2 mt-5">{t("section.multiplier")}</h3>
            <MultiplierEditor multiplier={content.multiplier} />
          </Section>
          <Section title={t("section.item")}>
            <ItemEditor item={content} alone={alone} />
          </Section>
          <Section title={t("section.terms")}>
            <TermsEditor item={content} />
          </Section>
          <Section title={t("section.redemption")}>
            <RedemptionEditor settings={state.redemption} />
          </Section>
          <Section title={t("section.plan")} hint={t("section.planHint")}>
            <div className="grid gap-4 sm:grid-cols-2">
              <DayInput
                label={t("plan.publishOn")}
                hint={t("plan.publishOnHint")}
                value={state.publishOn ?? ""}
                onChange={(day) => change((before) => ({ ...before, publishOn: day || null }))}
              />
              <DayInput
                label={t("plan.endsOn")}
                hint={t("plan.endsOnHint")}
                value={state.endsOn ?? ""}
                onChange={(day) => change((before) => ({ ...before, endsOn: day || null }))}
              />
            </div>
          </Section>
        </div>
        <div className="min-w-0 space-y-6 lg:sticky lg:top-4">
          <LivePanel preview={preview} busy={busy} />
          <FindingsPanel explained={state.explained} />
          <p role="status" className="text-sm text-muted">
            {isKept ? (
              <>
                {t("kept")} <DateTimeText at={saved.savedAt} />
              </>
            ) : (
              t(refusal ? "notKept" : "keeping")
            )}
          </p>
          <nav aria-label={t("next")} className="flex flex-wrap gap-2">
            <NextLink to="backtest" ready={isKept}>
              {t("toBacktest")}
            </NextLink>
            <NextLink to="release" ready={isKept}>
              {t("toRelease")}
            </NextLink>
            <NextLink to="json" ready={isKept}>
              {t("toJson")}
            </NextLink>
          </nav>
        </div>
      </div>
    </EditorContext.Provider>
  );
}

function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="card" aria-label={title}>
      <h2 className="mb-1">{title}</h2>
      {hint && <p className="mb-3 text-sm text-muted">{hint}</p>}
      <div className="mt-3">{children}</div>
    </section>
  );
}

/** Leads on once everything is kept. */
function NextLink({ to, ready, children }: { to: string; ready: boolean; children: ReactNode }) {
  return (
    <Link
      to={to}
      aria-disabled={!ready || undefined}
      onClick={(event) => !ready && event.preventDefault()}
      className="button button-secondary"
    >
      {children}
    </Link>
  );
}
