import { useWords } from "~/i18n/use-words";
import type { Stake } from "~/features/matching/domain/matches/stakes";
import { formatYuan } from "~/kernel/money";

/** Firms that fulfil the conditions, and beneath them those that can't be told yet. */
export function StakeFirms({ stake: { firms, maybe } }: { stake: Stake }) {
  const { t } = useWords("validity");
  return (
    <div>
      {firms}
      {maybe > 0 && <span className="block text-sm text-muted">{t("maybe", { count: maybe })}</span>}
    </div>
  );
}

/** Fixed sums at stake, and beneath them the ceilings, which nobody adds to them. */
export function StakeYuan({ stake: { fen, upToFen } }: { stake: Stake }) {
  const { t } = useWords("validity");
  return (
    <div>
      {formatYuan(fen)}
      {upToFen > 0n && <span className="block text-sm text-muted">{t("upTo", { sum: formatYuan(upToFen) })}</span>}
    </div>
  );
}
