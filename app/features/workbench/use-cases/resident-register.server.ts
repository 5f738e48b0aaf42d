import type { RegisteredFirm } from "~/features/enterprises/use-cases/read-register.server";
import { columnLoading } from "~/features/matching/domain/register/columns";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import { shanghaiDay } from "~/kernel/plain-date";
import { effectsPerPage } from "../domain/backtest";
import { compareVersions } from "../domain/compare-versions";
import { impactOf } from "../domain/impact";
import { holdRegister, type FirmName, type Register } from "../domain/register";
import type { EffectPage, FromThread, Question, Questions, Topic } from "../domain/sandbox";

/** Where firms come from. The stamp changes whenever a firm, or what is known of one on that day, does. */
export type RegisterSource = { stamp(now: Date): Promise<string>; firms(now: Date): AsyncIterable<RegisteredFirm> };
type Tell = (message: Extract<FromThread, { kind: "loading" | "stale" }>) => void;
type Resident = { stamp: string; checkedAt: number; register: Register; renewing: Promise<void> | null };

/** A register is asked for changes at most this often. */
const checkEveryMs = 2000;
/** A register up to this size is read anew before answering; a larger one answers as it was and is renewed meanwhile. */
const smallRegister = 5000;
/** Firms between two reports of how far the reading is. */
const reportEvery = 500;

/** Reads a register and answers over it from then on, following what changes. `tell` hears how far the reading is and why it failed. */
export async function openRegister(source: RegisterSource, regions: Catalogue["regions"], now: Date, tell: Tell) {
  const resident = await read(source, now, tell);
  return async (question: Question, askedAt: Date): Promise<Questions[Topic]["answer"]> => {
    await renew(source, resident, askedAt, tell);
    return answerOver(resident.register, question, { regions, today: shanghaiDay(askedAt) });
  };
}

type Setting = { regions: Catalogue["regions"]; today: string };

function answerOver(register: Register, question: Question, { regions, today }: Setting): Questions[Topic]["answer"] {
  if (question.topic === "impact") return { ...impactOf(question.item, register, regions, today), asOf: register.asOf };
  const { summary, effects } = compareVersions(question.before, question.after, register, regions, today);
  return question.topic === "backtest" ? summary : pageOf(register, question, effects);
}

function pageOf(
  register: Register,
  { kind, page }: Questions["effects"]["ask"],
  all: ReturnType<typeof compareVersions>["effects"],
): EffectPage {
  const effects = all.filter((effect) => kind === null || effect.kind === kind);
  const lines = effects.slice((page - 1) * effectsPerPage, page * effectsPerPage).flatMap(({ row, ...effect }) => {
    const firm = register.firms[row];
    return firm ? [{ ...effect, ...firm }] : [];
  });
  return { lines, count: effects.length };
}

async function renew(source: RegisterSource, resident: Resident, now: Date, tell: Tell): Promise<void> {
  if (resident.renewing || now.getTime() - resident.checkedAt < checkEveryMs) return;
  resident.checkedAt = now.getTime();
  resident.renewing = readIfChanged(source, resident, now)
    .catch((error: unknown) => tell({ kind: "stale", reason: String(error) }))
    .finally(() => (resident.renewing = null));
  if (resident.register.columns.size <= smallRegister) await resident.renewing;
}

async function readIfChanged(source: RegisterSource, resident: Resident, now: Date): Promise<void> {
  if ((await source.stamp(now)) === resident.stamp) return;
  const { stamp, register } = await read(source, now, () => undefined);
  Object.assign(resident, { stamp, register });
}

async function read(source: RegisterSource, now: Date, tell: Tell): Promise<Resident> {
  const stamp = await source.stamp(now);
  const firms: FirmName[] = [];
  const loading = columnLoading();
  for await (const { facts, id, creditCode, name } of source.firms(now)) {
    loading.add(facts);
    if (firms.push({ id, creditCode, name }) % reportEvery === 0) tell({ kind: "loading", firms: firms.length });
  }
  const finishing = loading.finish();
  for (;;) {
    const step = finishing.next();
    if (step.done)
      return { stamp, checkedAt: now.getTime(), register: holdRegister(firms, step.value, now), renewing: null };
    await breath();
  }
}

/** Lets questions that have come meanwhile be answered. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
