import { shanghaiDay, startOfDay, addDays } from "~/kernel/plain-date";
import type { CaseRows, Context } from "./case-rows";
import type { DemoCase } from "./demo-case";
import type { SeedIds } from "./random-source";

export function addWaiting(rows: CaseRows, demo: DemoCase, applicationId: string, { ownerId, ids }: Context): void {
  const last = demo.transitions.at(-1);
  if (demo.state === "correcting" && last) {
    rows.corrections.push({
      id: ids("correction", last.at),
      applicationId,
      round: 1,
      stage: last.from,
      points: [{ about: "", text: "设备发票缺少第 2 页，请补充完整。" }],
      issuedById: ownerId,
      issuedAt: last.at,
      dueOn: demo.terms.find(({ kind }) => kind === "correction")?.endsOn ?? demo.promisedOn,
    });
  }
  const opened = demo.transitions.find((each) => each.to === "publicity" && each.from !== "publicity");
  if (!opened) return;
  const ended = demo.transitions.find((each) => each.event.type === "PUBLICITY_ENDED")?.at ?? null;
  const term = demo.terms.find(({ kind }) => kind === "publicity");
  rows.publicities.push({
    id: ids("publicity", opened.at),
    applicationId,
    startsOn: shanghaiDay(opened.at),
    endsOn: ended ? shanghaiDay(ended) : (term?.endsOn ?? shanghaiDay(opened.at)),
    amountFen: demo.fen,
    endedAt: ended,
  });
}

/** The terms that run where the case stands: each ends with its last day. */
export function addTerms(rows: CaseRows, demo: DemoCase, applicationId: string, ids: SeedIds): void {
  const since = demo.transitions.at(-1)?.at ?? new Date(0);
  for (const { kind, event, endsOn } of demo.terms)
    rows.deadlines.push({
      id: ids("deadline", since),
      subjectType: "application",
      subjectId: applicationId,
      kind,
      event,
      dueAt: startOfDay(addDays(endsOn, 1)),
    });
}

/** Scores of the panel, and what the firm thought of it. */
export function addExtras(rows: CaseRows, demo: DemoCase, applicationId: string, { ownerId, ids }: Context): void {
  for (const { event, at } of demo.transitions) {
    if (event.type === "EXPERT_SCORED")
      rows.scores.push({
        id: ids("score", at),
        applicationId,
        expertId: event.actorId,
        score: 70 + (Number(demo.fen / 100n) % 25),
        comment: "技术路线成熟，投入与绩效相符。",
        at,
      });
    if (event.type === "RATED")
      rows.ratings.push({
        id: ids("rating", at),
        applicationId,
        stars: 5,
        comment: "",
        ratedById: ownerId,
        ratedAt: at,
      });
  }
}
