import type { Actor } from "~/access/actor";
import { reconcileWork, type WantedWork } from "~/features/work/use-cases/reconcile-work.server";
import { shanghaiDay } from "~/kernel/plain-date";
import type { AppContext, Deps } from "~/platform/context.server";
import { onceADay } from "~/platform/once-a-day";
import { perform } from "~/platform/transact.server";
import { taskOf } from "../domain/document-task";
import { documentsOf } from "../domain/documents";
import { dutiesOn } from "../domain/worklist";
import { readSettled } from "./read-settled.server";

type Process = Pick<AppContext, "prisma" | "clock" | "random" | "catalogue">;

/** A round that once a day puts what offices have to say of their documents into their lists of work. */
export function keepDocumentTasksDaily(process: Process, worker: Actor): () => Promise<void> {
  return onceADay(process.clock, () => perform(process, worker, keepDocumentTasks));
}

/** Brings the work on documents to what they make at their offices today. */
export async function keepDocumentTasks(deps: Deps): Promise<void> {
  await reconcileWork(deps, "document", await wantedWork(deps));
}

async function wantedWork({ tx, clock, catalogue }: Deps): Promise<WantedWork[]> {
  const documents = documentsOf(catalogue).filter(({ followers }) => followers.length > 0);
  const known = await readSettled(
    tx,
    documents.map(({ id }) => id),
  );
  const today = shanghaiDay(clock.now());
  return documents.flatMap(({ id, document, offices }) => {
    const task = taskOf(dutiesOn(document, known(id).settled, today));
    return task ? offices.map((office) => ({ ...office, ...task, subjectId: id })) : [];
  });
}
