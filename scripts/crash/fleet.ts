import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { ReviewAction } from "~/features/redemption/domain/review-actions";
import type { PrismaClient } from "~/generated/prisma/client";
import { fleetItem } from "./catalogue-parts";
import type { CrashingServer } from "./child";
import type { Command } from "./commands";
import { addFirm, officialOf } from "./people";
import { steady } from "./steady";

/** What the server said it had done: it must be there at the end, once. */
export type Acknowledged = {
  cases: string[];
  steps: { id: string; key: string }[];
  uploads: { id: string; material: string; hash: string }[];
  batches: string[];
};

type Answer = { ok: true; body: unknown } | { ok: false; code: string };

const actions: Record<string, ReviewAction> = {
  countyReview: "PASS_COUNTY",
  leadReview: "RECOMMEND_APPROVAL",
  coReview: "CO_AGREE",
  leadApproval: "APPROVE",
};
const patienceMs = 900_000;

/** Firms, reviewers and a treasury that work over HTTP and repeat, with the same key, whatever was not answered. */
export class Fleet {
  readonly acknowledged: Acknowledged = { cases: [], steps: [], uploads: [], batches: [] };
  private stopping = false;
  private firmsAreDone = false;
  /** what was not carried out the last time, by command */
  private readonly failures = new Map<string, string>();
  private serial = 0;

  constructor(
    private readonly server: CrashingServer,
    private readonly prisma: PrismaClient,
  ) {}

  /** Works with so many firms at a time until `finish`; then what was begun is brought to its end. */
  async run(firms: number): Promise<void> {
    const journeys = Promise.all(Array.from({ length: firms }, () => this.firms())).finally(
      () => (this.firmsAreDone = true),
    );
    await Promise.all([journeys, this.treasury()]);
  }

  finish(): void {
    this.stopping = true;
  }

  private async firms(): Promise<void> {
    while (!this.stopping) await this.journey();
  }

  private async journey(): Promise<void> {
    const owner = await addFirm(this.prisma, (this.serial += 1));
    const id = ((await this.must({ as: owner, name: "draft", itemId: fleetItem.itemId })) as { id: string }).id;
    this.acknowledged.cases.push(id);
    await this.fill(owner, id);
    const submitted = await this.ask({ as: owner, name: "submit", id, key: "submit" });
    if (!submitted.ok) throw new Error(`submit: ${submitted.code}`);
    this.acknowledged.steps.push({ id, key: "submit" });
    const started = Date.now();
    while (!(await this.step(id)))
      if (Date.now() - started > patienceMs) throw new Error(`case ${id} does not end: ${await this.standing(id)}`);
  }

  /** A file that was stored but not answered for is not sent again: the draft says what is missing. */
  private async fill(owner: string, id: string): Promise<void> {
    for (;;) {
      const { missing } = (await this.must({ as: owner, name: "answer", id, answers: fleetItem.answers })) as {
        missing: string[];
      };
      const [material] = missing;
      if (!material) return;
      const text = `%PDF-1.4 ${id} ${material}`;
      const answer = await this.once({ as: owner, name: "upload", id, material, text });
      if (answer?.ok)
        this.acknowledged.uploads.push({ id, material, hash: createHash("sha256").update(text).digest("hex") });
    }
  }

  /** Does what a case waits for; true when it has come to its end. */
  private async step(id: string): Promise<boolean> {
    const row = await steady(() =>
      this.prisma.application.findUniqueOrThrow({
        where: { id },
        select: { state: true, version: true, tasks: { where: { closedAt: null } } },
      }),
    );
    if (row.state === "closed") return true;
    if (row.state === "publicity")
      await steady(() =>
        this.prisma.deadline.updateMany({
          where: { applicationId: id, handledAt: null, cancelledAt: null, dueAt: { gt: new Date() } },
          data: { dueAt: new Date() },
        }),
      );
    const task = row.tasks.find(({ stage }) => stage in actions);
    const action = actions[task?.stage ?? ""];
    if (!task || !action) {
      await pause(30);
      return false;
    }
    const key = `${task.stage}:${task.departmentId}:${row.version}`;
    const as = await officialOf(
      this.prisma,
      task.departmentId,
      task.regionCode,
      action === "APPROVE" ? "approver" : "reviewer",
    );
    const answer = await this.ask({ as, name: "review", id, action, key, version: row.version });
    if (answer.ok) this.acknowledged.steps.push({ id, key });
    return false;
  }

  /** Where a case stands, what it waits for, and what the servers said last. */
  private async standing(id: string): Promise<string> {
    const select = {
      state: true,
      version: true,
      snapshot: true,
      tasks: true,
      deadlines: true,
      payments: true,
      transitions: { select: { event: true, toState: true, at: true } },
    } as const;
    const row = await this.prisma.application.findUnique({ where: { id }, select });
    const outbox = await this.prisma.outbox.findMany({ where: { processedAt: null }, take: 20 });
    const sessions = await this.prisma
      .$queryRaw`SELECT pid, state, wait_event_type, wait_event, xact_start, pg_blocking_pids(pid)::text AS blocked_by, left(query, 200) AS query FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    return [
      JSON.stringify(
        { row, outbox, sessions, failures: [...this.failures] },
        (_, value: unknown) => (typeof value === "bigint" ? String(value) : value),
        1,
      ),
      ...this.server.log,
    ].join("\n");
  }

  private async treasury(): Promise<void> {
    const [maker, releaser, witness] = [
      await officialOf(this.prisma, "city-finance", "340500", "finance"),
      await officialOf(this.prisma, "city-finance", "340500", "finance", "-second"),
      await officialOf(this.prisma, "city-finance", "340500", "finance", "-third"),
    ];
    await this.must({
      as: maker,
      name: "grant",
      documentId: fleetItem.documentId,
      year: new Date().getFullYear(),
      yuan: 900_000_000,
      key: "fleet",
    });
    for (let left = 1; !this.firmsAreDone || left > 0; await pause(30)) {
      const pending = await steady(() =>
        this.prisma.payment.findMany({ where: { status: "pending" }, select: { id: true }, take: 4 }),
      );
      const batches = await steady(() =>
        this.prisma.paymentBatch.findMany({
          where: { status: { in: ["draft", "exported"] } },
          select: { id: true, status: true, payments: { select: { id: true, status: true } } },
        }),
      );
      left = pending.length + batches.length;
      if (pending.length > 0) {
        const made = await this.ask({
          as: maker,
          name: "batch",
          paymentIds: pending.map(({ id }) => id),
          key: pending.map(({ id }) => id).join(),
        });
        if (made.ok) this.acknowledged.batches.push(made.body as string);
      }
      for (const { id, status, payments } of batches) {
        if (status === "draft") await this.ask({ as: releaser, name: "release", batchId: id });
        else
          await this.ask({
            as: witness,
            name: "paid",
            batchId: id,
            paymentIds: payments.filter((each) => each.status === "batched").map((each) => each.id),
          });
      }
    }
  }

  private async must(command: Command): Promise<unknown> {
    const answer = await this.ask(command);
    if (!answer.ok) throw new Error(`${command.name}: ${answer.code}`);
    return answer.body;
  }

  /** Asks until there is an answer. */
  private async ask(command: Command): Promise<Answer> {
    const started = Date.now();
    for (;;) {
      const answer = await this.once(command);
      if (answer) return answer;
      if (Date.now() - started > patienceMs)
        throw new Error(`${command.name} is never answered: ${this.failures.get(command.name)}`);
      await pause(20);
    }
  }

  /** Null when nobody knows whether it was done. */
  private async once(command: Command): Promise<Answer | null> {
    const address = await this.server.address();
    const response = await fetch(address, { method: "POST", body: JSON.stringify(command) }).catch(() => null);
    const text = response && (await response.text().catch(() => null));
    if (!response || !text) return null;
    const body: unknown = JSON.parse(text);
    if (response.status === 200) return { ok: true, body };
    this.failures.set(command.name, `${new Date().toISOString()} ${response.status} ${text}`);
    if (response.status === 409) return { ok: false, code: (body as { code: string } | null)?.code ?? "" };
    return null;
  }
}
