import type { Item, Slice } from "./page-items";

/** Upper and lower edge of what a page holds; the first page may begin lower. Points. */
export type Room = { first: number; top: number; bottom: number };

/** Slices of a page with the place of each. */
export type Column = { slice: Slice; y: number }[];

const hair = 0.01;

/**
 * Puts slices on pages, none cut. A heading or the head of a table is never the last of its page. The tail (signature,
 * seal, proof) is never alone on a page: where it does not fit, the last `carry` slices go over with it, so that no page
 * has to say that it has no text.
 */
export function paginate(slices: readonly Slice[], tail: { height: number }, room: Room, carry = 2): Column[] {
  const pages: Column[] = [[]];
  for (const slice of slices) place(pages, slice, room);
  if (endOf(pages, room) + tail.height > room.bottom + hair)
    turn(pages, takeLast(pages, carry, tail.height, room), room);
  return pages;
}

function place(pages: Column[], slice: Slice, room: Room): void {
  if (endOf(pages, room) + slice.height <= room.bottom + hair) return append(pages, slice, room);
  const before = pages.at(-1) ?? [];
  const kept = before.length - 1 - before.findLastIndex((each) => !each.slice.keepsNext);
  turn(pages, [...takeLast(pages, kept, slice.height, room), slice], room);
}

/** A new page that begins with these slices. */
function turn(pages: Column[], slices: readonly Slice[], room: Room): void {
  pages.push([]);
  for (const slice of slices) {
    if (slice.blank && pages.at(-1)?.length === 0) continue;
    if (slice.head && pages.at(-1)?.length === 0) append(pages, slice.head, room);
    append(pages, slice, room);
  }
}

function append(pages: Column[], slice: Slice, room: Room): void {
  const y = endOf(pages, room);
  pages.at(-1)?.push({ slice, y });
}

/** Takes up to `count` slices off the last page, which keeps one at the least; none where they have no room beside what follows. */
function takeLast(pages: Column[], count: number, following: number, room: Room): Slice[] {
  const page = pages.at(-1) ?? [];
  const last = page.slice(Math.max(1, page.length - count));
  const height = last.reduce((sum, { slice }) => sum + slice.height, following + (last[0]?.slice.head?.height ?? 0));
  return height > room.bottom - room.top ? [] : page.splice(page.length - last.length).map(({ slice }) => slice);
}

/** Where the next slice of the last page begins. */
export function endOf(pages: readonly Column[], room: Room): number {
  const last = pages.at(-1)?.at(-1);
  return last ? last.y + last.slice.height : pages.length === 1 ? room.first : room.top;
}

/** Everything a page draws. */
export function drawn(page: Column): Item[] {
  return page.flatMap(({ slice, y }) => slice.draw(y));
}
