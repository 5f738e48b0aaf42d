import { useWords } from "~/i18n/use-words";
import { ProvisionalMark } from "~/features/calendar/ui/term-day";
import type { Lateness } from "~/features/calendar/domain/lateness";
import { LatenessTag } from "~/features/calendar/ui/lateness-tag";

type Props = {
  title: string;
  tasks: readonly { stage: string; department: string; dueOn: string; lateness: Lateness }[];
};

/** Who has a case now, until when, and how many working days that leaves. */
export function Handlers({ title, tasks }: Props) {
  const { t } = useWords("applications");
  if (tasks.length === 0) return null;
  return (
    <section className="card mb-6">
      <h2 className="mb-2">{title}</h2>
      <ul className="divide-y divide-line">
        {tasks.map((task) => (
          <li key={task.stage + task.department} className="flex flex-wrap justify-between gap-2 py-2">
            <span>
              <strong>{task.department}</strong> · {t(`stage.${task.stage}`)}
            </span>
            <span className="text-muted">
              {t("track.due", { day: task.dueOn })}
              <ProvisionalMark day={task.dueOn} /> <LatenessTag lateness={task.lateness} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
