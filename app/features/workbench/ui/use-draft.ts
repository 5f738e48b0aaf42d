import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { refusalOf } from "~/ui/refusal-alert";
import type { EditorState } from "../domain/editor-state";
import type { Preview } from "../use-cases/preview-draft.server";
import type { Saved } from "../use-cases/save-policy-draft.server";

/** Milliseconds of rest before a change is looked at, and before it is kept. */
const lookAfter = 100;
const keepAfter = 600;
/** Milliseconds after which a register that was being read is asked again. */
const askAgainAfter = 2000;
const json = { method: "post", encType: "application/json" } as const;

/** What the server says of the draft as it is on the page; the newest question is answered, older ones are dropped. */
export function usePreview(id: string, state: EditorState, first: Preview): { preview: Preview; busy: boolean } {
  const { submit, data, state: going } = useFetcher<Preview>();
  const [asked, setAsked] = useState(state);
  const preview = data && "assessment" in data ? data : first;
  const isAway = preview.away !== null && going === "idle";
  useEffect(() => {
    if (asked === state && !isAway) return;
    const timer = setTimeout(
      () => {
        setAsked(state);
        const { content, redemption, explained } = state;
        submit(JSON.parse(JSON.stringify({ content, redemption, explained })) as never, {
          ...json,
          action: `/workbench/${id}/preview`,
        });
      },
      asked === state ? askAgainAfter : lookAfter,
    );
    return () => clearTimeout(timer);
  }, [asked, state, isAway, id, submit]);
  return { preview, busy: going !== "idle" || asked !== state };
}

/** Keeps the draft in the background, one save at a time; what was changed meanwhile follows. */
export function useKeeping(state: EditorState, first: Saved) {
  const { submit, data, state: going } = useFetcher<Saved>();
  const [sent, setSent] = useState(state);
  const refusal = refusalOf(data);
  const saved = data && "savedAt" in data ? data : first;
  const isDirty = sent !== state;
  const mayKeep = isDirty && going === "idle" && !refusal;
  useEffect(() => {
    if (!mayKeep) return;
    const timer = setTimeout(() => {
      setSent(state);
      submit(JSON.parse(JSON.stringify({ ...state, version: saved.version })) as never, json);
    }, keepAfter);
    return () => clearTimeout(timer);
  }, [mayKeep, state, saved.version, submit]);
  return { saved, refusal, isKept: !isDirty && going === "idle" && !refusal };
}
