import { useWords } from "~/i18n/use-words";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { RedemptionSettings } from "../domain/redemption-settings";
import { CheckInput, NumberInput } from "./fields";
import { PlaceNotes } from "./place-notes";

type Props = { redemption: RedemptionConfig; put: (parts: RedemptionSettings) => void };

/** What only reviewed cases have: the experts' panel and the visit. */
export function ReviewParts({ redemption, put }: Props) {
  const { t } = useWords("workbench");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div>
        <NumberInput
          id="/redemption/experts"
          label={t("redemption.experts")}
          hint={t("redemption.expertsHint")}
          value={redemption.experts ?? 0}
          onChange={(value) => put({ experts: value ?? undefined })}
        />
        <PlaceNotes place="/redemption/experts" />
      </div>
      <CheckInput
        label={t("redemption.siteVisit")}
        checked={redemption.siteVisit ?? false}
        onChange={(siteVisit) => put({ siteVisit })}
      />
    </div>
  );
}
