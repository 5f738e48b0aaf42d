import { useTranslation } from "react-i18next";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { RedemptionSettings } from "../domain/redemption-settings";
import { CheckInput, NumberInput } from "./fields";
import { PlaceNotes } from "./place-notes";

type Props = { redemption: RedemptionConfig; put: (parts: RedemptionSettings) => void };

/** What only reviewed cases have: the experts' panel, the visit, and the yearly round. */
export function ReviewParts({ redemption, put }: Props) {
  const { t } = useTranslation("workbench");
  return (
    <>
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
      <YearlyRound redemption={redemption} put={put} />
    </>
  );
}

/** Whether cases wait for a yearly choice, how many are chosen, and how a pool that is too small is divided. */
function YearlyRound({ redemption, put }: Props) {
  const { t } = useTranslation("workbench");
  const batch = redemption.batch ?? null;
  return (
    <fieldset>
      <legend className="font-medium">{t("redemption.batch")}</legend>
      <p className="text-sm text-muted">{t("redemption.batchHint")}</p>
      <CheckInput
        label={t("redemption.batchUse")}
        checked={batch !== null}
        onChange={(on) => put({ batch: on ? { quota: null, proRata: false } : null })}
      />
      {batch && (
        <div className="grid gap-4 sm:grid-cols-2">
          <div>
            <NumberInput
              id="/redemption/batch/quota"
              label={t("redemption.quota")}
              hint={t("redemption.quotaHint")}
              value={batch.quota}
              onChange={(quota) => put({ batch: { ...batch, quota } })}
            />
            <PlaceNotes place="/redemption/batch/quota" />
          </div>
          <CheckInput
            label={t("redemption.proRata")}
            checked={batch.proRata}
            onChange={(proRata) => put({ batch: { ...batch, proRata } })}
          />
        </div>
      )}
    </fieldset>
  );
}
