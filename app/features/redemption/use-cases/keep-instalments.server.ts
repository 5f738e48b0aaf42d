import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { instalmentsOf } from "~/features/policies/domain/instalment";
import { addInstalments } from "../adapters/instalment.repository.server";
import type { Consequences } from "../domain/consequences";
import { laterParts, recoveredWords } from "../domain/instalment";
import type { Advanced } from "./advance-case.server";
import { endInstalments, haltInstalments } from "./halt-instalments.server";

/**
 * Writes down the later parts of a sum that was decided on, and what becomes of them when the decision falls or its
 * money is asked back.
 */
export async function keepInstalments(
  deps: Deps,
  { row, config, advance }: Pick<Advanced, "row" | "config" | "advance">,
  { obligations, instalments }: Pick<Consequences, "obligations" | "instalments">,
): Promise<void> {
  if (instalmentsOf(row.item.amount).length === 0) return;
  const now = deps.clock.now();
  if (instalments) return haltInstalments(deps, row, { why: instalments === "held" ? null : recoveredWords });
  if (obligations === "dropped") await endInstalments(deps, row.id, null);
  if (obligations !== "begun") return;
  const approvedFen = advance.payload?.approvedFen ?? row.approvedFen ?? 0n;
  const parts = laterParts(row.item, approvedFen, shanghaiDay(now)).filter(({ fen }) => fen > 0n);
  await addInstalments(
    deps.tx,
    parts.map(({ fen, ...part }) => ({
      ...part,
      id: deps.random.uuid(),
      applicationId: row.id,
      amountFen: fen,
      departmentId: config.leadDepartmentId,
      regionCode: config.regionCode,
      openedAt: now,
    })),
  );
}
