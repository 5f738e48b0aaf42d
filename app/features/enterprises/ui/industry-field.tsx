import { useRef, useState, type KeyboardEvent } from "react";
import { ChevronDown } from "~/ui/icons";
import { useWords } from "~/i18n/use-words";
import {
  closedCascade,
  goInto,
  goUp,
  isIndustryClass,
  openCascade,
  searchCascade,
  type Cascade,
} from "~/features/enterprises/domain/industry-cascade";
import { industryPath } from "~/features/enterprises/domain/industries";
import { tidyCode } from "~/kernel/reading/typed-text";
import { described, Field } from "~/ui/form";
import { keySteps } from "./industry-keys";
import { IndustryPanel, rowId } from "./industry-panel";
import { setAsTyped, useOnceWhen, useOutside, useShown } from "~/ui/open-list";
import { useIndustries } from "./use-industries";

type Industries = ReturnType<typeof useIndustries>["industries"];
type Props = { name: string; label: string; hint: string; error?: string; value?: string };

/**
 * Industry of GB/T 4754-2017: search by name or code, or go down from the section to the class. The field holds the code;
 * without scripts the code is typed, and a directory helps to find it.
 */
export function IndustryField({ name, label, hint, error, value }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(value ?? "");
  const [state, setState] = useState<Cascade>(closedCascade);
  const { industries, load } = useIndustries();
  const chosen = tidyCode(text);
  useOnceWhen(text !== "", load);
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
    if (input.current) setAsTyped(input.current, code);
    setText(code);
    setState(closedCascade);
  };
  const shown = withRows(state, industries, chosen);
  const press = (event: KeyboardEvent) => {
    const next = keySteps[event.key]?.({ industries, state: shown, chosen, take });
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
        <BrowseButton
          press={() => (shown.open ? setState(closedCascade) : show((tree) => openCascade(tree, chosen)))}
        />
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
      <Chosen id={`${name}-chosen`} industries={industries} code={chosen} />
    </Field>
  );
}

/** Opens and closes the list for the pointer; the keyboard has the arrow keys. */
function BrowseButton({ press }: { press: () => void }) {
  const { t } = useWords();
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={t("industry.browse")}
      className="absolute right-0 top-0 inline-flex size-11 items-center justify-center text-muted"
      onMouseDown={(event) => event.preventDefault()}
      onClick={press}
    >
      <ChevronDown aria-hidden size={18} />
    </button>
  );
}

/** The path down to the class chosen; without scripts, the way to the directory. */
function Chosen({ id, industries, code }: { id: string; industries: Industries; code: string }) {
  const { t } = useWords();
  const path = isIndustryClass(industries, code) && industryPath(industries, code).map((each) => each.name);
  return (
    <>
      <p id={id} role="status" className="mt-1 text-sm text-muted">
        {path && t("industry.chosen", { path: path.join(" › ") })}
      </p>
      <noscript>
        <p className="mt-1 text-sm">
          <a href="/industries" target="_blank" rel="noreferrer">
            {t("industry.directory")}
          </a>
        </p>
      </noscript>
    </>
  );
}

/** The list as it is shown: rows may have come after it was opened. */
function withRows(state: Cascade, industries: Industries, chosen: string): Cascade {
  if (!state.open || state.active !== null || industries.size === 0) return state;
  return state.query ? searchCascade(industries, state.query) : openCascade(industries, chosen);
}
