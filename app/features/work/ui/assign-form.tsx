import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";

type Person = { id: string; displayName: string };

/** Gives a piece of work to one person, or back to all; `label` says which piece. */
export function AssignForm({
  taskId,
  assigneeId,
  people,
  label,
}: {
  taskId: string;
  assigneeId: string | null;
  people: readonly Person[];
  label: string;
}) {
  const { t } = useWords("work");
  return (
    <Form method="post" className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="intent" value="assign" />
      <input type="hidden" name="id" value={taskId} />
      <select
        name="assigneeId"
        aria-label={label}
        defaultValue={assigneeId ?? ""}
        key={assigneeId ?? ""}
        className="field w-auto"
      >
        <option value="">{t("everyone")}</option>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.displayName}
          </option>
        ))}
      </select>
      <button className="button button-secondary">{t("assign")}</button>
    </Form>
  );
}
