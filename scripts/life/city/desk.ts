import type { StaffRole } from "~/access/permissions";
import { raiseObjection } from "~/features/redemption/use-cases/raise-objection.server";
import { recomputeSum } from "~/features/redemption/use-cases/recompute-sum.server";
import { proposeRecovery } from "~/features/redemption/use-cases/recover-case.server";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import type { ReviewAction } from "~/features/redemption/domain/review-actions";
import { reviewCase, type Review } from "~/features/redemption/use-cases/review-case.server";
import type { City } from "./city";
import type { Firms, OwnCase } from "./firms";
import type { Officials } from "./officials";
import { readConfig } from "~/features/policies/domain/stored-item";

type Task = {
  id: string;
  stage: string;
  departmentId: string;
  regionCode: string;
  application: { id: string; version: number; firstReviewerId: string | null };
};
type Step = { action: ReviewAction; role: StaffRole };

/** What a step is told as beside "reviewed". */
const toldOf: Partial<Record<ReviewAction, readonly ("asked" | "approved" | "rejected" | "disagreed")[]>> = {
  REQUEST_CORRECTION: ["asked"],
  APPROVE: ["approved"],
  REJECT: ["rejected"],
  LIST_APPROVED: ["approved", "asked"],
  CO_DISAGREE: ["disagreed"],
};

/** What the officials of all offices do in a day with what lies on their desks. */
export class Desk {
  constructor(
    private readonly city: City,
    private readonly officials: Officials,
    private readonly firms: Firms,
  ) {}

  async day(): Promise<void> {
    const tasks = await this.city.running.prisma.task.findMany({
      where: { closedAt: null },
      orderBy: [{ openedAt: "asc" }, { id: "asc" }],
      select: {
        id: true,
        stage: true,
        departmentId: true,
        regionCode: true,
        application: { select: { id: true, version: true, firstReviewerId: true } },
      },
    });
    const touched = new Set<string>();
    for (const { application, ...rest } of tasks) {
      if (!application) continue;
      const task = { ...rest, application };
      const own = this.firms.cases.get(task.application.id);
      // Two offices of one case write one after another: the other one's turn comes tomorrow.
      if (!own || touched.has(own.id) || this.city.random.chance(0.35)) continue;
      const step = this.stepFor(task, own);
      if (!step) continue;
      touched.add(own.id);
      await this.take(task, own, step);
    }
  }

  private stepFor({ stage }: Task, own: OwnCase): Step | null {
    const { random } = this.city;
    const reviewer = (action: ReviewAction): Step => ({ action, role: "reviewer" });
    const approver = (action: ReviewAction): Step => ({ action, role: "approver" });
    switch (stage) {
      case "countyReview":
        return reviewer(random.chance(0.05) ? "REQUEST_CORRECTION" : "PASS_COUNTY");
      case "siteVisit":
        return reviewer("VISITED");
      case "listApproval":
        return approver("LIST_APPROVED");
      case "leadReview":
        if (!own.honest) return reviewer("RECOMMEND_REJECTION");
        return reviewer(random.chance(this.city.odds.correct) ? "REQUEST_CORRECTION" : "RECOMMEND_APPROVAL");
      case "leadApproval":
        if (!own.honest) return approver("REJECT");
        return approver(random.chance(0.03) ? "SEND_BACK" : "APPROVE");
      case "coReview":
        return reviewer(random.chance(this.city.odds.disagree) ? "CO_DISAGREE" : "CO_AGREE");
      case "conferral":
        return this.confer(own);
      case "headDecision":
        return { action: own.honest ? "HEAD_OVERRULED" : "HEAD_UPHELD", role: "departmentHead" };
      case "admission":
        return reviewer(random.chance(0.5) ? "OBJECTION_ADMITTED" : "OBJECTION_REFUSED");
      case "objection":
        return reviewer("OBJECTION_SETTLED");
      case "reconsideration":
        return approver("DECISION_UPHELD");
      case "followUp":
        return reviewer("FOLLOWED_UP");
      case "afterCheck":
      case "evaluation":
        return reviewer("CHECK_PASSED");
      case "recoveryApproval":
        return approver("RECOVERY_CONFIRMED");
      default:
        return null;
    }
  }

  /** What becomes of a disagreement: a meeting is called, then held, or the head decides at once. */
  private confer(own: OwnCase): Step {
    const head: Step = { action: own.honest ? "HEAD_OVERRULED" : "HEAD_UPHELD", role: "departmentHead" };
    if (this.called.has(own.id)) {
      this.called.delete(own.id);
      return { action: this.city.random.chance(0.7) ? "MEETING_AGREED" : "MEETING_FAILED", role: "reviewer" };
    }
    return this.city.random.chance(0.5) ? { action: "MEETING_CALLED", role: "reviewer" } : head;
  }

  private readonly called = new Set<string>();

  private async take(task: Task, own: OwnCase, { action, role }: Step): Promise<void> {
    const { departmentId, regionCode, application } = task;
    const besides = role === "approver" && application.firstReviewerId ? [application.firstReviewerId] : [];
    const by = await this.officials.present({ departmentId, regionCode }, role, besides);
    const more = await this.besides(task, action);
    const answer = await this.city.ask(by, (deps) =>
      reviewCase(deps, {
        id: own.id,
        action,
        comment: "已核实",
        points: action === "REQUEST_CORRECTION" ? [{ about: "", text: "请补充说明" }] : [],
        approvedFen: null,
        basisSeen: true,
        ...more,
        idempotencyKey: this.city.key(),
        expectedVersion: application.version,
      }),
    );
    if (!answer.ok && answer.code === "redemption.sum-outdated") return this.recompute(own.id, by, application.version);
    if (!answer.ok) return;
    for (const kind of ["reviewed", ...(toldOf[action] ?? [])] as const) this.city.note({ kind, case: own.id });
    if (action === "MEETING_CALLED") this.called.add(own.id);
  }

  /** The sum is worked out anew; the approval comes another day. */
  private recompute(id: string, by: string, expectedVersion: number): Promise<void> {
    return this.city.must(by, (deps) =>
      recomputeSum(deps, { id, idempotencyKey: deps.random.uuid(), expectedVersion }),
    );
  }

  /** Who meets, or which objection is read. */
  private async besides({ application: { id } }: Task, action: ReviewAction): Promise<Partial<Review>> {
    const { prisma } = this.city.running;
    if (action === "MEETING_CALLED") {
      const { leadDepartmentId, coDepartmentIds } = await this.configOf(id);
      return { meeting: { day: this.city.today, offices: [leadDepartmentId, ...coDepartmentIds] } };
    }
    if (action !== "OBJECTION_ADMITTED" && action !== "OBJECTION_REFUSED") return {};
    const [first] = await prisma.objection.findMany({
      where: { applicationId: id, admittedAt: null, answeredAt: null },
      orderBy: { id: "asc" },
      select: { id: true },
      take: 1,
    });
    return first ? { objectionId: first.id } : {};
  }

  private async configOf(id: string): Promise<RedemptionConfig> {
    const { itemVersion } = await this.city.running.prisma.application.findUniqueOrThrow({
      where: { id },
      select: { itemVersion: { select: { redemption: true } } },
    });
    return readConfig(itemVersion.redemption);
  }

  /** The office finds out that what a paid firm said was not so, and asks for the money back. */
  async findDeceit(own: OwnCase): Promise<void> {
    const row = await this.city.running.prisma.application.findUniqueOrThrow({
      where: { id: own.id },
      select: { version: true },
    });
    const { leadDepartmentId: departmentId, regionCode } = await this.configOf(own.id);
    const by = await this.officials.present({ departmentId, regionCode }, "reviewer");
    const proposal = {
      id: own.id,
      kind: "error" as const,
      sumFen: null,
      reason: "核查发现不符",
      idempotencyKey: this.city.key(),
      expectedVersion: row.version,
    };
    const { ok } = await this.city.ask(by, (deps) => proposeRecovery(deps, proposal));
    if (ok) this.city.note({ kind: "deceit", case: own.id });
  }

  /** Some firm objects to what is publicised; the office looks into it. */
  async object(own: OwnCase): Promise<void> {
    const running = await this.city.running.prisma.publicity.findFirst({
      where: { applicationId: own.id, endedAt: null },
      orderBy: { id: "desc" },
      select: { id: true },
    });
    const other = this.city.random.pick(this.firms.all);
    if (!running || other.id === own.firm.id) return;
    const objection = {
      publicityId: running.id,
      objector: other.name,
      contact: "0555-0000000",
      text: "不符合条件",
      idempotencyKey: this.city.key(),
    };
    const { ok } = await this.city.ask(other.loginName, (deps) =>
      raiseObjection(deps, { ...objection, source: { kind: "user", userId: deps.actor.userId } }),
    );
    if (ok) this.city.note({ kind: "objected", case: own.id });
  }

  /** A look at what was paid in the last months: once in a while something was not so. */
  async lookBack(): Promise<void> {
    const since = new Date(this.city.running.clock.now().getTime() - 90 * 86_400_000);
    const paid = await this.city.running.prisma.application.findMany({
      where: { state: "closed", paidAt: { gt: since } },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    for (const { id } of paid) {
      const own = this.firms.cases.get(id);
      if (own && this.city.random.chance(this.city.odds.deceive)) await this.findDeceit(own);
    }
  }
}
