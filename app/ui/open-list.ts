import { useEffect, useRef } from "react";

/** Sets a field as typing does, so that the form around it hears of it. */
export function setAsTyped(field: HTMLInputElement, value: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Calls once as soon as it is wanted. */
export function useOnceWhen(wanted: boolean, act: () => void): void {
  const once = useRef(act);
  useEffect(() => {
    if (wanted) once.current();
  }, [wanted]);
}

/** Closes an open list when something outside of it is pressed. */
export function useOutside(box: React.RefObject<HTMLElement>, open: boolean, close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    if (!open) return undefined;
    const press = (event: Event) =>
      !(event.target instanceof Node && box.current?.contains(event.target)) && latest.current();
    document.addEventListener("pointerdown", press);
    return () => document.removeEventListener("pointerdown", press);
  }, [box, open]);
}

/** Scrolls the elements into view; ids parted by blanks. */
export function useShown(ids: string): void {
  useEffect(() => {
    for (const id of ids.split(" ")) document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  }, [ids]);
}
