import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "~/access/actor";
import { permissionsOf } from "~/access/permissions";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { itemText } from "../domain/draft-item";
import { settingsText } from "../domain/redemption-settings";
import { readDraft } from "./draft-state.server";
import { readinessOf } from "./readiness.server";
import { saveDraftText } from "./save-draft-text.server";
import { savePolicyDraft } from "./save-policy-draft.server";
import { startPolicyDraft } from "./start-policy-draft.server";

let process: TestProcess;
let author: UserActor;
let id: string;

beforeAll(async () => {
  process = await testProcess();
  const { id: userId } = await process.prisma.user.create({
    data: {
      loginName: "writer",
      displayName: "writer",
      passwordHash: "x",
      roles: ["policyAuthor"],
      createdAt: process.clock.now(),
    },
  });
  author = {
    kind: "user",
    userId,
    loginName: "writer",
    displayName: "writer",
    locale: "zh",
    roles: ["policyAuthor"],
    departmentId: "city-industry",
    regionCode: "340500",
    sessionId: "s",
    memberships: [],
    enterpriseId: null,
    permissions: permissionsOf(["policyAuthor"], null),
    address: null,
  };
  id = await perform(process, author, (deps) =>
    startPolicyDraft({ ...deps, actor: author }, { from: "item", itemId: "zone-iii-001" }),
  );
});
afterAll(() => process.close());

const draft = () => readDraft({ tx: process.prisma }, id);
const texts = async () => {
  const { content, redemption } = await draft();
  return { text: itemText(content), settings: settingsText(redemption) };
};
const saveText = async (typed: { text: string; settings: string }) => {
  const { version } = await draft();
  return perform(process, author, (deps) => saveDraftText({ ...deps, actor: author }, id, version, typed));
};

it("item and settings go from the form to JSON and back without a change, whatever the order of keys in the database", async () => {
  const settings = {
    stageWorkingDays: { payment: 4, countyReview: 6 },
    experts: 5,
    siteVisit: false,
    correctionClock: "reset" as const,
  };
  const { content, version, explained } = await draft();
  await perform(process, author, (deps) =>
    savePolicyDraft({ ...deps, actor: author }, id, {
      version,
      content,
      redemption: settings,
      explained: { ...explained },
      publishOn: null,
      endsOn: null,
    }),
  );
  const before = await texts();
  expect(JSON.parse(before.settings)).toEqual(settings);
  expect(await saveText(before)).toBeNull();
  expect(await texts()).toEqual(before);
  expect(JSON.stringify((await draft()).content)).toBe(JSON.stringify(content));
});

it("comes back as typed where the settings are none, and nothing is saved", async () => {
  const before = await texts();
  for (const settings of ["{", `{"experts": "many"}`, `{"jury": 3}`]) {
    const answer = await saveText({ ...before, settings });
    expect(answer).toMatchObject({ text: before.text, settings });
    expect(answer?.faults.length).toBeGreaterThan(0);
  }
  expect(await texts()).toEqual(before);
});

it("a number out of its range is kept and stands in the way of publishing", async () => {
  const { text } = await texts();
  expect(await saveText({ text, settings: `{"experts": 99}` })).toBeNull();
  const problems = async () =>
    (await perform(process, author, async (deps) => readinessOf(deps, await draft()))).problems;
  expect(await problems()).toBe(1);
  expect(await saveText({ text, settings: `{"experts": 9}` })).toBeNull();
  expect(await problems()).toBe(0);
});
