import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedCalendar } from "#prisma/seed/seed-calendar";
import { EquipmentCase } from "~/features/applications/testing/equipment-case";
import type { UserActor } from "~/access/actor";
import { permissionsOf } from "~/access/permissions";
import { speak } from "~/words/i18n.server";
import { endOfDays, readAnnounced, readCalendar } from "./read-calendar.server";
import { perform } from "~/platform/transact.server";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { calendarYears, openCalendarYear, openYearsAhead } from "./calendar-years.server";
import { terms } from "~/contexts.server";
import { confirmChange } from "./confirm-change.server";
import { readMovesOfCase } from "./moves-of-case.server";
import { proposeDay, proposeNotice } from "./propose-change.server";
import { provisionalWords } from "./provisional-words.server";
import { readChange } from "./read-change.server";

/** Plainly invented: 4 to 12 February off, 31 January and 20 February worked. */
const invented = `一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月4日（周四）至12日（周五）放假调休，共9天。1月31日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日（周三）放假1天，不调休。
六、中秋节：9月15日（周三）放假1天，不调休。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`;
const notice = { year: 2027, number: "示例办发〔2026〕1号", issuedOn: "2026-11-24", text: invented };

let process: TestProcess;
let administrator: UserActor;
let made: EquipmentCase;
beforeAll(async () => {
  process = await testProcess(new Date("2026-11-24T02:00:00Z"));
  await seedCalendar(process.prisma, "2026-11-24");
  made = await EquipmentCase.submitted(process, 701);
  const { official } = { official: made.official("one") };
  administrator = {
    ...official,
    roles: ["systemAdministrator"],
    permissions: permissionsOf(["systemAdministrator"], null),
  };
});
afterAll(() => process.close());

const propose = async (more: Partial<typeof notice> = {}) => {
  const proposed = await perform(process, administrator, (deps) =>
    proposeNotice({ ...deps, actor: administrator }, { ...notice, ...more }),
  );
  if (!proposed.ok) throw new Error(JSON.stringify(proposed.problems));
  return proposed.id;
};
const confirm = (id: string, missingSeen = false) =>
  perform(process, administrator, (deps) =>
    confirmChange({ ...deps, actor: administrator, terms }, id, { missingSeen }),
  );
const setDay = async (date: string, isWorkday: boolean, note: string | null) =>
  perform(process, administrator, (deps) => proposeDay({ ...deps, actor: administrator }, { date, isWorkday, note }));

/** Rows of every kind of term on the case, all begun on 24 November; each ends on the day given. */
async function putTerms(day: (kind: string) => string) {
  const { prisma, clock } = process;
  const of = { applicationId: made.id };
  const at = clock.now();
  const end = (kind: string) => new Date(`${day(kind)}T16:00:00Z`);
  const ids = Object.fromEntries(
    ["task", "correction", "publicity", "objection", "recovery", "confirmation", "trouble"].map((kind) => [
      kind,
      randomUUID(),
    ]),
  ) as Record<string, string>;
  const id = (kind: string) => ({ id: ids[kind] ?? "" });
  const waiting = { subjectType: "application", subjectId: made.id };
  await prisma.task.create({
    data: {
      ...waiting,
      ...id("task"),
      stage: "conferral",
      departmentId: "city-industry",
      regionCode: "340500",
      openedAt: at,
      dueOn: day("task"),
      warnedAt: at,
    },
  });
  await prisma.application.update({ where: { id: made.id }, data: { state: "correcting" } });
  await prisma.correctionNotice.create({
    data: {
      ...of,
      ...id("correction"),
      round: 1,
      stage: "countyReview",
      points: [],
      issuedById: randomUUID(),
      issuedAt: at,
      dueOn: day("correction"),
    },
  });
  await prisma.publicity.create({
    data: { ...of, ...id("publicity"), startsOn: "2026-11-24", endsOn: day("publicity"), amountFen: 1n },
  });
  await prisma.objection.create({
    data: {
      ...of,
      ...id("objection"),
      objector: "某人",
      contact: "-",
      text: "示例",
      raisedAt: at,
      dueOn: day("objection"),
      source: "mail",
    },
  });
  await prisma.recoveryCase.create({
    data: {
      ...of,
      ...id("recovery"),
      enterpriseId: made.enterpriseId,
      paymentId: randomUUID(),
      kind: "error",
      sumFen: 1n,
      reason: "示例",
      status: "demanded",
      proposedById: randomUUID(),
      proposedAt: at,
      dueOn: day("recovery"),
    },
  });
  await prisma.trouble.create({
    data: {
      ...of,
      ...id("trouble"),
      kind: "case",
      subject: "示例",
      step: "message",
      reason: "request.failed",
      seenAt: at,
    },
  });
  await prisma.task.create({
    data: {
      ...{ subjectType: "trouble", subjectId: ids["trouble"] ?? "", stage: "case" },
      ...{ departmentId: "platform", regionCode: "platform", openedAt: at, dueOn: day("trouble") },
    },
  });
  for (const [kind, from] of [
    ["conferral", "task"],
    ["correction", "correction"],
    ["publicity", "publicity"],
    ["confirmation", "confirmation"],
  ] as const)
    await prisma.deadline.create({
      data: {
        ...waiting,
        ...(kind === "confirmation" ? id(kind) : {}),
        kind,
        event: "CONFIRM_OVERDUE",
        dueAt: end(from),
      },
    });
  return ids;
}

describe("a table that leaves the platform", () => {
  it("marks the last day of a term whose year's notice is not out, and no other", async () => {
    const { t } = await speak("zh");
    const words = await provisionalWords({ tx: process.prisma }, t);
    expect(words("2026-12-31")).toBeNull();
    expect(words(null)).toBeNull();
    expect(words("2027-01-04")).toBe("按预排日历，放假安排公布后可能变动");
  });
});

describe("a notice for a year", () => {
  it("shows first what moves, then moves every open term in its own way, with the reason in the case", async () => {
    const row = await made.row();
    // 60 working days from 24 November 2026 with the days off that the law makes computable.
    expect(row.promisedOn).toBe("2027-02-23");
    // 57 of its days were over on 18 February, which is Saturday the 20th now; the 48th was 1 February and is 31 January now.
    const ids = await putTerms((kind) => (kind === "recovery" || kind === "objection" ? "2027-02-01" : "2027-02-18"));
    const id = await propose();
    const language = "zh" as const;
    const preview = await readChange({ ...process, tx: process.prisma, terms }, id, language);
    expect(await made.row()).toMatchObject({ promisedOn: "2027-02-23" });

    expect(await confirm(id)).toBe(preview.moves.length);
    const { prisma } = process;
    // Both ways for offices, later alone for the firm and the public.
    expect(await made.row()).toMatchObject({ promisedOn: "2027-02-24" });
    const task = await prisma.task.findUniqueOrThrow({ where: { id: ids["task"] } });
    expect(task).toMatchObject({ dueOn: "2027-02-20", warnedAt: null });
    expect(await prisma.objection.findUnique({ where: { id: ids["objection"] } })).toMatchObject({
      dueOn: "2027-01-31",
    });
    const trouble = await prisma.task.findFirstOrThrow({ where: { subjectId: ids["trouble"] } });
    expect(trouble).toMatchObject({ dueOn: "2027-02-20", departmentId: "platform" });
    expect(await prisma.correctionNotice.findUnique({ where: { id: ids["correction"] } })).toMatchObject({
      dueOn: "2027-02-20",
    });
    expect(await prisma.publicity.findUnique({ where: { id: ids["publicity"] } })).toMatchObject({
      endsOn: "2027-02-20",
    });
    expect(await prisma.recoveryCase.findUnique({ where: { id: ids["recovery"] } })).toMatchObject({
      dueOn: "2027-02-01",
    });
    const waits = await prisma.deadline.findMany({
      where: { applicationId: made.id, kind: { not: "draft" }, cancelledAt: null, handledAt: null },
    });
    expect(new Set(waits.map(({ dueAt }) => dueAt.toISOString()))).toEqual(new Set(["2027-02-20T16:00:00.000Z"]));

    const [moves] = await readMovesOfCase({ tx: prisma }, made.id, { withObjections: false });
    expect(moves?.reason).toMatchObject({ kind: "notice", number: notice.number, year: 2027 });
    expect(moves?.terms).toContainEqual({ kind: "promise", step: null, from: "2027-02-23", to: "2027-02-24" });
    expect(moves?.terms.map(({ kind }) => kind)).not.toContain("objection");
    const audited = await prisma.auditEvent.findFirstOrThrow({
      where: { action: "application.terms-moved", subjectId: made.id },
    });
    expect(audited).toMatchObject({ enterpriseId: made.enterpriseId, after: { reason: notice.number } });
    expect(await readAnnounced({ tx: prisma })).toContainEqual({
      year: 2027,
      number: notice.number,
      issuedOn: "2026-11-24",
    });
    const told = await prisma.outbox.findMany({ where: { topic: "notice" } });
    const kinds = told.map(({ payload }) => (payload as { kind: string }).kind);
    expect(kinds.filter((kind) => kind === "termsMoved")).toHaveLength(1);
    expect(kinds).toContain("officeTermsMoved");
  });

  it("is confirmed once, however often it is asked", async () => {
    const { id, moved } = await process.prisma.calendarChange.findFirstOrThrow({ where: { status: "confirmed" } });
    const before = await process.prisma.termMove.count();
    expect(await confirm(id)).toBe(moved);
    expect(await process.prisma.termMove.count()).toBe(before);
  });

  it("that leaves out a holiday by law needs somebody who says so", async () => {
    const id = await propose({ text: invented.replace(/五、端午节.*\n/, "") });
    expect((await process.prisma.calendarChange.findUniqueOrThrow({ where: { id } })).missing).toEqual(["2027-06-09"]);
    await expect(confirm(id)).rejects.toMatchObject({ code: "calendar.missing-unseen" });
    await confirm(id, true);
    expect((await process.prisma.calendarDay.findUniqueOrThrow({ where: { date: "2027-06-09" } })).isWorkday).toBe(
      true,
    );
  });

  it("is seen by a process that has read the calendar before, whoever changed it", async () => {
    const day = { date: "2027-06-16" };
    const read = () => perform(process, administrator, (deps) => readCalendar(deps));
    expect((await read()).get(day.date)).toBe(true);
    await process.prisma.calendarDay.update({ where: day, data: { isWorkday: false } });
    expect((await read()).get(day.date)).toBe(false);
    await process.prisma.calendarDay.update({ where: day, data: { isWorkday: true } });
    expect((await read()).get(day.date)).toBe(true);
  });

  it("is not seen where it was undone", async () => {
    const change = perform(process, administrator, async (deps) => {
      await deps.tx.calendarDay.update({ where: { date: "2027-06-16" }, data: { isWorkday: false } });
      expect((await readCalendar(deps)).get("2027-06-16")).toBe(false);
      throw new Error("undone");
    });
    await expect(change).rejects.toThrow("undone");
    expect((await perform(process, administrator, (deps) => readCalendar(deps))).get("2027-06-16")).toBe(true);
  });

  it("moves what was being computed with the old days when it came", async () => {
    const id = await propose();
    const taskId = randomUUID();
    let goOn: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => (goOn = resolve));
    const computing = perform(process, administrator, async (deps) => {
      const calendar = await readCalendar(deps);
      expect(calendar.get("2027-06-09")).toBe(true);
      await waiting;
      await deps.tx.task.create({
        data: {
          id: taskId,
          subjectType: "application",
          subjectId: made.id,
          stage: "leadReview",
          departmentId: "city-industry",
          regionCode: "340500",
          openedAt: deps.clock.now(),
          dueOn: "2027-06-09",
        },
      });
    });
    const confirming = confirm(id);
    await new Promise((resolve) => setTimeout(resolve, 300));
    goOn();
    await Promise.all([computing, confirming]);
    expect(await process.prisma.task.findUnique({ where: { id: taskId } })).toMatchObject({
      dueOn: "2027-06-10",
    });
  });

  it("entered before another change of the same days is to be entered anew", async () => {
    const stale = await setDay("2027-07-01", false, "本地停电");
    const other = await setDay("2027-07-01", false, "本地停电");
    if (!stale.ok || !other.ok) throw new Error("no change");
    await confirm(other.id ?? "");
    await expect(confirm(stale.id ?? "")).rejects.toMatchObject({ code: "calendar.changed-meanwhile" });
  });
});

it("ends terms in calendar days on a day on which people work", async () => {
  const end = (days: number) => perform(process, administrator, (deps) => endOfDays(deps, "2026-11-24", days));
  // 60 days after 24 November 2026 is a Saturday (民法典第二百零三条); 59 days a Friday.
  expect(await end(60)).toBe("2027-01-25");
  expect(await end(59)).toBe("2027-01-22");
});

describe("a single day", () => {
  it("needs a reason where it changes, and only a note where it does not", async () => {
    expect(await setDay("2027-08-02", false, null)).toEqual({ ok: false, problem: "problem.reason" });
    expect(await setDay("2027-08-02", true, "防汛值守")).toEqual({ ok: true, id: null });
    expect(await process.prisma.calendarDay.findUnique({ where: { date: "2027-08-02" } })).toMatchObject({
      note: "防汛值守",
    });
    await expect(setDay("2040-01-01", true, null)).rejects.toMatchObject({ status: 404 });
  });

  it("moves open terms like a notice, and is kept with what was before", async () => {
    const { id: taskId } = await process.prisma.task.findFirstOrThrow({ where: { dueOn: "2027-06-10" } });
    const proposed = await setDay("2027-06-10", false, "本地停电");
    if (!proposed.ok) throw new Error(proposed.problem);
    await confirm(proposed.id ?? "");
    expect(await process.prisma.task.findUnique({ where: { id: taskId } })).toMatchObject({
      dueOn: "2027-06-11",
    });
    expect(await process.prisma.auditEvent.findFirst({ where: { subjectId: "2027-06-10" } })).toMatchObject({
      before: { isWorkday: true },
      after: { isWorkday: false, note: "本地停电" },
    });
  });
});

it("grows by the next year only", async () => {
  const deps = { tx: process.prisma };
  const next = ((await calendarYears(deps)).at(-1) ?? 0) + 1;
  await expect(perform(process, administrator, (own) => openCalendarYear(own, next + 1))).rejects.toMatchObject({
    status: 404,
  });
  await perform(process, administrator, (own) => openCalendarYear(own, next));
  expect((await calendarYears(deps)).at(-1)).toBe(next);
});

it("grows by itself, so that a term can be counted to the end of the next year, provisionally", async () => {
  const deps = { tx: process.prisma };
  const last = (await calendarYears(deps)).at(-1) ?? 0;
  process.clock.set(new Date(`${last + 1}-06-01T02:00:00Z`));
  const ahead = () => perform(process, { kind: "system", name: "worker" }, openYearsAhead);
  await ahead();
  await ahead();
  expect((await calendarYears(deps)).at(-1)).toBe(last + 2);
  const days = await process.prisma.calendarDay.findMany({ where: { date: { startsWith: `${last + 2}-` } } });
  expect(days.length).toBeGreaterThanOrEqual(365);
  // 全国年节及纪念日放假办法: New Year's Day is off.
  expect(days.find(({ date }) => date.endsWith("-01-01"))).toMatchObject({ isWorkday: false });
  expect((await readAnnounced(deps)).map(({ year }) => year)).not.toContain(last + 2);
});
