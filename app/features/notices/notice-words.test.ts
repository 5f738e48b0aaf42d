import { describe, expect, it } from "vitest";
import { createI18n } from "~/words/i18n.server";
import { workWords } from "~/features/redemption/domain/acting-on";
import { taskStages } from "~/features/redemption/domain/tasks";
import { noticeKinds } from "./domain/notice-kinds";

describe.each(["zh", "en"] as const)("words of notices in %s", (language) => {
  it.each(noticeKinds)("%s has a title and a reason", async (kind) => {
    const i18n = await createI18n(language);
    for (const part of ["title", "text"]) {
      const key = `notices:${kind}.${part}`;
      expect(i18n.exists(key, { lng: language, fallbackLng: [] }), key).toBe(true);
    }
  });

  it("say of each stage of work what it is and what is to be done, each in its own words", async () => {
    const { t, exists } = await createI18n(language);
    for (const part of ["work", "todo"] as const) {
      const keys = taskStages.map((stage) => workWords(stage)[part].words);
      for (const key of keys) expect(exists(key, { lng: language, fallbackLng: [] }), key).toBe(true);
      expect(new Set(keys.map((key) => t(key))).size).toBe(taskStages.length);
    }
  });
});
