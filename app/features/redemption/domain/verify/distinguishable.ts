import { groupBy } from "~/kernel/group-by";
import { snapshotKey } from "./alike";
import { standingOf, type Exploration } from "./explore";

/** States in which two departments that count as alike stand alike, and yet don't do the same with the same outcome. */
export function distinguishable({ alike, states, edges }: Exploration): string[] {
  const leaving = groupBy(edges, ({ from }) => from);
  return [...states].flatMap(([key, state]) => {
    const deedsOf = (id: string) =>
      JSON.stringify(
        (leaving.get(key) ?? []).flatMap(({ event, to }) =>
          "departmentId" in event && event.departmentId === id ? [[event.type, to]] : [],
        ),
      );
    const standing = standingOf(state);
    const groups = [...groupBy(alike, (id) => snapshotKey(id, standing)).values()];
    return groups.every((ids) => new Set(ids.map(deedsOf)).size === 1) ? [] : [`told apart: ${key}`];
  });
}
