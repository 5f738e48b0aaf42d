import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  figure?: boolean;
  /** holds names that need room */ wide?: boolean;
};

/** A table with caption; on a phone each row becomes a card with its labels. */
export function DataTable<Row>(props: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  hideCaption?: boolean;
}) {
  const { caption, columns, rows, rowKey, hideCaption } = props;
  return (
    <div className="overflow-x-auto">
      <table className="cells">
        <caption className={hideCaption ? "sr-only" : "mb-2 text-left font-semibold"}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={lookOf(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.key} data-label={column.head} className={lookOf(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function lookOf({ figure, wide }: { figure?: boolean; wide?: boolean }): string | undefined {
  if (figure) return "figure";
  return wide ? "wide" : undefined;
}
