import { createHash } from "node:crypto";
import type { UserActor } from "~/access/actor";
import { castOf, type Cast } from "~/features/redemption/testing/verify/cast";
import type { ReviewAction } from "~/features/redemption/domain/review-actions";
import { reviewCase, type Review } from "~/features/redemption/use-cases/review-case.server";
import type { FactValue } from "~/features/policies/domain/fact-definition";
import { perform } from "~/platform/transact.server";
import type { TestProcess } from "~/platform/testing/test-database";
import { removeMaterial } from "../adapters/application.repository.server";
import { readDraft } from "../use-cases/read-draft.server";
import { saveAccount, saveAnswers, savePledge } from "../use-cases/save-draft.server";
import { startDraft } from "../use-cases/start-draft.server";
import { submitApplication } from "../use-cases/submit-application.server";
import { handleTrackForm } from "~/routes/firm/firm.applications.$id/track-form.server";
import { ownedFirm } from "./owned-firm";

/** 10 % of the equipment, at most 5,000,000 yuan, times 1.1 for a firm rated A: all fixed by the text. */
export const equipmentItem = "zone-mfg-003";
const key = Buffer.alloc(32, 7);

/** A firm with an application for equipment, and the officials who have it. */
export class EquipmentCase {
  private constructor(
    readonly process: TestProcess,
    readonly owner: UserActor,
    readonly enterpriseId: string,
    readonly cast: Cast,
    readonly id: string,
    readonly itemId: string,
  ) {}

  /** Handed in with 3,500,000 yuan of equipment. A second one in a database has the officials of the first. */
  static async submitted(
    process: TestProcess,
    serial: number,
    answers: Record<string, FactValue> = equipment,
    itemId = equipmentItem,
    officials?: Cast,
  ): Promise<EquipmentCase> {
    const { actor, enterpriseId } = await ownedFirm(process, serial);
    const published = process.catalogue.byId.get(itemId);
    if (!published) throw new Error(itemId);
    const cast = officials ?? (await castOf(process, published.redemption, { enterpriseId, regionCode: "340503" }));
    return EquipmentCase.applied({ process, owner: actor, enterpriseId, cast }, itemId, answers);
  }

  /** Applies for an item on a firm's behalf: figures, files, account, pledge, and it is handed in. */
  private static async applied(
    { process, owner, enterpriseId, cast }: Pick<EquipmentCase, "process" | "owner" | "enterpriseId" | "cast">,
    itemId: string,
    answers: Record<string, FactValue>,
  ): Promise<EquipmentCase> {
    const { id } = await perform(process, owner, (deps) => startDraft(deps, { enterpriseId, itemId, anew: false }));
    const made = new EquipmentCase(process, owner, enterpriseId, cast, id, itemId);
    await made.answer(answers);
    for (const name of process.catalogue.byId.get(itemId)?.item.materials ?? []) await made.attach(name, "第一次");
    await perform(process, owner, async (deps) => {
      const draft = await readDraft(deps, id, enterpriseId);
      await saveAccount(deps, draft, { holder: "示例", bankName: "示例银行", number: "340512345678" }, key);
      await savePledge(deps, draft);
    });
    await perform(process, owner, async (deps) =>
      submitApplication(deps, await readDraft(deps, id, enterpriseId), `submit:${id}`),
    );
    return made;
  }

  /** The same of another firm, at the same desks. */
  another(serial: number): Promise<EquipmentCase> {
    return EquipmentCase.submitted(this.process, serial, equipment, this.itemId, this.cast);
  }

  /** Another application of the same firm, at the same desks. */
  beside(itemId: string, answers: Record<string, FactValue>): Promise<EquipmentCase> {
    return EquipmentCase.applied(this, itemId, answers);
  }

  answer(answers: Record<string, FactValue>): Promise<void> {
    return perform(this.process, this.owner, async (deps) =>
      saveAnswers(deps, await readDraft(deps, this.id, this.enterpriseId), answers),
    );
  }

  /** Adds a file for a requirement; what was there before is taken away. */
  attach(name: string, content: string): Promise<void> {
    return perform(this.process, this.owner, async (deps) => {
      const draft = await readDraft(deps, this.id, this.enterpriseId);
      for (const old of draft.row.materials.filter((each) => each.name === name))
        await removeMaterial(deps.tx, this.id, old.id, deps.clock.now());
      await deps.tx.material.create({
        data: {
          applicationId: this.id,
          name,
          fileName: `${name}-${content}.pdf`,
          fileHash: createHash("sha256").update(`${name} ${content}`).digest("hex"),
          mimeType: "application/pdf",
          sizeBytes: 3,
          uploadedById: this.owner.userId,
          uploadedAt: deps.clock.now(),
        },
      });
    });
  }

  /** A step of an official: `county`, `one`, `two` or `three` of the lead department, or a co-department by its id. */
  async step(who: string, action: ReviewAction, more: Partial<Review> = {}): Promise<void> {
    const actor = this.official(who);
    const { version } = await this.row();
    await perform(this.process, actor, (deps) =>
      reviewCase(
        { ...deps, actor },
        {
          id: this.id,
          action,
          comment: "核实情况",
          points: [],
          approvedFen: null,
          idempotencyKey: deps.random.uuid(),
          expectedVersion: version,
          ...more,
        },
      ),
    );
  }

  /** Through the desks to the approver, with everybody in favour. */
  async recommend(): Promise<void> {
    const config = this.process.catalogue.byId.get(this.itemId)?.redemption;
    if (config?.countyPreReview) await this.step("county", "PASS_COUNTY");
    await this.step("one", "RECOMMEND_APPROVAL");
    for (const id of config?.coDepartmentIds ?? []) await this.step(id, "CO_AGREE");
  }

  official(who: string): UserActor {
    const actor = this.cast.get(who);
    if (!actor) throw new Error(who);
    return actor;
  }

  /** The firm's step on the page of its case. */
  async firm(values: Record<string, string>): Promise<void> {
    const { version } = await this.row();
    await perform(this.process, this.owner, (deps) =>
      handleTrackForm(
        { ...deps, actor: this.owner },
        { id: this.id, enterpriseId: this.enterpriseId, key },
        { idempotencyKey: deps.random.uuid(), version: String(version), ...values },
      ),
    );
  }

  row() {
    return this.process.prisma.application.findUniqueOrThrow({ where: { id: this.id } });
  }
}

export const equipment: Record<string, FactValue> = {
  techRenovationEquipment: 3_500_000,
  zeroLandExpansion: false,
  fixedAssetInvestment: 4_000_000,
  statisticsOnlineReported: true,
  energyOutputGrade: "I",
  landEfficiencyScope: "rated",
  landEfficiencyRating: "A",
};
