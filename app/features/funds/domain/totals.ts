import type { Fen } from "~/kernel/money";
import type { EnvelopeSums } from "./envelope-balance";
import type { Account } from "./ledger";

/**
 * What each total of budget money holds, as accounts of the ledger; every page, export and report takes them from here.
 * Money that a firm must give back stays disbursed until it is there again. Fen.
 */
export const totalAccounts = {
  /** 下达和结转 */
  granted: ["granted", "carried"],
  /** 占用 */
  reserved: ["reserved"],
  /** 待拨付 */
  due: ["committed"],
  /** 占用和待拨付: approved and not paid */
  unpaid: ["reserved", "committed"],
  /** 已拨付 */
  disbursed: ["disbursed", "owed"],
  /** 其中待追回 */
  owed: ["owed"],
} as const satisfies Record<string, readonly Account[]>;

export type Total = keyof typeof totalAccounts;
export type Totals = { [T in Total as `${T}Fen`]: Fen };

/** The totals of one envelope, or of many. */
export function totalsOf(envelopes: readonly EnvelopeSums[]): Totals {
  return {
    grantedFen: sum("granted", envelopes),
    reservedFen: sum("reserved", envelopes),
    dueFen: sum("due", envelopes),
    unpaidFen: sum("unpaid", envelopes),
    disbursedFen: sum("disbursed", envelopes),
    owedFen: sum("owed", envelopes),
  };
}

function sum(total: Total, envelopes: readonly EnvelopeSums[]): Fen {
  return envelopes.reduce(
    (all, sums) => totalAccounts[total].reduce((of, account) => of + sums[`${account}Fen`], all),
    0n,
  );
}
