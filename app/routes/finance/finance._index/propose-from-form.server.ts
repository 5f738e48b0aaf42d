import type { UserActor } from "~/access/actor";
import type { FileStorage } from "~/platform/storage.server";
import { perform, type Performing } from "~/platform/transact.server";
import { againOnConflict } from "~/platform/unique-conflict.server";
import { requireReadable, type PaperFile } from "~/features/funds/use-cases/keep-paper.server";
import { proposeBudget, type Proposal } from "~/features/funds/use-cases/propose-budget.server";

type Typed = { values: Readonly<Record<string, string>>; file: PaperFile };

/**
 * Proposes what a form asks for, on the paper that the form carries. Sent twice at the same moment it proposes once.
 * @returns id of the order
 * @throws Refusal as `proposeBudget` and `requireReadable`
 */
export async function proposeFromForm(
  context: Performing & { storage: FileStorage },
  actor: UserActor,
  { values, file }: Typed,
  what: Omit<Proposal, "paper" | "reason" | "idempotencyKey">,
): Promise<string> {
  await requireReadable(file);
  const proposal = {
    ...what,
    paper: { number: values["paperNumber"] ?? "", file },
    reason: values["reason"],
    idempotencyKey: values["idempotencyKey"] ?? "",
  };
  const { storage } = context;
  return againOnConflict(() => perform(context, actor, (deps) => proposeBudget({ ...deps, actor, storage }, proposal)));
}
