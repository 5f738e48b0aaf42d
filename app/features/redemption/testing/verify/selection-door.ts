import { addPayee } from "~/features/funds/testing/due-payment";
import type { Prisma } from "~/generated/prisma/client";
import { addDays, shanghaiDay, startOfDay } from "~/kernel/plain-date";
import { decideSelection, proposeSelection } from "../../use-cases/select-yearly.server";
import type { Door } from "./doors";
import { as, type Stage } from "./stage";

/** The yearly round after its window: proposed by one person, confirmed by the one the event names. */
export const selectOne: Door = async (stage, event, seen) => {
  const { itemId, process } = stage;
  const published = process.catalogue.byId.get(itemId);
  const closes = published?.item.window?.closes;
  if (closes && `2026-${closes}` >= shanghaiDay(process.clock.now()))
    process.clock.set(startOfDay(addDays(`2026-${closes}`, 1)));
  if (event.type === "NOT_SELECTED" && seen.state === "ranking")
    await addBetter(stage, seen.id, published?.redemption.batch?.quota ?? 0);
  const poolFen = event.type === "SELECTED" ? stage.fen : stage.fen - 1n;
  await as(stage, "two", (deps) => proposeSelection(deps, { itemId, year: 2026, poolFen }));
  return as(stage, "one", (deps) => decideSelection(deps, { itemId, year: 2026, confirm: true }));
};

/** As many better applications as are chosen. */
async function addBetter({ tx, process, cast }: Stage, id: string, quota: number): Promise<void> {
  const {
    id: _,
    number: __,
    enterpriseId: ___,
    snapshot,
    caseFacts,
    ...model
  } = await tx.application.findUniqueOrThrow({ where: { id } });
  for (let place = 0; place < quota; place += 1) {
    const { enterpriseId } = await addPayee(process, 5_000 + place);
    const data = {
      ...model,
      enterpriseId,
      number: `B-${place}`,
      submittedAt: new Date(0),
      snapshot,
      caseFacts,
    } as Prisma.ApplicationUncheckedCreateInput;
    const better = await tx.application.create({ data, select: { id: true } });
    await tx.expertScore.create({
      data: {
        applicationId: better.id,
        expertId: cast.get("three")?.userId ?? better.id,
        score: 100,
        comment: "-",
        at: process.clock.now(),
      },
    });
  }
}
