import { useWords } from "~/i18n/use-words";
import { DateTimeText } from "~/ui/date-text";
import { Tag } from "~/ui/tag";
import type { ShownChange, ShownCorrection, ShownPoint, ShownSide } from "../domain/changes-view";

/** What each correction asked for, what was answered, and everything that changed, old and new side by side. */
export function CaseChanges({ corrections }: { corrections: readonly ShownCorrection[] }) {
  return corrections.map((each) => <OneCorrection key={each.seq} correction={each} />);
}

function OneCorrection({ correction }: { correction: ShownCorrection }) {
  const { t } = useWords(["redemption", "common"]);
  const { seq, at, kind, reason, points, answer, changes } = correction;
  const title = `changes-${seq}`;
  return (
    <section className="card mb-6" aria-labelledby={title}>
      <h2 id={title} className="mb-1">
        {t(`changes.${kind}`)}
      </h2>
      <p className="mb-3 text-sm text-muted">
        {t("changes.handedIn", { seq })} · <DateTimeText at={at} />
      </p>
      {reason && (
        <p className="mb-3 whitespace-pre-line">
          {t("changes.reason")}
          {t("colon", { ns: "common" })}
          {reason}
        </p>
      )}
      {kind === "verified" && <p className="mb-3 text-sm text-muted">{t("changes.verifiedStays")}</p>}
      {kind === "recomputed" && <p className="mb-3 text-sm text-muted">{t("changes.recomputedWhy")}</p>}
      {points.length > 0 && (
        <>
          <h3 className="mb-1">{t("changes.asked")}</h3>
          <ol className="mb-4 list-decimal space-y-2 pl-6">
            {points.map((point, index) => (
              <Point key={index} point={point} />
            ))}
          </ol>
        </>
      )}
      {answer && (
        <p className="mb-4">
          <strong>
            {t("changes.answer")}
            {t("colon", { ns: "common" })}
          </strong>
          {answer}
        </p>
      )}
      <h3 className="mb-1">{t("changes.changed")}</h3>
      {changes === null && <p className="text-muted">{t("changes.notKept")}</p>}
      {changes?.length === 0 && <p className="text-muted">{t("changes.nothing")}</p>}
      {changes && changes.length > 0 && <ChangeTable changes={changes} hasAsked={points.length > 0} />}
    </section>
  );
}

function Point({ point }: { point: ShownPoint }) {
  const { t } = useWords(["redemption", "common"]);
  return (
    <li>
      {point.about && (
        <strong>
          {point.about}
          {t("colon", { ns: "common" })}
        </strong>
      )}
      {point.text}{" "}
      {point.changed !== null && (
        <Tag tone={point.changed ? "good" : "warn"}>{t(point.changed ? "changes.isChanged" : "changes.isSame")}</Tag>
      )}
      <p className="whitespace-pre-line text-muted">
        {t("changes.answer")}
        {t("colon", { ns: "common" })}
        {point.answer ?? t("changes.noAnswer")}
      </p>
    </li>
  );
}

/** Rows that become blocks on a narrow screen, so that old and new stay beside their heading. */
function ChangeTable({ changes, hasAsked }: { changes: readonly ShownChange[]; hasAsked: boolean }) {
  const { t } = useWords(["redemption", "common"]);
  return (
    <table className="w-full text-left max-sm:block">
      <thead className="max-sm:sr-only">
        <tr className="border-b border-line">
          <th scope="col" className="py-2 pr-3">
            {t("changes.what")}
          </th>
          <th scope="col" className="py-2 pr-3">
            {t("changes.before")}
          </th>
          <th scope="col" className="py-2">
            {t("changes.after")}
          </th>
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {changes.map((change) => (
          <tr
            key={`${change.kind} ${change.label}`}
            className="border-b border-line align-top max-sm:block max-sm:py-2"
          >
            <th scope="row" className="py-2 pr-3 font-medium max-sm:block max-sm:py-0">
              {change.label}{" "}
              {hasAsked && change.kind !== "sum" && change.kind !== "other" && !change.asked && (
                <Tag tone="warn">{t("changes.notAsked")}</Tag>
              )}
            </th>
            <td className="py-2 pr-3 max-sm:block max-sm:py-0">
              <span className="text-muted sm:hidden">
                {t("changes.before")}
                {t("colon", { ns: "common" })}
              </span>
              <Side side={change.before} />
            </td>
            <td className="py-2 max-sm:block max-sm:py-0">
              <span className="text-muted sm:hidden">
                {t("changes.after")}
                {t("colon", { ns: "common" })}
              </span>
              <strong>
                <Side side={change.after} />
              </strong>
              {change.evidence && (
                <span className="block text-sm text-muted">
                  {t("changes.evidence")}
                  {t("colon", { ns: "common" })}
                  {change.evidence}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side({ side }: { side: ShownSide }) {
  const { t } = useWords("redemption");
  if (side.files.length === 0) return side.text ?? t("changes.none");
  return side.files.map(({ id, fileName }) => (
    <a key={id} href={`/files/${id}`} className="block break-all underline" target="_blank" rel="noreferrer">
      {fileName}
    </a>
  ));
}
