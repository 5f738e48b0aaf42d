import { useEffect, useSyncExternalStore } from "react";
import { useWords } from "~/i18n/use-words";

export type Shortcut = { key: string; label: string; run: () => void };

const store = "shortcuts";
const changed = "shortcuts-changed";

/** Single keys for people who work through many cases; they can be turned off (WCAG 2.1.4) and never act while something is typed. */
export function Shortcuts({ list }: { list: readonly Shortcut[] }) {
  const { t } = useWords();
  const on = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(store) !== "off",
    () => true,
  );
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent) => {
      const shortcut = isFree(event) ? list.find(({ key }) => key === event.key) : undefined;
      if (!shortcut) return;
      event.preventDefault();
      shortcut.run();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [list, on]);
  return (
    <details className="no-print mt-6 hidden text-sm text-muted sm:block">
      <summary className="inline-flex min-h-11 items-center underline">{t("shortcuts.title")}</summary>
      <dl className="my-2 grid max-w-md grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {list.map(({ key, label }) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded border border-line bg-white px-2 font-mono">{key}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <label className="inline-flex min-h-11 items-center gap-2">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => turn(event.target.checked)}
          className="size-5 accent-brand-600"
        />
        {t("shortcuts.on")}
      </label>
    </details>
  );
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  return () => window.removeEventListener(changed, listener);
}

function turn(on: boolean): void {
  localStorage.setItem(store, on ? "on" : "off");
  window.dispatchEvent(new Event(changed));
}

/** Nothing is being typed or chosen, and no other key is held. */
function isFree({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return (
    !ctrlKey &&
    !metaKey &&
    !altKey &&
    !(target instanceof Element && target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]"))
  );
}
