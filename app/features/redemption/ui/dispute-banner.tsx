import { useWords } from "~/i18n/use-words";
import { ProvisionalMark } from "~/features/calendar/ui/term-day";
import { Alert } from "~/ui/alert";

export type ShownDispute = {
  standing: "open" | "escalated" | "upheld" | "settled";
  words: readonly { department: string; text: string; day: string }[];
  meeting: { day: string; offices: readonly string[] } | null;
  resolution: { event: string; text: string; day: string } | null;
  dueOn: string | null;
  offices: readonly { id: string; name: string }[];
};

/** A co-department's disagreement in its words, why approval is not open, and what opens it. */
export function DisputeBanner({ dispute }: { dispute: ShownDispute }) {
  const { t } = useWords(["redemption", "common"]);
  const { standing, words, meeting, resolution, dueOn } = dispute;
  const ways = {
    open: t("dispute.way", { day: dueOn ?? "—" }),
    escalated: t("dispute.escalated"),
    upheld: t("dispute.upheld"),
  };
  return (
    <Alert
      tone={standing === "settled" ? "info" : "warn"}
      title={t(standing === "settled" ? "dispute.resolved" : "dispute.openTitle")}
    >
      <ul className="list-disc pl-5">
        {words.map((each) => (
          <li key={`${each.department}${each.day}`}>{t("dispute.words", each)}</li>
        ))}
      </ul>
      {meeting && (
        <p>{t("dispute.meeting", { day: meeting.day, offices: meeting.offices.join(t("comma", { ns: "common" })) })}</p>
      )}
      {resolution && <p>{t("dispute.resolution", { ...resolution, how: t(`dispute.by.${resolution.event}`) })}</p>}
      {standing !== "settled" && (
        <p>
          {ways[standing]}
          {standing === "open" && <ProvisionalMark day={dueOn} />}
        </p>
      )}
    </Alert>
  );
}
