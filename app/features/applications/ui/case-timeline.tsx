import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { CaseMovesText } from "~/features/calendar/ui/case-moves-text";
import type { CaseMoves } from "~/features/calendar/domain/case-moves";
import { useReturnWords } from "~/features/funds/ui/return-reason";
import { DateTimeText } from "~/ui/date-text";
import { Timeline } from "~/ui/timeline";
import type { ReturnedStep } from "../domain/returned-steps";

type Props = {
  transitions: readonly {
    seq: number;
    event: string;
    at: Date;
    department: string | null;
    comment?: string | null;
    returned?: ReturnedStep | null;
  }[];
  open: readonly { stage: string; department: string }[];
  /** what changes of the calendar moved */
  moves: readonly CaseMoves[];
  /** where the firm gives another account; left out for those who cannot */
  accountHref?: string;
};

/** The log of a case in plain words, then what it waits for. */
export function CaseTimeline({ transitions, open, moves, accountHref }: Props) {
  const { t } = useWords(["applications", "calendar"]);
  const steps = transitions.map((each) => ({
    at: each.at,
    key: String(each.seq),
    title: t(`event.${each.event}`),
    state: "done" as const,
    children: (
      <>
        <DateTimeText at={each.at} />
        {each.department && ` · ${each.department}`}
        {each.comment && <p>{each.comment}</p>}
        {each.returned && <Returned returned={each.returned} accountHref={accountHref} />}
      </>
    ),
  }));
  const moved = moves.map((each) => ({
    at: each.at,
    key: each.key,
    title: t("moved.title", { ns: "calendar" }),
    state: "done" as const,
    children: <CaseMovesText moves={each} />,
  }));
  const past = [...steps, ...moved].sort((a, b) => a.at.getTime() - b.at.getTime());
  const now = open.map((task) => ({
    key: `${task.stage}${task.department}`,
    title: t(`stage.${task.stage}`),
    state: "current" as const,
    children: task.department,
  }));
  return <Timeline label={t("track.timeline")} steps={[...past, ...now]} />;
}

/** Why the bank sent the money back, and whose turn it is. */
function Returned({
  returned: { reason, code, next },
  accountHref,
}: {
  returned: ReturnedStep;
  accountHref: string | undefined;
}) {
  const { t } = useWords(["applications", "funds"]);
  const words = useReturnWords();
  return (
    <>
      <p>
        {t("track.returned", { reason: words({ reason, code }) })}
        {code && ` · ${t("batches.code", { ns: "funds", code })}`}
      </p>
      <p>
        {t(`returned.${next}`)}
        {next === "giveAccount" && accountHref && (
          <>
            {" "}
            <Link to={accountHref}>{t("account.open", { ns: "funds" })}</Link>
          </>
        )}
      </p>
    </>
  );
}
