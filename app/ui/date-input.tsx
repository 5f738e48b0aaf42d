import { useEffect, useRef, useState, type InputHTMLAttributes } from "react";
import { useWords } from "~/i18n/use-words";

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "ref">;

/** A day to type as people write it, or to pick from a calendar; what was typed is read by `readDate`. */
export function DateInput(props: Props) {
  const { t } = useWords();
  const typed = useRef<HTMLInputElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [canPick, setCanPick] = useState(false);
  useEffect(() => setCanPick(typeof picker.current?.showPicker === "function"), []);
  const put = (day: string) => {
    if (!typed.current || day === "") return;
    // as if it had been typed: forms that keep what is typed, and editors, hear of it
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(typed.current, day);
    typed.current.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return (
    <span className="relative flex w-full gap-1">
      <input {...props} ref={typed} type="text" autoComplete="off" data-day className="field" />
      {canPick && (
        <button
          type="button"
          className="button button-quiet shrink-0 px-2"
          aria-label={t("pickDay")}
          onClick={() => picker.current?.showPicker()}
        >
          <svg
            viewBox="0 0 20 20"
            width="20"
            height="20"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
            aria-hidden
          >
            <rect x="3" y="4" width="14" height="13" rx="1.5" />
            <path d="M3 8h14M7 2v4M13 2v4" />
          </svg>
        </button>
      )}
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden
        className="pointer-events-none absolute right-0 bottom-0 size-px opacity-0"
        onChange={(event) => put(event.currentTarget.value)}
      />
    </span>
  );
}
