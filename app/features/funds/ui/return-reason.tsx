import { useWords } from "~/i18n/use-words";
import { isBareCode, reasonKey } from "../domain/return-codes";

/** Why the bank sent money back: its own words, else what its ISO 20022 code means; the code beside it. */
export function ReturnReason({ reason, code }: { reason: string | null; code: string | null }) {
  const words = useReturnWords();
  return (
    <>
      {words({ reason, code })}
      {code && <span className="text-sm text-muted"> ({code})</span>}
    </>
  );
}

/** The words alone. */
export function useReturnWords() {
  const { t } = useWords("funds");
  return ({ reason, code }: { reason: string | null; code: string | null }) => {
    if (code && (!reason || reason === "—" || isBareCode(reason, code)))
      return t(`bank.codes.${code}`, { defaultValue: code });
    const key = reason && reasonKey(reason);
    return key ? t(key) : (reason ?? "");
  };
}
