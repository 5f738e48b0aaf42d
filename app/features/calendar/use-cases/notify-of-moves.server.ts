import { groupBy } from "~/kernel/group-by";
import type { Deps } from "~/platform/context.server";
import { enqueueAll, type OutboxMessage } from "~/platform/outbox.server";
import type { Change } from "../adapters/change.repository.server";
import { isCaseMove, type Move } from "../domain/term";
import type { TermKeepers } from "./term-keepers.server";

/** Terms that a firm waits for or has to keep. */
const firmKinds: readonly Move["kind"][] = ["promise", "correction", "publicity", "wait", "recovery", "urged"];

/** Tells each firm once for a case which of its terms moved, and each office once how much of its work. */
export async function notifyOfMoves(
  deps: Pick<Deps, "tx" | "clock"> & { terms: TermKeepers },
  { id, number, reason }: Pick<Change, "id" | "number" | "reason">,
  moves: readonly Move[],
): Promise<void> {
  const because = number ?? reason ?? "";
  const inCases = moves.filter(isCaseMove);
  const own = inCases.filter((move) => firmKinds.includes(move.kind) && move.number !== null);
  const work = inCases.filter(({ kind }) => kind === "task");
  await enqueueAll(deps, [
    ...[...groupBy(own, (move) => move.applicationId)].map(([applicationId, terms]): OutboxMessage => {
      const [first] = terms;
      return {
        topic: "notice",
        payload: {
          to: { enterpriseId: first?.enterpriseId ?? "" },
          kind: "termsMoved",
          params: { item: first?.item ?? "", number: first?.number ?? "", count: terms.length, because },
          href: `/firm/applications/${applicationId}`,
          dedupKey: `termsMoved:${id}:${applicationId}`,
        },
      };
    }),
    ...[...groupBy(work, (move) => officeKey(deps.terms, move))].flatMap(([key, terms]): OutboxMessage[] => {
      const [first] = terms;
      if (!first?.departmentId || !first.regionCode) return [];
      const { departmentId, regionCode, step } = first;
      return [
        {
          topic: "notice",
          payload: {
            ...deps.terms.workOf(step ?? "", { departmentId, regionCode }),
            kind: "officeTermsMoved",
            params: { count: terms.length, because },
            dedupKey: `officeTermsMoved:${id}:${key}`,
          },
        },
      ];
    }),
  ]);
}

/** People of one office who do such work, and where they find it. */
function officeKey({ workOf }: TermKeepers, { step, departmentId, regionCode }: Move): string {
  const office = { departmentId: departmentId ?? "", regionCode: regionCode ?? "" };
  const { to, href } = workOf(step ?? "", office);
  return [office.departmentId, office.regionCode, to.needs, href].join(" ");
}
