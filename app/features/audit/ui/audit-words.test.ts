import { createInstance } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import type { Say } from "~/i18n/keys";
import { wordsOf } from "~/words/resources";
import { auditPayloads } from "../domain/payloads";
import { actionWords, roleWords } from "./audit-words";

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
    const nameless = Object.keys(auditPayloads).filter((action) => actionWords(t, action) === action);
    expect(nameless).toEqual([]);
  });

  it("persons of two offices are told by both, the platform by its part", () => {
    const [both, platform] = [roleWords(t, "reviewer+approver"), roleWords(t, "system:worker")];
    expect(both).toBe(language === "zh" ? "初审员 · 审批人" : "Reviewer · Approver");
    expect(platform).toBe("system:worker");
  });
});
