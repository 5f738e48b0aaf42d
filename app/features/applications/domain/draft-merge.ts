/** Values by name as they stand in a form. */
export type DraftText = Readonly<Record<string, string>>;

export type DraftConflict = { name: string; theirs: string };

/**
 * What a save changes when the draft may have been changed elsewhere since the form was shown. Untouched fields stay as
 * they are stored; a field changed on both sides to different values is a conflict and is left as it is stored, unless
 * the page that saves also saved last (`isOwn`).
 */
export function mergeDraft(
  names: readonly string[],
  { shown, stored, typed }: { shown: DraftText; stored: DraftText; typed: DraftText },
  isOwn: boolean,
): { changed: string[]; conflicts: DraftConflict[] } {
  const changed: string[] = [];
  const conflicts: DraftConflict[] = [];
  for (const name of names) {
    const [mine, theirs, before] = [typed[name], stored[name] ?? "", shown[name] ?? ""];
    if (mine === undefined || mine === before || mine === theirs) continue;
    if (theirs === before || isOwn) changed.push(name);
    else conflicts.push({ name, theirs });
  }
  return { changed, conflicts };
}
