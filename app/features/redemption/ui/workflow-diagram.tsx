import { useWords } from "~/i18n/use-words";
import { ProvisionalMark } from "~/features/calendar/ui/term-day";
import { shanghaiDay } from "~/kernel/plain-date";
import { DataTable } from "~/ui/data-table";
import type { Diagram, DiagramEdge } from "../domain/diagram";

/** Where a case stands: who has it, since when, until when. */
export type Place = { state: string; holders: readonly { who: string; dueOn: string }[]; since: Date | null };

const box = { width: 168, height: 44, gap: 30, left: 12, right: 236 };
const rowY = (row: number) => 12 + row * (box.height + box.gap);

/** The workflow drawn from its machine, the place of a case marked, and the same as a table. `counts` gives cases by state. */
export function WorkflowDiagram({
  diagram,
  place,
  counts,
}: {
  diagram: Diagram;
  place?: Place;
  counts?: Readonly<Record<string, number>>;
}) {
  const { t } = useWords(["redemption", "common", "applications"]);
  const at = new Map<string, { x: number; y: number }>();
  diagram.main.forEach((state, row) => at.set(state, { x: box.left, y: rowY(row) }));
  diagram.side.forEach((state, row) => at.set(state, { x: box.right, y: rowY(row + 1) }));
  const height = rowY(Math.max(diagram.main.length, diagram.side.length + 1));
  const label = (state: string) =>
    t(`state.${state}`, { ns: "common" }) + (counts?.[state] ? ` (${counts[state]})` : "");
  const now = place && t("flow.place", { state: t(`state.${place.state}`, { ns: "common" }) });
  return (
    <figure>
      <svg
        viewBox={`0 0 420 ${height}`}
        role="img"
        aria-label={`${t("flow.drawn")}${now ? ` ${now}` : ""}`}
        className="w-full max-w-lg"
      >
        <defs>
          <marker id="flow-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0L8 4L0 8z" className="fill-slate-500" />
          </marker>
        </defs>
        {diagram.edges.map((edge) => (
          <path
            key={`${edge.from}-${edge.to}`}
            d={wayOf(edge, at)}
            fill="none"
            className="stroke-slate-400"
            strokeWidth="1.2"
            markerEnd="url(#flow-arrow)"
          />
        ))}
        {[...at].map(([state, { x, y }]) => (
          <g key={state}>
            <rect
              x={x}
              y={y}
              width={box.width}
              height={box.height}
              rx="6"
              className={state === place?.state ? "fill-brand-700 stroke-brand-900" : "fill-white stroke-slate-400"}
              strokeWidth={state === place?.state ? 2.5 : 1}
            />
            <text
              x={x + box.width / 2}
              y={y + box.height / 2 + 5}
              textAnchor="middle"
              fontSize="15"
              className={state === place?.state ? "fill-white font-semibold" : "fill-slate-800"}
            >
              {label(state)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="mt-3">
        {place && <PlaceWords place={place} now={now ?? ""} />}
        <details>
          <summary className="inline-flex min-h-11 items-center text-brand-700 underline">
            {t("asTable", { ns: "common" })}
          </summary>
          <EdgeTable edges={diagram.edges} counts={counts} />
        </details>
      </figcaption>
    </figure>
  );
}

function PlaceWords({ place, now }: { place: Place; now: string }) {
  const { t } = useWords("redemption");
  return (
    <>
      <p className="font-semibold">{now}</p>
      <ul className="text-sm text-muted">
        {place.holders.map(({ who, dueOn }) => (
          <li key={who + dueOn}>
            {t("flow.holder", { who, day: dueOn })}
            <ProvisionalMark day={dueOn} />
          </li>
        ))}
        {place.since && <li>{t("flow.since", { day: shanghaiDay(place.since) })}</li>}
      </ul>
    </>
  );
}

function EdgeTable({ edges, counts }: { edges: readonly DiagramEdge[]; counts?: Readonly<Record<string, number>> }) {
  const { t } = useWords(["redemption", "common", "applications"]);
  const state = (name: string) => t(`state.${name}`, { ns: "common" });
  const columns = [
    {
      key: "from",
      head: t("flow.from"),
      cell: (row: DiagramEdge) => state(row.from) + (counts?.[row.from] ? ` (${counts[row.from]})` : ""),
    },
    {
      key: "by",
      head: t("flow.by"),
      cell: (row: DiagramEdge) =>
        row.events.map((event) => t(`event.${event}`, { ns: "applications" })).join(t("listComma", { ns: "common" })) ||
        t("flow.itself"),
    },
    { key: "to", head: t("flow.to"), cell: (row: DiagramEdge) => state(row.to) },
  ];
  return (
    <DataTable
      caption={t("flow.table")}
      hideCaption
      columns={columns}
      rows={edges}
      rowKey={(row) => `${row.from}-${row.to}`}
    />
  );
}

/** Straight down to the next, in a curve to anywhere else. */
function wayOf({ from, to }: DiagramEdge, at: ReadonlyMap<string, { x: number; y: number }>): string {
  const a = at.get(from);
  const b = at.get(to);
  if (!a || !b) return "";
  const middle = box.height / 2;
  if (a.x === b.x && a.x === box.left && b.y - a.y === box.height + box.gap)
    return `M${a.x + box.width / 2} ${a.y + box.height}V${b.y}`;
  if (a.x === b.x) {
    const edge = a.x === box.left ? a.x : a.x + box.width;
    const bend = a.x === box.left ? edge - 10 : edge + 14;
    return `M${edge} ${a.y + middle}C${bend} ${a.y + middle} ${bend} ${b.y + middle} ${edge} ${b.y + middle}`;
  }
  const [start, end] = a.x < b.x ? [a.x + box.width, b.x] : [a.x, b.x + box.width];
  return `M${start} ${a.y + middle}C${(start + end) / 2} ${a.y + middle} ${(start + end) / 2} ${b.y + middle} ${end} ${b.y + middle}`;
}
