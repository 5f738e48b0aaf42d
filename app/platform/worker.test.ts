import { describe, expect, it, vi } from "vitest";
import { runOnce } from "./worker.server";
import { fixedClock } from "~/kernel/clock";
import type { OutboxHandlers } from "./worker.server";

const claimed = { id: 1n, topic: "notice", payload: { to: "somebody" }, attempts: 1, lastError: null };
const watch = { dead: vi.fn(), recovered: vi.fn() };

function setUp() {
  const log = { error: vi.fn(), warn: vi.fn(), info: vi.fn() };
  const prisma = {
    $queryRaw: vi.fn().mockResolvedValue([claimed]),
    outbox: { update: vi.fn().mockResolvedValue(null) },
  };
  const notice = vi.fn().mockResolvedValue(undefined);
  return {
    process: { prisma, clock: fixedClock(new Date("2026-11-26T02:00:00Z")), log } as unknown as Parameters<
      typeof runOnce
    >[0],
    handlers: { notice } as unknown as OutboxHandlers,
    log,
    prisma,
    notice,
  };
}

describe("one pass of the worker", () => {
  it("a round that fails is logged and keeps neither the other rounds nor the messages", async () => {
    const { process, handlers, log, notice } = setUp();
    const after = vi.fn().mockResolvedValue(undefined);
    const broken = new Error("a row that nobody can handle");
    await runOnce(process, { handlers, rounds: [() => Promise.reject(broken), after], watch });
    expect(log.error).toHaveBeenCalledWith({ error: broken }, "worker round failed");
    expect(after).toHaveBeenCalledTimes(1);
    expect(notice).toHaveBeenCalledWith(claimed.payload);
  });
  it("a message that fails comes back later, two seconds after the first attempt", async () => {
    const { process, handlers, prisma, notice } = setUp();
    notice.mockRejectedValue(new Error("no route to the mail server"));
    await runOnce(process, { handlers, rounds: [], watch });
    expect(prisma.outbox.update).toHaveBeenCalledWith({
      where: { id: 1n },
      data: { availableAt: new Date("2026-11-26T02:00:02Z"), lastError: "Error: no route to the mail server" },
    });
  });
});
