import { officeNameIn } from "~/features/policies/domain/offices";
import type { Deps } from "~/platform/context.server";
import { findStandings } from "../adapters/follow-up.repository.server";
import { readCase } from "../domain/decide";
import { readConfig } from "~/features/policies/domain/stored-item";
import { readSnapshot } from "~/features/redemption/domain/migrate-snapshot";

/** Whether a paid case keeps its money, is asked to give it back and waits for the second person, or has been told to. */
export type MoneyStanding = { standing: "kept" | "proposed" | "demanded"; department: string };

/** Where cases stand with money that came back, and whose decision it is, by id. */
export async function readMoneyStanding(
  { tx, catalogue }: Pick<Deps, "tx" | "catalogue">,
  ids: readonly string[],
  language: "zh" | "en",
): Promise<ReadonlyMap<string, MoneyStanding>> {
  const rows = await findStandings(tx, ids);
  return new Map(
    rows.map(({ id, snapshot, itemVersion }) => {
      const config = readConfig(itemVersion.redemption);
      const { isIn } = readCase(config, readSnapshot(snapshot));
      const standing = isIn("closed.money.proposed")
        ? "proposed"
        : isIn("closed.money.demanded") || isIn("closed.money.recovered")
          ? "demanded"
          : "kept";
      return [
        id,
        {
          standing,
          department: officeNameIn(
            catalogue.registry,
            { departmentId: config.leadDepartmentId, regionCode: config.regionCode },
            language,
          ),
        },
      ];
    }),
  );
}
