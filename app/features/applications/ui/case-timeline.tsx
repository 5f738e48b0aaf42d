import { useTranslation } from "react-i18next";
import { DateTimeText } from "~/ui/date-text";
import { Timeline } from "~/ui/timeline";

type Props = {
  transitions: readonly { seq: number; event: string; at: Date; department: string | null; comment?: string | null }[];
  open: readonly { stage: string; department: string }[];
};

/** The log of a case in plain words, then what it waits for. */
export function CaseTimeline({ transitions, open }: Props) {
  const { t } = useTranslation("applications");
  const past = transitions.map((each) => ({
    key: String(each.seq),
    title: t(`event.${each.event}`),
    state: "done" as const,
    children: <><DateTimeText at={each.at} />{each.department && ` · ${each.department}`}{each.comment && <p>{each.comment}</p>}</>,
  }));
  const now = open.map((task) => ({ key: `${task.stage}${task.department}`, title: t(`stage.${task.stage}`), state: "current" as const, children: task.department }));
  return <Timeline label={t("track.timeline")} steps={[...past, ...now]} />;
}
