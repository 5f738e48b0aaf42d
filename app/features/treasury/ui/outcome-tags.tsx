import { useWords } from "~/i18n/use-words";
import { Tag, type Tone } from "~/ui/tag";
import type { Outcome } from "../domain/bank/bank-answer";

const tones: Record<Outcome, Tone> = {
  paid: "good",
  collected: "good",
  returned: "bad",
  noted: "info",
  repeated: "plain",
  amountDiffers: "warn",
  contradicts: "warn",
  unknown: "unknown",
  excess: "warn",
  recoveryOpen: "warn",
  charged: "plain",
  setAside: "bad",
};

/** What became of one line of a bank's file. */
export function OutcomeTag({ outcome, count }: { outcome: Outcome; count?: number }) {
  const { t } = useWords("funds");
  return (
    <Tag tone={tones[outcome]}>
      {t(`bank.outcomes.${outcome}`)}
      {count === undefined ? "" : ` ${count}`}
    </Tag>
  );
}

/** How many lines led to what. */
export function OutcomeTags({ outcomes }: { outcomes: readonly { outcome: Outcome; count: number }[] }) {
  return (
    <div className="flex flex-wrap gap-1">
      {outcomes.map((each) => (
        <OutcomeTag key={each.outcome} {...each} />
      ))}
    </div>
  );
}
