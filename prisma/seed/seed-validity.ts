import type { UserActor } from "~/access/actor";
import { permissionsOf } from "~/access/permissions";
import type { PublishedCatalogue } from "~/features/policies/domain/published-catalogue";
import { followPublications } from "~/features/policies/use-cases/follow-publications.server";
import { decideStatement } from "~/features/validity/use-cases/decide-statement.server";
import { proposeStatement, type Proposal } from "~/features/validity/use-cases/propose-statement.server";
import type { PrismaClient } from "~/generated/prisma/client";
import { fixedClock } from "~/kernel/clock";
import { addDays, shanghaiDay, startOfDay, type PlainDate } from "~/kernel/plain-date";
import { systemRandom } from "~/platform/random.server";
import type { FileStorage } from "~/platform/storage.server";
import { perform } from "~/platform/transact.server";
import { RandomSource } from "./random-source";
import type { SeedOptions } from "./seed-demo";

type Place = { prisma: PrismaClient; catalogue: PublishedCatalogue; storage: FileStorage };
type Statement = Pick<Proposal, "documentId" | "kind" | "day" | "words"> & Partial<Proposal>;

/**
 * Two authors of the demo state the validity of documents of the demonstration zone, so that on the day of the demo one ends
 * within 7, one within 60 and one within 180 days, one is due for confirmation and one was replaced; the others stay open.
 * What that would push is left out: the firms are matched after it.
 * @returns the catalogue with what was stated
 */
export async function seedValidity({ prisma, catalogue, storage }: Place, options: SeedOptions) {
  const last = await prisma.outbox.findFirst({ orderBy: { id: "desc" }, select: { id: true } });
  const [author, signer] = [await actorOf(prisma, "author"), await actorOf(prisma, "author2")];
  const ids = RandomSource.of(options.seed, "validity");
  let known = catalogue;
  for (const [index, said] of statements(shanghaiDay(options.now)).entries()) {
    const at = new Date(startOfDay(said.day).getTime() + 10 * 3_600_000);
    const process = {
      prisma,
      catalogue: known,
      clock: fixedClock(at),
      random: { ...systemRandom, uuid: () => ids.uuid(at) },
    };
    const { documentId } = said;
    const { version } = await prisma.policyDocument.findUniqueOrThrow({ where: { id: documentId } });
    const proposal = { ...blank, ...said, version, idempotencyKey: `seed-${index}` };
    await perform(process, author, (deps) => proposeStatement({ ...deps, actor: author, storage }, proposal));
    const { id } = await prisma.validityStatement.findFirstOrThrow({ where: { documentId, status: "proposed" } });
    const decision = { id, documentId, decision: "released" } as const;
    await perform(process, signer, (deps) => decideStatement({ ...deps, actor: signer }, decision));
    known = await followPublications(prisma, known);
  }
  await prisma.outbox.deleteMany({ where: { id: { gt: last?.id ?? 0n } } });
  return known;
}

const blank = {
  number: "演示函〔2026〕8号",
  from: "2021-03-01",
  until: null,
  since: null,
  by: "",
  address: "https://zone.example/letter",
  file: null,
};

function statements(today: PlainDate): Statement[] {
  const ago = (days: number) => addDays(today, -days);
  const until = (documentId: string, days: number): Statement => {
    const last = addDays(today, days);
    return { documentId, kind: "confirmed", day: ago(30), until: last, words: `虚构文件写明：有效期至${last}。` };
  };
  const open = (documentId: string, day: PlainDate): Statement => ({
    documentId,
    kind: "confirmed",
    day,
    words: "虚构文件写明：长期有效。",
  });
  return [
    open("zone-yearly", ago(400)),
    open("zone-superseded", ago(300)),
    until("zone-week", 5),
    until("zone-sixty", 45),
    until("zone-half", 150),
    {
      documentId: "zone-superseded",
      kind: "replaced",
      day: ago(20),
      since: ago(20),
      by: "演示区用能补贴办法（虚构，修订）",
      words: "虚构文件写明：原办法同时废止。",
    },
  ];
}

async function actorOf(prisma: PrismaClient, loginName: string): Promise<UserActor> {
  const { id, displayName, departmentId, regionCode } = await prisma.user.findUniqueOrThrow({ where: { loginName } });
  return {
    kind: "user",
    userId: id,
    loginName,
    displayName,
    locale: "zh",
    roles: ["policyAuthor"],
    departmentId,
    regionCode,
    sessionId: "seed",
    memberships: [],
    enterpriseId: null,
    permissions: permissionsOf(["policyAuthor"], null),
    address: null,
  };
}
