import { expect, it } from "vitest";
import type { Key, Say } from "~/i18n/keys";

/** Gives the key back; what matters here is what compiles. */
const t: Say<"redemption"> = (key) => String(key);

it("takes keys that have words, in the own namespace, another one, by full key and by parts", () => {
  const part: string = "agreed";
  const keys: Key<"funds">[] = ["nav.title", "bank.title"];
  expect(keys).toHaveLength(2);
  expect([
    t("case.decide"),
    t("nav.title", { ns: "funds" }),
    t("refusals:request.failed"),
    t(`action.${part}`),
    t(`refusals:${part}`),
    t(part),
  ]).toHaveLength(6);
});

it("doesn't compile where no words are", () => {
  const part: string = "agreed";
  // @ts-expect-error a letter is missing
  expect(t("case.decid")).toBe("case.decid");
  // @ts-expect-error the words are of another namespace
  expect(t("nav.title")).toBe("nav.title");
  // @ts-expect-error there is no such key there
  expect(t("refusals:request.faild")).toBe("refusals:request.faild");
  // @ts-expect-error no key begins so
  expect(t(`actoin.${part}`)).toBe("actoin.agreed");
  // @ts-expect-error a group is no words
  expect(t("case")).toBe("case");
});
