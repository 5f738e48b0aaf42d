import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { SubmitButton } from "~/ui/form";
import { Tag } from "~/ui/tag";
import type { OpenPoint } from "../domain/drafting/open-points";

type Props = { version: number; points: readonly OpenPoint[]; canWrite: boolean };

/** Words that nothing in the draft says yet; each is settled with a word why. Open ones keep the draft from being published. */
export function ClausePoints({ version, points, canWrite }: Props) {
  const { t } = useWords("workbench");
  const open = points.filter(({ settled }) => settled === null);
  const done = points.filter(({ settled }) => settled !== null);
  return (
    <section id="points" tabIndex={-1} className="card mt-6" aria-labelledby="points-title">
      <h2 id="points-title" className="mb-2">
        {t("clause.points", { count: open.length })}
      </h2>
      <p className="mb-3 text-muted">{t(open.length > 0 ? "clause.pointsOpen" : "clause.pointsDone")}</p>
      <ul className="divide-y divide-line">
        {open.map((point) => (
          <li key={point.id} className="py-3">
            <p lang="zh">
              <strong>{point.words}</strong> <span className="text-sm text-muted">{point.sentence}</span>
            </p>
            {canWrite && <SettleForm version={version} point={point} />}
          </li>
        ))}
      </ul>
      {done.length > 0 && (
        <details className="mt-3">
          <summary className="min-h-11 cursor-pointer py-2">{t("clause.settled", { count: done.length })}</summary>
          <ul className="divide-y divide-line">
            {done.map(({ id, words, settled }) => (
              <li key={id} className="flex flex-wrap items-center gap-2 py-2">
                <span lang="zh">{words}</span>
                {settled && <Tag tone="plain">{t(`clause.as.${settled.as}`)}</Tag>}
                <span>{settled?.why}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function SettleForm({ version, point }: { version: number; point: OpenPoint }) {
  const { t } = useWords("workbench");
  const name = `why-${point.id}`;
  return (
    <Form method="post" className="mt-2 flex flex-wrap items-end gap-3">
      <input type="hidden" name="intent" value="settle" />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="point" value={point.id} />
      <fieldset className="flex flex-wrap gap-3">
        <legend className="sr-only">{t("clause.how", { words: point.words })}</legend>
        {(["placed", "nothing"] as const).map((as) => (
          <label key={as} className="flex min-h-11 items-center gap-2">
            <input type="radio" name="as" value={as} required className="size-5" />
            {t(`clause.as.${as}`)}
          </label>
        ))}
      </fieldset>
      <label className="min-w-0 grow" htmlFor={name}>
        <span className="mb-1 block text-sm font-medium">{t("clause.why")}</span>
        <input id={name} name="why" required minLength={2} maxLength={200} className="field" />
      </label>
      <SubmitButton>
        {t("clause.settle")}
        <span className="sr-only"> {point.words}</span>
      </SubmitButton>
    </Form>
  );
}
