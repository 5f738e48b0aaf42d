/** Working days in which a second person confirms a proposal for a selection, or drops it. No norm sets them. */
export const confirmationDays = 5;

type Selection = { itemId: string; year: number };

/** What a selection is called among the things that wait: the item it was proposed of, and its year. */
export function selectionId({ itemId, year }: Selection): string {
  return `${itemId}:${year}`;
}

/** The selection that a thing is called by. */
export function readSelectionId(id: string): Selection {
  const at = id.lastIndexOf(":");
  return { itemId: id.slice(0, at), year: Number(id.slice(at + 1)) };
}

/** The page on which a selection is made. */
export function selectionHref({ itemId, year }: Selection): string {
  return `/desk/selections/${itemId}?year=${year}`;
}
