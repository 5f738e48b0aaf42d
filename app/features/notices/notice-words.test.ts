import { describe, expect, it } from "vitest";
import { createI18n } from "~/i18n/i18n.server";
import { noticeKinds } from "./domain/notice-kinds";

describe.each(["zh", "en"] as const)("words of notices in %s", (language) => {
  it.each(noticeKinds)("%s has a title and a reason", async (kind) => {
    const i18n = await createI18n(language);
    for (const part of ["title", "text"]) {
      const key = `notices:${kind}.${part}`;
      expect(i18n.exists(key, { lng: language, fallbackLng: [] }), key).toBe(true);
    }
  });
});
