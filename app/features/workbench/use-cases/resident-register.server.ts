import { readRegister, registerStamp } from "~/features/enterprises/use-cases/read-register.server";
import type { Facts } from "~/features/policies/domain/policy-item";
import { shanghaiDay } from "~/kernel/plain-date";
import type { AppContext } from "~/platform/context.server";
import { holdRegister, type FirmName, type Register } from "../domain/register";

type Process = Pick<AppContext, "prisma" | "clock" | "catalogue">;
type Resident = { stamp: string; checkedAt: number; register: Register; renewing: Promise<void> | null };

const residents = new WeakMap<AppContext["prisma"], Promise<Resident>>();
/** A register is asked for changes at most this often. */
const checkEveryMs = 2000;
/** A register up to this size is read anew before answering; a larger one answers as it was and is renewed meanwhile. */
const smallRegister = 5000;

/** The whole register in memory, at most moments old; `asOf` says how old. */
export async function residentRegister(process: Process): Promise<Register> {
  let held = residents.get(process.prisma);
  if (!held) {
    held = read(process);
    residents.set(process.prisma, held);
    held.catch(() => residents.delete(process.prisma));
  }
  const resident = await held;
  await renew(process, resident);
  return resident.register;
}

async function renew(process: Process, resident: Resident): Promise<void> {
  if (resident.renewing || process.clock.now().getTime() - resident.checkedAt < checkEveryMs) return;
  resident.checkedAt = process.clock.now().getTime();
  if ((await stampOf(process)) === resident.stamp) return;
  resident.renewing = read(process).then(
    ({ stamp, register }) => void Object.assign(resident, { stamp, register, renewing: null }),
    () => void (resident.renewing = null),
  );
  if (resident.register.columns.size <= smallRegister) await resident.renewing;
}

async function read(process: Process): Promise<Resident> {
  const stamp = await stampOf(process);
  const asOf = process.clock.now();
  const firms: FirmName[] = [];
  const profiles: Facts[] = [];
  for await (const { facts, ...firm } of readRegister(process.prisma, process.catalogue.registry.facts, shanghaiDay(asOf))) {
    firms.push(firm);
    profiles.push(facts);
  }
  return { stamp, checkedAt: asOf.getTime(), register: holdRegister(firms, profiles, asOf), renewing: null };
}

async function stampOf({ prisma, clock }: Process): Promise<string> {
  return `${shanghaiDay(clock.now())} ${await registerStamp(prisma)}`;
}
