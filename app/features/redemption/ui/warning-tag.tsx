import { useTranslation } from "react-i18next";
import { Tag } from "~/ui/tag";
import type { Warning } from "../domain/warning";

const tones = { none: "plain", yellow: "warn", red: "bad" } as const;

/** How a term stands, in words and sign. */
export function WarningTag({ warning }: { warning: Warning }) {
  const { t } = useTranslation("redemption");
  return <Tag tone={tones[warning]}>{t(`department.warning.${warning}`)}</Tag>;
}
