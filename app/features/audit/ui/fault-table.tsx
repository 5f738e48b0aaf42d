import { useWords } from "~/i18n/use-words";
import { DataTable } from "~/ui/data-table";

export type ShownFault = { kind: string; where: string; text: string };

/** What is wrong with the log, and where. */
export function FaultTable({ faults }: { faults: readonly ShownFault[] }) {
  const { t } = useWords("audit");
  const columns = [
    {
      key: "where",
      head: t("seals.where"),
      cell: (fault: ShownFault) => <code className="break-all text-sm">{fault.where}</code>,
    },
    { key: "kind", head: t("seals.kind"), cell: (fault: ShownFault) => t(`faults.${fault.kind}`) },
    { key: "text", head: t("seals.text"), cell: (fault: ShownFault) => <span lang="en">{fault.text}</span> },
  ];
  return (
    <DataTable
      caption={t("seals.verify")}
      hideCaption
      columns={columns}
      rows={faults}
      rowKey={(fault) => `${fault.where} ${fault.kind} ${fault.text}`}
    />
  );
}
