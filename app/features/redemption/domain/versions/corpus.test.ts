import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { decide, machineText, readCase, type StoredSnapshot } from "../decide";
import { eventTypes, type CaseEvent, type CaseEventType } from "../events";
import { machineVersion } from "../machine";
import one from "./reviewed-1.corpus.json";
import two from "./version-2.corpus.json";
import three from "./version-3.corpus.json";
import four from "./version-4.corpus.json";

type Corpus = {
  machineId: string;
  machineVersion: number;
  machineHash: string;
  config: RedemptionConfig;
  cases: { name: string; snapshot: StoredSnapshot; state: string; next: string[] }[];
};
const corpora = [one, ...two, ...three, ...four] as unknown as Corpus[];

/** What somebody who has done nothing yet could do. */
function next(config: RedemptionConfig, stored: StoredSnapshot): CaseEventType[] {
  const { can } = readCase(config, stored);
  const departments = ["", ...config.coDepartmentIds];
  return eventTypes.filter((type) =>
    departments.some((departmentId) =>
      can({ type, actorId: "someone", departmentId, satisfied: true, last: true } as CaseEvent),
    ),
  );
}

describe.each(corpora.map((corpus) => [`${corpus.machineId} ${corpus.machineVersion}`, corpus] as const))(
  "cases stored by %s",
  (_name, { config, cases, ...machine }) => {
    it("ran on a machine that is known to this day, to the letter", () => {
      const text = machineText(config, machine.machineVersion) ?? "";
      expect(createHash("sha256").update(text).digest("hex")).toBe(machine.machineHash);
    });

    it.each(cases.map((each) => [each.name, each] as const))("%s goes on where it stood", (_state, stored) => {
      expect(readCase(config, stored.snapshot).state).toBe(stored.state);
      expect(next(config, stored.snapshot)).toEqual(stored.next);
    });
  },
);

describe("a case of the first version", () => {
  const corpus = corpora[0]!;
  const stored = (name: string) => corpus.cases.find((each) => each.name === name)!.snapshot;

  it("remembers through a correction where it stood, and is stored in the present version", () => {
    const back = decide(corpus.config, stored("correctingAfterRecommendation"), { type: "RESUBMIT" });
    expect(back.ok && back.isIn("review.departments.lead.recommended")).toBe(true);
    expect(back.ok && back.stored.version).toBe(machineVersion);
  });
  it("may now have a refusal reconsidered and a payment recovered", () => {
    expect(decide(corpus.config, stored("rejected"), { type: "RECONSIDERATION_ASKED" }).ok).toBe(true);
    expect(decide(corpus.config, stored("closed"), { type: "RECOVERY_PROPOSED", actorId: "somebody" }).ok).toBe(true);
  });
  it("of a version nobody knows is refused", () => {
    expect(() => readCase(corpus.config, { ...stored("publicity"), version: 99 })).toThrow(
      "redemption.machine-mismatch",
    );
    expect(machineText(corpus.config, 99)).toBeNull();
  });
});
