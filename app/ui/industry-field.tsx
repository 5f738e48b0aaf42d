import { ChevronDown } from "lucide-react";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import {
  closedCascade,
  goInto,
  goUp,
  isIndustryClass,
  moveBy,
  openCascade,
  searchCascade,
  type Cascade,
} from "~/features/enterprises/domain/industry-cascade";
import { industryPath } from "~/features/enterprises/domain/industries";
import { tidyCode } from "~/kernel/reading/typed-text";
import { described, Field } from "./form";
import { IndustryPanel, rowId } from "./industry-panel";
import { useIndustries } from "./use-industries";

type Props = { name: string; label: string; hint: string; error?: string; value?: string };

/**
 * Industry of GB/T 4754-2017: search by name or code, or go down from the section to the class. The field holds the code;
 * without scripts the code is typed, and a directory helps to find it.
 */
export function IndustryField({ name, label, hint, error, value }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(value ?? "");
  const [state, setState] = useState<Cascade>(closedCascade);
  const { industries, load } = useIndustries();
  const chosen = tidyCode(text);
  const known = isIndustryClass(industries, chosen);
  useLoadWhen(text !== "", load);
  useOutside(box, state.open, () => setState(closedCascade));
  useShown([state.at.at(-1), state.active].flatMap((code) => (code ? [rowId(name, code)] : [])).join(" "));

  const show = (next: (tree: typeof industries) => Cascade) => {
    load();
    setState(next(industries));
  };
  const typed = (words: string) => {
    setText(words);
    show((tree) => (words.trim() === "" ? openCascade(tree, "") : searchCascade(tree, words)));
  };
  const take = (code: string) => {
    if (!isIndustryClass(industries, code)) return setState(goInto(industries, state, code));
    if (input.current) write(input.current, code);
    setText(code);
    setState(closedCascade);
  };
  // Rows that came after the list was opened.
  const shown =
    state.open && state.active === null && industries.size > 0
      ? state.query
        ? searchCascade(industries, state.query)
        : openCascade(industries, chosen)
      : state;
  const press = (event: KeyboardEvent) => {
    const step = keySteps[event.key];
    const next = step?.({ industries, state: shown, chosen, take });
    if (next === undefined) return;
    event.preventDefault();
    load();
    if (next) setState(next);
  };
  const help = described(name, hint, error);
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <div ref={box} className="relative">
        <input
          ref={input}
          id={name}
          name={name}
          defaultValue={value}
          className="field pr-12"
          autoComplete="off"
          spellCheck={false}
          role="combobox"
          aria-haspopup="tree"
          aria-autocomplete="list"
          aria-expanded={shown.open}
          aria-controls={shown.open ? `${name}-tree` : undefined}
          aria-activedescendant={shown.open && shown.active ? rowId(name, shown.active) : undefined}
          {...help}
          aria-describedby={[help["aria-describedby"], `${name}-chosen`].filter(Boolean).join(" ")}
          onChange={(event) => {
            typed(event.currentTarget.value);
            // A form that answers at every change waits for a whole code.
            if (event.currentTarget.value !== "" && !/^\s*[a-t]\d{4}\s*$/i.test(event.currentTarget.value))
              event.stopPropagation();
          }}
          onClick={() => !shown.open && show((tree) => openCascade(tree, chosen))}
          onKeyDown={press}
          onBlur={() => setState(closedCascade)}
        />
        <button
          type="button"
          tabIndex={-1}
          aria-label={t("industry.browse")}
          className="absolute right-0 top-0 inline-flex size-11 items-center justify-center text-muted"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => (shown.open ? setState(closedCascade) : show((tree) => openCascade(tree, chosen)))}
        >
          <ChevronDown aria-hidden size={18} />
        </button>
        {shown.open && (
          <IndustryPanel
            id={name}
            industries={industries}
            state={shown}
            chosen={chosen}
            take={take}
            up={(levels) => setState(goUp(shown, levels))}
          />
        )}
      </div>
      <p id={`${name}-chosen`} role="status" className="mt-1 text-sm text-muted">
        {known &&
          t("industry.chosen", {
            path: industryPath(industries, chosen)
              .map((each) => each.name)
              .join(" › "),
          })}
      </p>
      <noscript>
        <p className="mt-1 text-sm">
          <a href="/industries" target="_blank" rel="noreferrer">
            {t("industry.directory")}
          </a>
        </p>
      </noscript>
    </Field>
  );
}

type Pressed = {
  industries: ReturnType<typeof useIndustries>["industries"];
  state: Cascade;
  chosen: string;
  take: (code: string) => void;
};

/** What a key does; undefined leaves it to the field, null has been done. */
const keySteps: Readonly<Record<string, (at: Pressed) => Cascade | null | undefined>> = {
  ArrowDown: ({ industries, state, chosen }) =>
    state.open ? moveBy(industries, state, 1) : openCascade(industries, chosen),
  ArrowUp: ({ industries, state, chosen }) =>
    state.open ? moveBy(industries, state, -1) : openCascade(industries, chosen),
  PageDown: ({ industries, state }) => (state.open ? moveBy(industries, state, 8) : undefined),
  PageUp: ({ industries, state }) => (state.open ? moveBy(industries, state, -8) : undefined),
  ArrowRight: ({ industries, state }) =>
    state.open && state.query === "" && state.active ? goInto(industries, state, state.active) : undefined,
  ArrowLeft: ({ state }) => (state.open && state.query === "" ? goUp(state) : undefined),
  Escape: ({ state }) => (state.open ? closedCascade : undefined),
  Enter: ({ state, take }) => {
    if (!state.open || state.active === null) return undefined;
    take(state.active);
    return null;
  },
};

/** Sets a field as typing does, so that the form around it hears of it. */
function write(field: HTMLInputElement, value: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function useLoadWhen(wanted: boolean, load: () => void): void {
  const once = useRef(load);
  useEffect(() => {
    if (wanted) once.current();
  }, [wanted]);
}

function useOutside(box: React.RefObject<HTMLElement>, open: boolean, close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    if (!open) return undefined;
    const press = (event: Event) =>
      !(event.target instanceof Node && box.current?.contains(event.target)) && latest.current();
    document.addEventListener("pointerdown", press);
    return () => document.removeEventListener("pointerdown", press);
  }, [box, open]);
}

function useShown(ids: string): void {
  useEffect(() => {
    for (const id of ids.split(" ")) document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  }, [ids]);
}
