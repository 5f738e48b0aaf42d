import { useTranslation } from "react-i18next";
import { Alert } from "~/ui/alert";
import { DataTable } from "~/ui/data-table";
import type { Difference } from "../domain/replay";

type Shown = {
  number: string | null;
  title: string;
  itemVersion: number;
  machine: { id: string; version: number };
  checks: number;
  moves: number;
  differences: readonly Difference[];
};

/** Whether a case came out the same, and where it did not. */
export function ReplayResult({ replay }: { replay: Shown }) {
  const { t } = useTranslation(["audit", "redemption"]);
  const same = replay.differences.length === 0;
  const columns = [
    { key: "part", head: t("replay.part"), cell: (each: Difference) => t(`replay.parts.${each.part}`) },
    { key: "where", head: t("replay.at"), cell: (each: Difference) => each.where },
    { key: "recorded", head: t("replay.recorded"), cell: (each: Difference) => <Bits text={each.recorded} /> },
    { key: "replayed", head: t("replay.replayed"), cell: (each: Difference) => <Bits text={each.replayed} /> },
  ];
  return (
    <section aria-labelledby="replayed" className="mb-6">
      <h2 id="replayed" className="mb-2">
        {replay.number} <span data-names>{replay.title}</span>
      </h2>
      <Alert tone={same ? "good" : "bad"} title={t(same ? "replay.same" : "replay.differs")}>
        <p>
          {[
            t("replay.version", { number: replay.itemVersion }),
            t("replay.machine", {
              id: t(`flow.workflow.${replay.machine.id}`, { ns: "redemption" }),
              version: replay.machine.version,
            }),
            t("replay.checks", { count: replay.checks }),
            t("replay.moves", { count: replay.moves }),
          ].join(" · ")}
        </p>
      </Alert>
      {!same && (
        <div className="card">
          <DataTable
            caption={t("replay.differs")}
            hideCaption
            columns={columns}
            rows={replay.differences}
            rowKey={(each) => `${each.part} ${each.where} ${each.replayed}`}
          />
        </div>
      )}
    </section>
  );
}

function Bits({ text }: { text: string }) {
  return <code className="block max-h-48 max-w-md overflow-auto whitespace-pre-wrap break-all text-xs">{text}</code>;
}
