import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { financeDepartment } from "./tasks";

/** What the treasury of the level can put right: everything about money but the firm's account. */
const ofTreasury = /^funds\.(?!no-account$)/;

/** The office that can act where a case can't go on for a reason: the treasury in matters of budget, else the lead department. */
export function troubleOffice(
  config: Pick<RedemptionConfig, "level" | "leadDepartmentId" | "regionCode">,
  reason: string,
): { departmentId: string; regionCode: string } {
  const departmentId = ofTreasury.test(reason) ? financeDepartment(config) : config.leadDepartmentId;
  return { departmentId, regionCode: config.regionCode };
}
