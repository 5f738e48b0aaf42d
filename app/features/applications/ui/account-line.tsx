import { useWords } from "~/i18n/use-words";
import { maskedAccount } from "~/kernel/bank-account";

type Props = { account: { holder: string; bankName: string; lastFour: string }; className?: string };

/** The account that is paid to, as much of it as may be shown. */
export function AccountLine({ account, className }: Props) {
  const { t } = useWords("applications");
  return (
    <p className={className}>
      {t("benefit.account", {
        bank: `${account.holder} ${account.bankName}`,
        number: maskedAccount(account.lastFour),
      })}
    </p>
  );
}
