import { createInstance } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import type { Say } from "~/i18n/keys";
import { wordsOf } from "~/words/resources";
import { actionWords, roleWords } from "~/features/audit/ui/audit-words";
import type { Audited } from "~/features/audit/domain/payloads";
import { caseActionOf, caseSteps } from "~/features/redemption/domain/case-steps";

const contexts: Record<string, { audited: Audited }> = import.meta.glob("./features/*/audited.server.ts", {
  eager: true,
});
const actions = Object.values(contexts).flatMap(({ audited }) => Object.keys(audited));

describe("actions of the log", () => {
  it("are each of one context, named entity.verb", () => {
    expect(actions.length).toBeGreaterThan(100);
    expect(actions.filter((action, place) => actions.indexOf(action) !== place)).toEqual([]);
    expect(actions.filter((action) => !/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/.test(action))).toEqual([]);
  });

  it("have one for each step of a case", () => {
    expect(caseActionOf("BUDGET_RESERVED")).toBe("application.budget-reserved");
    expect(caseSteps.map(caseActionOf).filter((action) => !actions.includes(action))).toEqual([]);
  });
});

describe.each(["zh", "en"] as const)("words of the log in %s", (language) => {
  const i18n = createInstance();
  const t: Say<"audit"> = (key, values) => i18n.t(key as string, { ...values });
  beforeAll(
    async () =>
      void (await i18n.init({
        lng: language,
        resources: { [language]: await wordsOf(language) },
        ns: ["audit", "applications", "identity"],
        defaultNS: "audit",
      })),
  );

  it("every action that can be written has a name", () => {
    const nameless = actions.filter((action) => actionWords(t, action) === action);
    expect(nameless).toEqual([]);
  });

  it("persons of two offices are told by both, the platform by its part", () => {
    const [both, platform] = [roleWords(t, "reviewer+approver"), roleWords(t, "system:worker")];
    expect(both).toBe(language === "zh" ? "初审员 · 审批人" : "Reviewer · Approver");
    expect(platform).toBe("system:worker");
  });
});
