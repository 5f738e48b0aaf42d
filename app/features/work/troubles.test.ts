import { expect, it } from "vitest";
import type { RedemptionConfig } from "~/features/policies/domain/redemption-config";
import { openWaits } from "~/features/redemption/domain/waits";
import { barredStages } from "~/features/redemption/domain/barred";
import { troubles } from "./troubles.zh";

it("every term of a case that may be put off is named", () => {
  const config = { stageWorkingDays: {}, publicityWorkingDays: 5 } as RedemptionConfig;
  const events = openWaits(config, () => true).map(({ event }) => event);
  expect(events.length).toBeGreaterThan(5);
  expect(events.filter((event) => !Object.hasOwn(troubles.step, event))).toEqual([]);
});

it("every work that nobody may do is named", () => {
  expect(barredStages.length).toBeGreaterThan(5);
  expect(barredStages.filter((stage) => !Object.hasOwn(troubles.step, `nobody-${stage}`))).toEqual([]);
});
