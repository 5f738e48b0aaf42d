import { useEffect, useRef, type RefObject } from "react";

/**
 * Hears, once the scripts have arrived, of a form into which something was typed before them.
 * @returns what the form is to have as its ref
 */
export function useTypedBefore(hear: (form: HTMLFormElement) => void): RefObject<HTMLFormElement> {
  const form = useRef<HTMLFormElement>(null);
  const isHeard = useRef(false);
  useEffect(() => {
    if (isHeard.current || !form.current) return;
    isHeard.current = true;
    if (isChanged(form.current)) hear(form.current);
  }, [hear]);
  return form;
}

/** Whether a form holds anything else than the page came with. */
function isChanged(form: HTMLFormElement): boolean {
  return [...form.elements].some((control) => {
    if (control instanceof HTMLSelectElement) return control.selectedIndex !== indexAtFirst(control);
    if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
    if (!(control instanceof HTMLInputElement)) return false;
    return control.value !== control.defaultValue || control.checked !== control.defaultChecked;
  });
}

/** A list with no choice of its own stands on its first option. */
function indexAtFirst({ options }: HTMLSelectElement): number {
  return Math.max(
    0,
    [...options].findIndex((option) => option.defaultSelected),
  );
}
