import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { formatYuan, type Fen } from "~/kernel/money";
import { Alert } from "~/ui/alert";
import { SubmitButton } from "~/ui/form";

type Shown = { version: number; sumNow: { wasFen: Fen | null; nowFen: Fen | null } | null };

/** Says that the sum was worked out beside other cases of the firm than count now, and has it worked out anew. */
export function OutdatedSum({ shown: { version, sumNow }, idempotencyKey }: { shown: Shown; idempotencyKey: string }) {
  const { t } = useWords(["redemption", "common"]);
  if (!sumNow) return null;
  const said = (fen: Fen | null) => (fen === null ? t("sum.open") : t("yuan", { ns: "common", sum: formatYuan(fen) }));
  return (
    <Alert tone="warn" title={t("sum.outdated")}>
      <p className="mb-3">{t("sum.outdatedText", { was: said(sumNow.wasFen), now: said(sumNow.nowFen) })}</p>
      <Form method="post">
        <input type="hidden" name="intent" value="recompute" />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <input type="hidden" name="version" value={version} />
        <SubmitButton look="secondary">{t("sum.recompute")}</SubmitButton>
      </Form>
    </Alert>
  );
}
