import { isUuid } from "~/kernel/uuid";
import { addOutsiders, foreignThings } from "~/platform/testing/foreign-things";
import { type routes, routeWorld, statusOf } from "~/platform/testing/route-world";
import { anybodySignedIn, areas, everybody, narrower } from "./access-matrix";

type World = Awaited<ReturnType<typeof routeWorld>>;
export type Try = { person: string | null; id?: string; form?: Record<string, string>; origin?: string };

/** The status that a loader or, with a form, an action answers with. */
export async function attempt(
  world: World,
  { name }: (typeof routes)[number],
  { id = "00000000-0000-0000-0000-000000000000", ...asked }: Try,
): Promise<number> {
  return statusOf(
    await world.call(name, {
      ...asked,
      params: { ...(isUuid(id) ? { id } : {}), documentId: id, itemId: "zone-mfg-003", group: "scale", token: "none" },
    }),
  );
}

/** Who may open a page: the names of the accounts, or everybody. */
export function allowed(world: World, name: string): readonly string[] | "everybody" {
  const area = name.split(".")[0] ?? "";
  if (everybody.includes(area)) return "everybody";
  if (anybodySignedIn.includes(area)) return [...world.people.keys()];
  return narrower[name] ?? areas[area] ?? [];
}

/**
 * The rows of every table and the last transaction that wrote one, so that any change shows. Looking may note who looked: sessions,
 * audit rows, seen marks.
 */
export async function fingerprint(world: World): Promise<string> {
  const notes = ["Session", "AuditEvent", "AuditHead", "Reach", "_prisma_migrations"];
  const tables = await world.prisma.$queryRaw<
    { name: string }[]
  >`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`;
  const each = tables
    .filter(({ name }) => !notes.includes(name))
    .map(({ name }) => `SELECT '${name}' AS name, count(*) AS rows, max(xmin::text::bigint) AS last FROM "${name}"`);
  const lines = await world.prisma.$queryRawUnsafe<{ name: string; rows: bigint; last: bigint | null }[]>(
    each.join(" UNION ALL "),
  );
  return lines
    .map(({ name, rows, last }) => `${name} ${rows} ${last}`)
    .sort()
    .join("\n");
}

/** The demo's world on that day with people of other offices and firms in it, and what they may not see by name. */
export async function worldOfStrangers(now: Date): Promise<{ world: World; foreign: Record<string, string> }> {
  const world = await routeWorld(now);
  await addOutsiders(world.prisma, now);
  const foreign = await foreignThings(world.prisma, await world.storage.put(Buffer.from("%PDF-1.7")), now);
  for (const person of ["otherOffice", "otherTreasury", "otherAuthor", "neighbour"]) await world.admit(person);
  return { world, foreign };
}
