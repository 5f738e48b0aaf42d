import { totalAccounts, type Total } from "~/features/funds/domain/totals";
import { Prisma } from "~/generated/prisma/client";

/** Whether the entry `e` counts in a total. */
export function isOf(total: Total): Prisma.Sql {
  return Prisma.sql`e.account IN (${Prisma.join([...totalAccounts[total]])})`;
}

/** A total over the entries `e` of a group, in fen; what was granted is negative, as the ledger has it. */
export function totalSql(total: Total): Prisma.Sql {
  return Prisma.sql`coalesce(sum(e."amountFen") FILTER (WHERE ${isOf(total)}), 0)::bigint`;
}
