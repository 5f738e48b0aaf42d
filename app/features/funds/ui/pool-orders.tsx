import { useWords } from "~/i18n/use-words";
import { plainYuan, type Fen } from "~/kernel/money";
import { TextField, type FormAnswer } from "~/ui/form";
import { OneForm } from "./one-form";
import { PaperFields, SumTwice } from "./order-fields";

/** What two persons do with a pool. */
const steps = ["fund", "refill", "reduce", "floor"] as const;
const titles = { fund: "pool.fund", refill: "pool.refill", reduce: "orders.kinds.poolReduce", floor: "pool.setFloor" };

type Pool = { availableFen: Fen; advancedFen: Fen; floorFen: Fen | null };
type Props = {
  pool: Pool | null;
  /** orders the person has proposed so far */
  made: number;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** What may be done with the pool; all but the floor waits for a second person. */
export function PoolOrders({ pool, made, idempotencyKey, answer }: Props) {
  const { t } = useWords("funds");
  const floorYuan = plainYuan(pool?.floorFen ?? 0n);
  const offered = steps
    .filter((step) => (pool ? isOffered(step, pool) : step === "fund"))
    .map((step) => ({
      step,
      title: t(titles[step]),
      ...(step === "floor" ? { submit: t("pool.floorSubmit") } : { hint: t("orders.ownHint") }),
    }));
  return (
    <div className="mt-6">
      <OneForm offered={offered} keep={`pool:${made}:${floorYuan}`}>
        {(step, kept) =>
          step === "floor" ? (
            <TextField
              name="floorYuan"
              label={t("pool.yuan")}
              inputMode="decimal"
              value={answer?.values?.["floorYuan"] ?? kept["floorYuan"] ?? floorYuan}
              error={answer?.errors?.["floorYuan"]}
            />
          ) : (
            <>
              <SumTwice kept={kept} answer={answer} />
              <PaperFields {...{ kept, answer, idempotencyKey }} />
            </>
          )
        }
      </OneForm>
    </div>
  );
}

function isOffered(step: (typeof steps)[number], pool: Pool): boolean {
  if (step === "refill") return pool.advancedFen > 0n;
  return step !== "reduce" || pool.availableFen > 0n;
}
