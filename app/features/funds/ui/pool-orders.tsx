import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { plainYuan, type Fen } from "~/kernel/money";
import { SubmitButton, TextField, type FormAnswer } from "~/ui/form";
import { KeptForm } from "~/ui/kept-form";
import { PaperFields, SumTwice } from "./order-fields";

/** What two persons do with a pool. */
export const poolSteps = ["fund", "refill", "reduce"] as const;
const steps = [...poolSteps, "floor"] as const;
const titles = { fund: "pool.fund", refill: "pool.refill", reduce: "orders.kinds.poolReduce", floor: "pool.setFloor" };

type Pool = { availableFen: Fen; advancedFen: Fen; floorFen: Fen | null };
type Props = { pool: Pool | null; idempotencyKey: string; answer: FormAnswer | undefined };

/** What may be done with the pool, one form at a time; all but the floor waits for a second person. */
export function PoolOrders({ pool, idempotencyKey, answer }: Props) {
  const { t } = useTranslation("funds");
  const asked = useSearchParams()[0].get("do");
  const offered = steps.filter((step) => (pool ? isOffered(step, pool) : step === "fund"));
  const step = offered.find((each) => each === asked);
  if (!step)
    return (
      <p className="no-print my-6 flex flex-wrap gap-3">
        {offered.map((each) => (
          <Link key={each} to={`?do=${each}`} preventScrollReset className="button button-secondary">
            {t(titles[each])}
          </Link>
        ))}
      </p>
    );
  return (
    <section className="card my-6">
      <h2 className="mb-1">{t(titles[step])}</h2>
      {step !== "floor" && <p className="mb-3 text-muted">{t("orders.ownHint")}</p>}
      <KeptForm keep={`pool:${step}`} encType="multipart/form-data">
        {(kept) => (
          <>
            <input type="hidden" name="intent" value={step} />
            {step === "floor" ? (
              <TextField
                name="floorYuan"
                label={t("pool.yuan")}
                inputMode="decimal"
                value={answer?.values?.["floorYuan"] ?? kept["floorYuan"] ?? plainYuan(pool?.floorFen ?? 0n)}
                error={answer?.errors?.["floorYuan"]}
              />
            ) : (
              <>
                <SumTwice kept={kept} answer={answer} />
                <PaperFields {...{ kept, answer, idempotencyKey }} />
              </>
            )}
            <div className="flex flex-wrap gap-3">
              <SubmitButton>{t(step === "floor" ? "pool.floorSubmit" : "orders.propose")}</SubmitButton>
              <Link to="?" preventScrollReset className="button button-quiet">
                {t("orders.back")}
              </Link>
            </div>
          </>
        )}
      </KeptForm>
    </section>
  );
}

function isOffered(step: (typeof steps)[number], pool: Pool): boolean {
  if (step === "refill") return pool.advancedFen > 0n;
  return step !== "reduce" || pool.availableFen > 0n;
}
