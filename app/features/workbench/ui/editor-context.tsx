import { createContext, useContext } from "react";
import type { Change } from "../domain/editor-state";
import type { Choices } from "../use-cases/editor-choices.server";
import type { Preview } from "../use-cases/preview-draft.server";

export type FactChoice = Choices["facts"][number];

export type Editing = {
  choices: Choices;
  factByName: ReadonlyMap<string, FactChoice>;
  preview: Preview;
  change: (change: Change) => void;
};

export const EditorContext = createContext<Editing | null>(null);

/** What the parts of the editor share. */
export function useEditing(): Editing {
  const editing = useContext(EditorContext);
  if (!editing) throw new Error("outside of the editor");
  return editing;
}
