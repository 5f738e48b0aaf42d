import { Check, ChevronRight } from "~/ui/icons";
import { useWords } from "~/i18n/use-words";
import { industriesBelow, rowsOf, type Cascade } from "~/features/enterprises/domain/industry-cascade";
import { industryPath } from "~/features/enterprises/domain/industries";
import type { Industry } from "~/features/policies/domain/registries";

type Industries = ReadonlyMap<string, Industry>;
type Act = { take: (code: string) => void; up: (levels: number) => void };
type Props = Act & { id: string; industries: Industries; state: Cascade; chosen: string };

/** Id of a row, for `aria-activedescendant`. */
export function rowId(id: string, code: string): string {
  return `${id}-${code}`;
}

/** The open list: what was found, or the level one stands on with the one above it beside it. */
export function IndustryPanel({ id, industries, state, chosen, take, up }: Props) {
  const { t } = useWords();
  const rows = rowsOf(industries, state);
  const searching = state.query.trim() !== "";
  const above = searching || state.at.length === 0 ? null : industriesBelow(industries, state.at.at(-2) ?? null);
  const row = { id, industries, state, chosen, take, searching };
  return (
    // Pressing in the list leaves the focus in the field.
    <div
      className="absolute inset-x-0 top-full z-40 mt-1 rounded-md border border-line bg-white shadow-lg"
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      role="presentation"
    >
      {!searching && state.at.length > 0 && <Way industries={industries} at={state.at} up={up} />}
      <div id={`${id}-tree`} role="tree" aria-label={t("industry.list")} className="flex">
        {above && (
          <ul
            role="group"
            className="hidden max-h-80 flex-1 overflow-y-auto border-r border-line bg-paper py-1 sm:block"
          >
            {above.map((each) => (
              <Row
                key={each.code}
                {...row}
                industry={each}
                level={state.at.length}
                isOpen={each.code === state.at.at(-1)}
              />
            ))}
          </ul>
        )}
        <ul role="group" className="max-h-80 flex-1 overflow-y-auto py-1">
          {rows.map((each) => (
            <Row key={each.code} {...row} industry={each} level={searching ? 1 : state.at.length + 1} isOpen={false} />
          ))}
        </ul>
      </div>
      {rows.length === 0 && (
        <p className="px-4 py-3">{t(industries.size === 0 ? "industry.loading" : "industry.none")}</p>
      )}
    </div>
  );
}

/** The levels above, each a way back. */
function Way({ industries, at, up }: { industries: Industries; at: readonly string[]; up: Act["up"] }) {
  const { t } = useWords();
  const look = "min-h-11 px-1 text-sm text-brand-700 underline";
  return (
    <p className="flex flex-wrap items-center gap-x-1 border-b border-line px-3">
      <button type="button" tabIndex={-1} className={look} onClick={() => up(0)}>
        {t("industry.sections")}
      </button>
      {at.map((code, index) => (
        <span key={code} className="inline-flex items-center text-sm">
          <ChevronRight aria-hidden size={14} />
          <button
            type="button"
            tabIndex={-1}
            className={look}
            disabled={index === at.length - 1}
            onClick={() => up(index + 1)}
          >
            {industries.get(code)?.name}
          </button>
        </span>
      ))}
    </p>
  );
}

type RowProps = Omit<Props, "up"> & { industry: Industry; level: number; isOpen: boolean; searching: boolean };

function Row({ id, industries, state, chosen, take, industry, level, isOpen, searching }: RowProps) {
  const { code, name } = industry;
  const isBranch = code.length < 5;
  const isActive = code === state.active;
  const path = searching
    ? industryPath(industries, industry.parent ?? "")
        .map((each) => each.name)
        .join(" › ")
    : "";
  return (
    // Keys are those of the field: it keeps the focus and names the active row.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <li
      id={rowId(id, code)}
      role="treeitem"
      aria-level={level}
      aria-selected={code === chosen}
      aria-expanded={isBranch ? isOpen : undefined}
      onClick={() => take(code)}
      className={`flex min-h-11 cursor-pointer items-center gap-2 px-3 py-1.5 ${isActive ? "bg-brand-100 outline-2 -outline-offset-2 outline-brand-600" : "hover:bg-brand-50"} ${isOpen ? "font-semibold" : ""}`}
    >
      <span className="w-12 shrink-0 font-mono text-sm text-muted">{code}</span>
      <span className="flex-1">
        {name}
        {path && <span className="block text-sm font-normal text-muted">{path}</span>}
      </span>
      {isBranch ? (
        <ChevronRight aria-hidden size={16} className="shrink-0 text-muted" />
      ) : (
        code === chosen && <Check aria-hidden size={16} className="shrink-0 text-good" />
      )}
    </li>
  );
}
