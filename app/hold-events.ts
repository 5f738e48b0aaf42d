/** What React answers at once, even on a page that it is only taking over (`discreteReplayableEvents` of react-dom 18). */
const discrete = [
  "auxclick",
  "change",
  "click",
  "compositionend",
  "compositionstart",
  "contextmenu",
  "copy",
  "cut",
  "dblclick",
  "dragend",
  "dragstart",
  "drop",
  "input",
  "keydown",
  "keypress",
  "keyup",
  "mousedown",
  "mouseup",
  "paste",
  "pointercancel",
  "pointerdown",
  "pointerup",
  "reset",
  "submit",
  "textInput",
  "touchcancel",
  "touchend",
  "touchstart",
] as const;

/**
 * Keeps events from React until the page is taken over: one that it answers while the data of the page are still being read
 * ends it with "Root did not complete" (remix-run/remix#10214), and the page hears nothing any more. What they do without
 * scripts, they do: fields are filled in, forms are sent, links lead on; what was typed is heard by `useTypedBefore`.
 * @returns what lets them through
 */
export function holdEvents(): () => void {
  const hold = (event: Event) => event.stopImmediatePropagation();
  for (const type of discrete) window.addEventListener(type, hold, true);
  return () => {
    for (const type of discrete) window.removeEventListener(type, hold, true);
  };
}
