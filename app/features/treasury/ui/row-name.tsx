/** Whose row a button stands in, for those who hear it without the row. */
export function RowName({ row: { firm, number } }: { row: { firm: string; number: string | null } }) {
  return (
    <span className="sr-only">
      {" "}
      {firm} {number}
    </span>
  );
}
