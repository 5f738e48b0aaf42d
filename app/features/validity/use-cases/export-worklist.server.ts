import { recordAudit } from "~/features/validity/audited.server";
import type { UserActor } from "~/access/actor";
import type { Speech } from "~/i18n/translation";
import { csvText } from "~/kernel/csv";
import { plainYuan } from "~/kernel/money";
import type { Deps } from "~/platform/context.server";
import type { WorkFilter } from "../validity.schema";
import { narrowed, workRows } from "./read-worklist.server";

/** The worklist as filtered, as CSV, entered in the audit log. Yuan; days in Asia/Shanghai. */
export async function exportWorklist(
  deps: Deps & { actor: UserActor },
  filter: WorkFilter,
  { t }: Speech,
): Promise<string> {
  const rows = narrowed(await workRows(deps), filter);
  await recordAudit(deps, {
    action: "policy-documents.exported",
    subject: { type: "document", id: "worklist" },
    after: { list: "worklist", filter: { ...filter }, lines: rows.length },
  });
  const words = (key: string) => t(key, { ns: "validity" });
  const heads = ["document", "number", "work", "state", "lastDay", "items", "firms", "maybe", "stakeYuan", "upToYuan"];
  return csvText([
    [...heads.map((head) => words(`column.${head}`)), words("column.waiting")],
    ...rows.map((row) => [
      row.demo ? `${words("demoMark")}${row.title}` : row.title,
      row.number,
      row.works.map((work) => words(`work.${work}`)).join("; "),
      t(`validity.${row.state}`, { ns: "policies" }),
      row.lastDay,
      row.items,
      row.stake.firms,
      row.stake.maybe,
      plainYuan(row.stake.fen),
      plainYuan(row.stake.upToFen),
      row.waiting ? words("waiting.short") : "",
    ]),
  ]);
}
