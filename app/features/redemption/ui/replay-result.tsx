import { useWords } from "~/i18n/use-words";
import { useSay } from "~/i18n/use-language";
import type { Bilingual } from "~/kernel/bilingual";
import { Alert } from "~/ui/alert";
import { DataTable } from "~/ui/data-table";
import { DateTimeText } from "~/ui/date-text";
import { Tag } from "~/ui/tag";
import type { Difference } from "../domain/replay";

type Shown = {
  number: string | null;
  title: Bilingual;
  itemVersion: number;
  machine: { id: string; version: number };
  submissions: readonly {
    seq: number;
    kind: string | null;
    at: Date | null;
    kept: boolean;
    checks: number;
    differences: readonly Difference[];
  }[];
  moves: number;
  differences: readonly Difference[];
};

/** Whether a case came out the same, and where it did not. */
export function ReplayResult({ replay }: { replay: Shown }) {
  const { t } = useWords(["audit", "redemption"]);
  const say = useSay();
  const same = replay.differences.length === 0;
  const columns = [
    {
      key: "part",
      head: t("replay.part"),
      cell: (each: Difference) => (
        <>
          {t(`replay.parts.${each.part}`)}
          <span className="block text-sm text-muted">{t(`replay.why.${each.part}`)}</span>
        </>
      ),
    },
    {
      key: "where",
      head: t("replay.at"),
      cell: (each: Difference) => (
        <>
          {each.submission !== undefined && t("replay.handedIn", { seq: each.submission })} {each.where}
        </>
      ),
    },
    { key: "recorded", head: t("replay.recorded"), cell: (each: Difference) => <Bits text={each.recorded} /> },
    { key: "replayed", head: t("replay.replayed"), cell: (each: Difference) => <Bits text={each.replayed} /> },
  ];
  return (
    <section aria-labelledby="replayed" className="mb-6">
      <h2 id="replayed" className="mb-2">
        {replay.number} <span data-names>{say(replay.title)}</span>
      </h2>
      <Alert tone={same ? "good" : "bad"} title={t(same ? "replay.same" : "replay.differs")}>
        <p>
          {[
            t("replay.version", { number: replay.itemVersion }),
            t("replay.machine", {
              id: t(`flow.workflow.${replay.machine.id}`, { ns: "redemption" }),
              version: replay.machine.version,
            }),
            t("replay.moves", { count: replay.moves }),
          ].join(" · ")}
        </p>
      </Alert>
      <HandedIn submissions={replay.submissions} />
      {!same && (
        <div className="card">
          <DataTable
            caption={t("replay.differs")}
            hideCaption
            columns={columns}
            rows={replay.differences}
            rowKey={(each) => `${each.submission ?? ""} ${each.part} ${each.where} ${each.replayed}`}
          />
        </div>
      )}
    </section>
  );
}

/** Each handing-in of the case and what came of it. */
function HandedIn({ submissions }: { submissions: Shown["submissions"] }) {
  const { t } = useWords(["audit", "common"]);
  return (
    <ul className="card mb-4 divide-y divide-line">
      {submissions.map(({ seq, kind, at, kept, checks, differences }) => (
        <li key={seq} className="flex flex-wrap items-baseline justify-between gap-2 py-2">
          <span>
            {t("replay.handedIn", { seq })}
            {kind && t("inBrackets", { ns: "common", text: t(`replay.kinds.${kind}`) })}{" "}
            <span className="text-sm text-muted">
              {at && <DateTimeText at={at} />} · {t("replay.checks", { count: checks })}
            </span>
          </span>
          {kept ? (
            <Tag tone={differences.length === 0 ? "good" : "bad"}>
              {t(differences.length === 0 ? "replay.same" : "replay.differs")}
            </Tag>
          ) : (
            <span className="text-sm text-muted">{t("replay.notKept")}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Bits({ text }: { text: string }) {
  return <code className="block max-h-48 max-w-md overflow-auto whitespace-pre-wrap break-all text-xs">{text}</code>;
}
