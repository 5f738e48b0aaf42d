import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { useSay } from "~/i18n/use-language";
import type { Bilingual } from "~/kernel/bilingual";
import { Alert } from "~/ui/alert";
import { DateTimeText } from "~/ui/date-text";
import { SubmitButton } from "~/ui/form";

export type Discarded = { id: string; itemId: string; title: Bilingual; until: Date };

/** A draft was thrown away a moment ago: how to get it back, and until when. */
export function UndoDiscard({ discarded }: { discarded: Discarded | null }) {
  const { t } = useWords("applications");
  const say = useSay();
  if (!discarded) return null;
  return (
    <Alert tone="info" title={t("undo.discarded", { item: say(discarded.title) })}>
      <p className="mb-2">
        {t("undo.until")} <DateTimeText at={discarded.until} />
      </p>
      <Form method="post" action={`/firm/apply/${discarded.itemId}`}>
        <input type="hidden" name="discarded" value={discarded.id} />
        <SubmitButton name="intent" value="restore" look="secondary">
          {t("undo.restore")}
        </SubmitButton>
      </Form>
    </Alert>
  );
}
