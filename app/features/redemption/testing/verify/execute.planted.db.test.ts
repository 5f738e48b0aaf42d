import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import type { CaseEventType } from "../../domain/events";
import type * as Machine from "../../domain/machine";
import { base } from "../../domain/machine-base";
import { shapesOf } from "../../domain/verify/catalogue-shapes";
import { explore } from "../../domain/verify/explore";
import { executePaths } from "./execute";

type Built = typeof Machine.redemptionMachine;
const broken = vi.hoisted(() => ({
  machine: null as null | ((config: RedemptionConfig, built: Built) => ReturnType<Built>),
}));
vi.mock("../../domain/machine", async (original) => {
  const machine = await original<typeof Machine>();
  return {
    ...machine,
    redemptionMachine: (config: RedemptionConfig) =>
      (broken.machine ?? ((same, build) => build(same)))(config, machine.redemptionMachine),
  };
});

let process: TestProcess;
let shapes: ReturnType<typeof shapesOf>;
beforeAll(async () => {
  process = await testProcess();
  shapes = shapesOf(process.catalogue.items.map(({ item, redemption }) => ({ itemId: item.id, config: redemption })));
});
afterAll(() => process.close());

function shape(name: string) {
  const found = shapes.find((each) => each.name === name);
  if (!found) throw new Error(name);
  return found;
}

describe("a workflow through the use cases", () => {
  it.each([
    ["applyFree + publicity", 3],
    ["fastTrack", 3],
    ["reviewed + county + 3 experts + visit + 1 co-departments + yearly round + publicity", 3],
  ])("%s keeps the law and the model", async (name, limit) => {
    const execution = await executePaths(process, shape(name), { sample: { limit } });
    expect(execution.violations).toEqual([]);
    expect(execution.paths).toBe(limit);
    expect(execution.refusals).toBeGreaterThan(50);
    expect(await process.prisma.application.count(), "nothing is kept").toBe(0);
  });
});

describe("an unsound machine, in model and use cases alike, is found out by what was written", () => {
  afterEach(() => {
    broken.machine = null;
  });

  async function laws(
    machine: (config: RedemptionConfig, build: Built) => ReturnType<Built>,
    along: readonly CaseEventType[],
  ): Promise<string[]> {
    const known = new Map<RedemptionConfig, ReturnType<Built>>();
    broken.machine = (own, build) => known.get(own) ?? known.set(own, machine(own, build)).get(own)!;
    const { config } = shape("reviewed + publicity");
    const { violations } = await executePaths(process, shape("reviewed + publicity"), {
      found: explore(config),
      sample: { along, refusals: false },
    });
    return [...new Set(violations.map((text) => text.split(": ")[0] ?? ""))];
  }
  const toApproval: CaseEventType[] = ["SUBMIT", "RECOMMEND_APPROVAL", "APPROVE"];

  it("that goes past publicity", async () => {
    expect(await laws((own, build) => build({ ...own, publicityWorkingDays: 0 }), toApproval)).toEqual([
      "publicity skipped",
    ]);
  });

  it("that lets one person review and approve", async () => {
    expect(
      await laws(
        (own, build) => build(own).provide({ guards: { mayApprove: () => true } }),
        [...toApproval, "PUBLICITY_ENDED"],
      ),
    ).toEqual(["paid without two different people"]);
  });

  it("that pays while an objection is unread", async () => {
    const open = (own: RedemptionConfig, build: Built) => {
      const { config } = build(own);
      const states = config.states as unknown as { publicity: { states: { screening: { on: object } } } };
      const { publicity } = states;
      const screening = {
        ...publicity.states.screening,
        on: { ...publicity.states.screening.on, PUBLICITY_ENDED: "#budgetCheck" },
      };
      return base.createMachine({
        ...config,
        states: { ...states, publicity: { ...publicity, states: { ...publicity.states, screening } } },
      } as never) as unknown as ReturnType<Built>;
    };
    expect(await laws(open, [...toApproval, "OBJECTION_RAISED", "PUBLICITY_ENDED"])).toEqual([
      "paid while an objection is open or unread",
    ]);
  });
});
