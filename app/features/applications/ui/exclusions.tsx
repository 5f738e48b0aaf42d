import { useWords } from "~/i18n/use-words";
import { Alert } from "~/ui/alert";
import { SubmitButton, TextAreaField } from "~/ui/form";
import { KeptForm } from "~/ui/kept-form";

type Exclusion = {
  id: string;
  reason: string;
  fromDay: string;
  toDay: string;
  repairAskedAt: Date | null;
  repairedAt: Date | null;
  repairAnswer: string | null;
};

/** What keeps the firm from receiving anything, and how it asks to be admitted again. */
export function Exclusions({ exclusions, mayWrite }: { exclusions: readonly Exclusion[]; mayWrite: boolean }) {
  const { t } = useWords("applications");
  return exclusions
    .filter(({ repairedAt }) => repairedAt === null)
    .map((exclusion) => (
      <Alert key={exclusion.id} tone="warn" title={t("excluded.title")}>
        <p>{t("excluded.text", { reason: exclusion.reason, from: exclusion.fromDay, to: exclusion.toDay })}</p>
        {exclusion.repairAnswer && <p>{t("excluded.answer", { text: exclusion.repairAnswer })}</p>}
        {exclusion.repairAskedAt && <p>{t("excluded.asked")}</p>}
        {mayWrite && !exclusion.repairAskedAt && (
          <KeptForm keep={`repair:${exclusion.id}`}>
            {(kept) => (
              <>
                <input type="hidden" name="intent" value="repair" />
                <input type="hidden" name="exclusion" value={exclusion.id} />
                <TextAreaField name="grounds" label={t("excluded.grounds")} value={kept["grounds"]} />
                <SubmitButton look="secondary">{t("excluded.send")}</SubmitButton>
              </>
            )}
          </KeptForm>
        )}
      </Alert>
    ));
}
