import { useLocation } from "@remix-run/react";
import { useEffect } from "react";

/** Puts the focus on the control the address points to, so that a link to a field leads into it. */
export function useHashFocus(): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    const target = hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
    if (
      target instanceof HTMLInputElement ||
      target instanceof HTMLSelectElement ||
      target instanceof HTMLTextAreaElement
    )
      target.focus();
  }, [hash, key]);
}
