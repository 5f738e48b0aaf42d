import type { UserActor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import type { AppContext } from "~/platform/context.server";
import { perform } from "~/platform/transact.server";
import type { FormAnswer } from "~/ui/form";
import { modelAsking } from "../adapters/drafting-model.server";
import { longestClause } from "../domain/drafting/kept-clause";
import type { Clause } from "../domain/drafting/span";
import { readDraft } from "./draft-state.server";
import { readClause } from "./read-clause.server";
import { settleClausePoint, takeProposals } from "./take-proposals.server";

type Context = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue" | "env">;

/** The form as it came; `proposal` comes several times. */
type Sent = { values: Record<string, string>; lists: { proposal: string[] } };

/** Carries out what an author does with a clause: where on its page to go on, or what was typed with what is wrong. @throws Refusal as the use cases */
export async function clauseAction(
  { values, lists }: Sent,
  context: Context,
  actor: UserActor,
  id: string,
): Promise<string | FormAnswer> {
  const version = Number(values["version"]);
  switch (values["intent"]) {
    case "read": {
      const problem = textProblem(values["text"] ?? "");
      if (problem) return { errors: { text: problem }, values };
      await readClause(
        context,
        actor,
        id,
        { version, clauses: [{ part: "pasted", text: values["text"] ?? "" }] },
        modelAsking(context.env),
      );
      return "drafted";
    }
    case "read-own":
      await readClause(
        context,
        actor,
        id,
        { version, clauses: await ownClauses(context, id) },
        modelAsking(context.env),
      );
      return "drafted";
    case "take":
      await perform(context, actor, (deps) =>
        takeProposals({ ...deps, actor }, id, { version, proposals: lists.proposal }),
      );
      return "points";
    case "settle":
      await perform(context, actor, (deps) =>
        settleClausePoint({ ...deps, actor }, id, {
          version,
          point: values["point"] ?? "",
          as: values["as"] === "placed" ? "placed" : "nothing",
          why: values["why"] ?? "",
        }),
      );
      return "points";
    default:
      throw new Refusal("request.failed", 400);
  }
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
