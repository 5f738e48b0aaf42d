import type { UserActor } from "~/access/actor";
import type { AppContext } from "~/platform/context.server";
import { perform } from "~/platform/transact.server";
import type { FormAnswer } from "~/ui/form";
import { longestClause } from "~/features/workbench/domain/drafting/kept-clause";
import type { Clause } from "~/features/workbench/domain/drafting/span";
import { readDraft } from "~/features/workbench/use-cases/draft-state.server";
import { readClause } from "~/features/workbench/use-cases/read-clause.server";
import { settleClausePoint, takeProposals } from "~/features/workbench/use-cases/take-proposals.server";
import { stepOf } from "~/kernel/step-of";

type Context = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue" | "env">;

/** The form as it came; `proposal` comes several times. */
type Sent = { values: Record<string, string>; lists: { proposal: string[] } };

/**
 * Carries out what an author does with a clause: where on its page to go on, or what was typed with what is wrong.
 * @throws Refusal as the use cases
 */
export async function clauseAction(
  { values, lists }: Sent,
  context: Context,
  actor: UserActor,
  id: string,
): Promise<string | FormAnswer> {
  const version = Number(values["version"]);
  const { text = "" } = values;
  const steps = {
    read: async (): Promise<string | FormAnswer> => {
      const problem = textProblem(text);
      if (problem) return { errors: { text: problem }, values };
      await readClause(context, actor, id, { version, clauses: [{ part: "pasted", text }] });
      return "drafted";
    },
    "read-own": async () => {
      await readClause(context, actor, id, { version, clauses: await ownClauses(context, id) });
      return "drafted";
    },
    take: async () => {
      const taken = { version, proposals: lists.proposal };
      await perform(context, actor, (deps) => takeProposals({ ...deps, actor }, id, taken));
      return "points";
    },
    settle: async () => {
      const { point = "", why = "" } = values;
      const settled = { version, point, as: values["as"] === "placed" ? "placed" : "nothing", why } as const;
      await perform(context, actor, (deps) => settleClausePoint({ ...deps, actor }, id, settled));
      return "points";
    },
  };
  return stepOf(steps, values["intent"])();
}

function textProblem(text: string): string | null {
  if (text.trim() === "") return "refusals:workbench.clause-empty";
  return text.length > longestClause ? "refusals:workbench.clause-long" : null;
}

async function ownClauses({ prisma }: Context, id: string): Promise<Clause[]> {
  const { content } = await readDraft({ tx: prisma }, id);
  const notes: Clause[] = content.notes ? [{ part: "notes", text: content.notes }] : [];
  return [{ part: "title", text: content.title }, { part: "summary", text: content.summary }, ...notes];
}
