import { deedAnswers } from "~/features/applications/testing/deed-answers";
import { makeCreditCode } from "~/features/enterprises/domain/credit-code";
import { readDraft } from "~/features/applications/use-cases/read-draft.server";
import { saveAccount, saveAnswers, savePledge } from "~/features/applications/use-cases/save-draft.server";
import { startDraft } from "~/features/applications/use-cases/start-draft.server";
import { addPayee } from "~/features/funds/testing/due-payment";
import { grantBudget } from "~/features/funds/use-cases/grant-budget.server";
import { reserveBudget } from "~/features/funds/use-cases/reserve-budget.server";
import { availableOf } from "~/features/funds/domain/envelope-balance";
import { saveFacts } from "~/features/enterprises/use-cases/save-facts.server";
import { reportingYear } from "~/features/enterprises/domain/profile";
import { amountOf } from "~/features/matching/domain/amount/amount";
import { payableSum } from "~/features/matching/domain/amount/payable-sum";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { evaluateCondition } from "~/features/matching/domain/evaluate/evaluate";
import type { Shape } from "../../domain/verify/catalogue-shapes";
import { machineOf } from "../../use-cases/advance-case.server";
import { shanghaiDay, startOfDay } from "~/kernel/plain-date";
import { castOf } from "./cast";
import { testKey } from "./doors";
import { as, part, type NestedProcess, type Stage } from "./stage";
import { suitableFirms, type Suitable } from "./suitable-firm";
import type { Tx } from "~/platform/db.server";

const listedFen = 5_000_00n;

/** What a list may pay by the item's text. */
function listedSum(item: PolicyItem): bigint {
  const payable = payableSum(item);
  if (payable.kind === "exact") return payable.fens[0] ?? listedFen;
  return payable.kind === "most" && payable.fen < listedFen ? payable.fen : listedFen;
}

/**
 * A firm with a complete draft for an item of the configuration, or one that a list can name; everybody who will act.
 * @throws Error where no item fits a made-up firm
 */
export async function setUp(process: NestedProcess, tx: Tx, shape: Shape): Promise<Stage> {
  for (const suitable of suitableFirms(process.catalogue, shape.itemIds)) {
    const stage = await part(tx, () => setScene(process, tx, { shape, suitable })).catch((error: unknown) => {
      if (error !== unfit) throw error;
    });
    if (stage) return stage;
  }
  throw new Error(`no item of ${shape.name} fits a made-up firm`);
}

const unfit = new Error("what is derived of the firm's facts contradicts the item");

async function setScene(
  process: NestedProcess,
  tx: Tx,
  { shape, suitable }: { shape: Shape; suitable: Suitable },
): Promise<Stage> {
  const { published, regionCode, industryCode, day } = suitable;
  process.clock.set(new Date(startOfDay(day).getTime() + 10 * 3_600_000));
  const createdAt = process.clock.now();
  const creditCode = makeCreditCode("340503", 4_001);
  const { id: enterpriseId } = await tx.enterprise.create({
    data: { creditCode, name: "示例核验有限公司", legalForm: "company", regionCode, industryCode, createdAt },
    select: { id: true },
  });
  const config = published.redemption;
  const cast = await castOf(process, config, { enterpriseId, regionCode });
  const stage: Stage = {
    process,
    tx,
    cast,
    shape: { ...shape, config },
    itemId: published.item.id,
    fen: listedSum(published.item),
    firm: { enterpriseId, creditCode },
    rivalId: await addRival(process, tx, suitable),
  };
  if (config.workflow !== "applyFree") stage.fen = await draft(stage, suitable);
  return stage;
}

/** Another firm's application, for which money can be set aside. */
async function addRival(process: NestedProcess, tx: Tx, { published }: Suitable): Promise<string> {
  const { enterpriseId } = await addPayee(process, 4_002);
  const { id } = await tx.application.create({
    data: {
      enterpriseId,
      itemId: published.item.id,
      itemVersionId: published.versionId,
      year: 2026,
      state: "draft",
      ...machineOf(published.redemption),
      createdById: enterpriseId,
      createdAt: process.clock.now(),
    },
    select: { id: true },
  });
  return id;
}

/** The firm fills its draft in, as its pages let it; gives what the rule works out. */
async function draft(stage: Stage, { published, facts }: Suitable): Promise<bigint> {
  const { enterpriseId } = stage.firm;
  const { facts: definitions } = stage.process.catalogue.registry;
  const isOfCase = (name: string) => definitions.get(name)?.scope === "case";
  const year = reportingYear("2026-06-01");
  await as(stage, "owner", (deps) =>
    saveFacts(
      deps,
      enterpriseId,
      Object.entries(facts)
        .filter(([fact]) => !isOfCase(fact))
        .map(([fact, value]) => ({
          fact,
          value,
          year: definitions.get(fact)?.scope === "annual" ? year : null,
          source: "verified" as const,
          authority: null,
        })),
    ),
  );
  const { id } = await as(stage, "owner", (deps) =>
    startDraft(deps, { enterpriseId, itemId: published.item.id, anew: false }),
  );
  return as(stage, "owner", async (deps) => {
    const begun = await readDraft(deps, id, enterpriseId);
    const ofCase = Object.entries(facts).filter(([fact]) => isOfCase(fact));
    await saveAnswers(deps, begun, { ...Object.fromEntries(ofCase), ...deedAnswers(begun.asked, 1) });
    const row = await readDraft(deps, id, enterpriseId);
    for (const name of row.item.materials) {
      await deps.tx.material.create({
        data: {
          applicationId: id,
          name,
          fileName: "a.pdf",
          fileHash: "0".repeat(64),
          mimeType: "application/pdf",
          sizeBytes: 3,
          uploadedById: deps.actor.userId,
          uploadedAt: deps.clock.now(),
        },
      });
    }
    await saveAccount(deps, row, { holder: "示例", bankName: "示例银行", number: "340512345678" }, testKey);
    await savePledge(deps, row);
    const fen = amountOf(row.item, row.facts, []).fen ?? 0n;
    const missing = Object.values((await readDraft(deps, id, enterpriseId)).progress).flatMap(
      (section) => section.missing,
    );
    if (
      fen <= 0n ||
      missing.length > 0 ||
      evaluateCondition(row.item.conditions, row.facts, shanghaiDay(deps.clock.now())) !== "eligible"
    )
      throw unfit;
    return fen;
  });
}

/** Puts the budget as a step is to find it: with enough for the case, or with nothing left. */
export async function prepareMoney(stage: Stage, money: "there" | "short"): Promise<void> {
  const { itemId, tx, fen } = stage;
  if (money === "there") {
    await as(stage, "maker", (deps) =>
      grantBudget(deps, {
        documentId: deps.catalogue.registry.documentIdOf(itemId),
        year: 2026,
        fen,
        idempotencyKey: deps.random.uuid(),
      }),
    );
    return;
  }
  const left = (await tx.envelope.findMany()).reduce((sum, each) => sum + availableOf(each), 0n);
  if (left > 0n)
    await as(stage, "maker", (deps) =>
      reserveBudget(deps, {
        applicationId: stage.rivalId,
        itemId,
        year: 2026,
        fen: left,
        firmRegion: "340503",
        idempotencyKey: deps.random.uuid(),
      }),
    );
}

/** A firm that deceived before is found out when it is listed. */
export async function exclude({ tx, firm }: Stage): Promise<void> {
  await tx.exclusion.create({
    data: {
      enterpriseId: firm.enterpriseId,
      recoveryId: firm.enterpriseId,
      departmentId: "-",
      regionCode: "-",
      reason: "虚报",
      fromDay: "2026-01-01",
      toDay: "2028-12-31",
    },
  });
}
