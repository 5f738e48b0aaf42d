import { describe, expect, it } from "vitest";
import { createI18n } from "~/words/i18n.server";
import { workWords } from "~/features/redemption/domain/acting-on";
import { taskStages } from "~/features/redemption/domain/tasks";
import { wordsOf } from "~/words/resources";
import type { NoticeKind } from "./domain/notice-kinds";

describe.each(["zh", "en"] as const)("words of notices in %s", (language) => {
  it("have a title and a text for each kind", async () => {
    const { notices } = await wordsOf(language);
    const known: NoticeKind = "matchOpened";
    // @ts-expect-error a kind without words does not compile
    const unknown: NoticeKind = "matchOpend";
    expect([known in notices, unknown in notices]).toEqual([true, false]);
    const { case: moves, ...kinds } = notices;
    const halves = [...Object.entries(kinds), ...Object.entries(moves)].filter(
      ([name, said]) =>
        typeof said === "object" && !["page", "mail"].includes(name) && !("title" in said && "text" in said),
    );
    expect(halves.map(([name]) => name)).toEqual([]);
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
