import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import { asRecord, statement } from "./enterprise.repository.server";

const firm = {
  id: true,
  creditCode: true,
  name: true,
  legalForm: true,
  regionCode: true,
  industryCode: true,
  park: true,
  registeredOn: true,
} as const;

/** The firms after one, with what currently holds for them. */
export function readFirms(tx: Tx, after: string | null, take: number) {
  return firmsWithRecords(tx, after === null ? {} : { id: { gt: after } }, take);
}

/** These firms, with what currently holds for them. */
export function readFirmsById(tx: Tx, ids: readonly string[]) {
  return firmsWithRecords(tx, { id: { in: [...ids] } }, ids.length);
}

async function firmsWithRecords(tx: Tx, where: Prisma.EnterpriseWhereInput, take: number) {
  const rows = await tx.enterprise.findMany({
    where,
    select: { ...firm, facts: { where: { supersededAt: null }, select: statement, orderBy: { id: "asc" } } },
    orderBy: { id: "asc" },
    take,
  });
  return rows.map(({ facts, ...enterprise }) => ({
    enterprise,
    records: facts.map(asRecord),
  }));
}

/** Firms with one of these codes, and all firms of these places; by id. */
export function firmsNamedOrIn(tx: Tx, codes: readonly string[], places: readonly string[]): Promise<{ id: string }[]> {
  return tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM "Enterprise"
    WHERE "creditCode" = ANY(${[...codes]}) OR "regionCode" = ANY(${[...places]}) ORDER BY id`;
}

/** Newest statement and versions of all firms in one short text. */
export async function registerVersion(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ stamp: string }[]>`
    SELECT concat_ws('.', (SELECT max(id) FROM "EnterpriseFact"), (SELECT count(*) FROM "Enterprise"), (SELECT sum(version) FROM "Enterprise")) AS stamp`;
  return row?.stamp ?? "";
}
