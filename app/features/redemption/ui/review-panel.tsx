import { useWords } from "~/i18n/use-words";
import type { SumRoom } from "~/features/matching/domain/amount/sum-room";
import type { Fen } from "~/kernel/money";
import { Alert } from "~/ui/alert";
import { SubmitButton, TextAreaField, TextField, type FieldErrors } from "~/ui/form";
import { CheckField, RadioField } from "~/ui/choice-fields";
import { KeptForm, type Kept } from "~/ui/kept-form";
import type { Bar } from "../domain/barred";
import { refusals } from "../domain/review-actions";
import type { ShownDispute } from "./dispute-banner";
import { CorrectionList } from "./correction-list";
import { DisputeFields } from "./dispute-fields";
import { FailedConditions } from "./failed-conditions";
import { useReviewErrors } from "./review-errors";
import { SumField } from "./sum-field";

type Props = {
  shown: {
    id: string;
    version: number;
    actions: readonly string[];
    bar: Bar | null;
    proposedRefusal: string | null;
    claimedFen: Fen | null;
    room: SumRoom;
    unknownBasis: { file: string; number: string } | null;
    firm: { name: string };
    subjects: readonly string[];
    clauses: Parameters<typeof FailedConditions>[0]["clauses"];
    conflict: "own-firm" | "recused" | null;
    assignee: string | null;
    dispute: ShownDispute | null;
    objections: readonly { id: string; text: string; admission: string; outcome: string | null }[];
  };
  idempotencyKey: string;
};

const looks: Record<string, "primary" | "secondary" | "danger"> = {
  PASS_COUNTY: "primary",
  RECOMMEND_APPROVAL: "primary",
  CO_AGREE: "primary",
  APPROVE: "primary",
  REJECT: "danger",
  RECOMMEND_REJECTION: "danger",
  CO_DISAGREE: "danger",
  EXPERT_SCORED: "primary",
  VISITED: "primary",
  LIST_APPROVED: "primary",
  LIST_REFUSED: "danger",
  MEETING_CALLED: "primary",
  MEETING_AGREED: "primary",
  HEAD_UPHELD: "danger",
  OBJECTION_ADMITTED: "primary",
  OBJECTION_REFUSED: "danger",
  OBJECTION_UPHELD: "danger",
  DECISION_OVERTURNED: "danger",
  FOLLOWED_UP: "primary",
  CHECK_PASSED: "primary",
  CHECK_FAILED: "danger",
  RECOVERY_CONFIRMED: "danger",
};

/** What the official may do with the case now; what is typed survives a reload. */
export function ReviewPanel({ shown, idempotencyKey }: Props) {
  const { t } = useWords("redemption");
  const errors = useReviewErrors();
  if (shown.conflict)
    return <Alert tone="warn">{t(shown.conflict === "own-firm" ? "side.ownFirm" : "side.recused")}</Alert>;
  if (shown.actions.length === 0) return <Alert tone="info">{t(`case.${shown.bar ?? "waiting"}`)}</Alert>;
  const steps = shown.actions.filter((action) => action !== "REQUEST_CORRECTION");
  return (
    <section className="card">
      <h2 className="mb-3">{t("case.decide")}</h2>
      {shown.assignee && <Alert tone="info">{t("side.assigned", { who: shown.assignee })}</Alert>}
      {shown.bar && <Alert tone="warn">{t(`case.${shown.bar}`)}</Alert>}
      <KeptForm keep={`review:${shown.id}:${shown.version}`}>
        {(kept) => (
          <>
            <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
            <input type="hidden" name="version" value={shown.version} />
            {shown.actions.includes("APPROVE") && (
              <SumField room={shown.room} claimedFen={shown.claimedFen} kept={kept} errors={errors} />
            )}
            <BasisTick shown={shown} ticked={kept["basisSeen"] === "1"} error={errors["basisSeen"]} />
            {shown.actions.includes("EXPERT_SCORED") && (
              <TextField
                name="score"
                label={t("side.score")}
                inputMode="numeric"
                value={kept["score"]}
                error={errors["score"]}
              />
            )}
            {shown.actions.includes("CHECK_FAILED") && (
              <RadioField
                name="recoveryKind"
                label={t("side.recoveryKind")}
                value={kept["recoveryKind"] ?? "error"}
                options={["error", "fraud"].map((value) => ({ value, label: t(`side.${value}`) }))}
              />
            )}
            {shown.clauses.length > 0 && shown.actions.some((action) => refusals.has(action)) && (
              <FailedConditions clauses={shown.clauses} kept={kept} />
            )}
            <DisputeFields shown={shown} kept={kept} errors={errors} />
            <Words shown={shown} kept={kept} errors={errors} />
            {steps.length > 0 && (
              <div className="flex flex-wrap gap-3">
                {steps.map((action) => (
                  <SubmitButton key={action} name="action" value={action} look={looks[action] ?? "secondary"}>
                    {t(`action.${action}`)}
                  </SubmitButton>
                ))}
              </div>
            )}
            {shown.actions.includes("REQUEST_CORRECTION") && (
              <details className="mt-6" open={Object.keys(kept).some((name) => name.startsWith("text-") && kept[name])}>
                <summary className="inline-flex min-h-11 items-center font-semibold text-brand-700 underline">
                  {t("action.REQUEST_CORRECTION")}
                </summary>
                <CorrectionList subjects={shown.subjects} kept={kept} />
                <SubmitButton name="action" value="REQUEST_CORRECTION" look="secondary">
                  {t("action.REQUEST_CORRECTION")}
                </SubmitButton>
              </details>
            )}
          </>
        )}
      </KeptForm>
    </section>
  );
}

/** What the official writes: for the firm where a case may be refused, and into the record. */
function Words({ shown, kept, errors }: { shown: Props["shown"]; kept: Kept; errors: FieldErrors }) {
  const { t } = useWords("redemption");
  return (
    <>
      {shown.actions.includes("REJECT") && (
        <TextAreaField
          name="refusal"
          label={t("case.refusal")}
          hint={t(shown.proposedRefusal === null ? "case.refusalHint" : "case.refusalBrought")}
          rows={3}
          value={kept["refusal"] ?? shown.proposedRefusal ?? ""}
          error={errors["refusal"]}
        />
      )}
      <TextAreaField
        name="comment"
        label={t("case.comment")}
        hint={t("case.commentHint")}
        rows={3}
        value={kept["comment"]}
        error={errors["comment"]}
      />
    </>
  );
}

/** The second person says that the basis of a condition which is not known was seen. */
function BasisTick({ shown, ticked, error }: { shown: Props["shown"]; ticked: boolean; error?: string | undefined }) {
  const { t } = useWords("redemption");
  if (!shown.unknownBasis || !shown.actions.includes("LIST_APPROVED")) return null;
  return (
    <CheckField
      name="basisSeen"
      label={t("lists.basisSeen", { firm: shown.firm.name, ...shown.unknownBasis })}
      checked={ticked}
      error={error}
    />
  );
}
