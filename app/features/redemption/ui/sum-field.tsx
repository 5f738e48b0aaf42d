import { useWords } from "~/i18n/use-words";
import type { SumRoom } from "~/features/matching/domain/amount/sum-room";
import { formatYuan, plainYuan, type Fen } from "~/kernel/money";
import { TextAreaField, TextField, type FieldErrors } from "~/ui/form";
import type { Kept } from "~/ui/kept-form";
import { Money } from "~/ui/money";

type Props = { room: SumRoom; claimedFen: Fen | null; kept: Kept; errors: FieldErrors };

/** The sum of an approval: shown alone where the rule fixes it, else to be chosen within its room, with the reason for another. */
export function SumField({ room, claimedFen, kept, errors }: Props) {
  const { t } = useWords("redemption");
  if (room.kind === "locked")
    return (
      <div className="mb-4">
        <p className="font-semibold">{t("case.approvedYuan")}</p>
        <p className="text-xl">
          <Money fen={room.fen} />
        </p>
        <p className="text-sm text-muted">{t("sum.locked")}</p>
      </div>
    );
  const usual = claimedFen === null ? "" : plainYuan(claimedFen);
  return (
    <>
      <TextField
        name="approvedYuan"
        label={t("case.approvedYuan")}
        hint={
          room.mostFen === null
            ? t("sum.from", { least: formatYuan(room.leastFen) })
            : t("sum.between", { least: formatYuan(room.leastFen), most: formatYuan(room.mostFen) })
        }
        inputMode="decimal"
        value={kept["approvedYuan"] ?? usual}
        error={errors["approvedYuan"]}
      />
      <TextAreaField
        name="sumReason"
        label={t("sum.reason")}
        hint={t("sum.reasonHint")}
        rows={2}
        value={kept["sumReason"]}
        error={errors["sumReason"]}
      />
    </>
  );
}
