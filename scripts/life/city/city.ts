import type { RandomSource } from "#prisma/seed/random-source";
import type { UserActor } from "~/access/actor";
import type { fixedClock } from "~/kernel/clock";
import { Refusal } from "~/kernel/refusal";
import { shanghaiDay } from "~/kernel/plain-date";
import type { Deps } from "~/platform/context.server";
import { perform } from "~/platform/transact.server";
import { actorOf } from "../../crash/commands";
import type { Shared } from "~/server/process";
import type { Deed, Diary, Entry } from "../oracle/diary";
import type { RulesFolder } from "./rules-folder";

export type Running = Omit<Shared, "clock" | "close"> & { clock: ReturnType<typeof fixedClock> };

/** What came of a request: what it gave, or why it was refused. */
export type Answer<T> = { ok: true; value: T } | { ok: false; code: string };

/**
 * The city as it runs: the process it asks, chance, and the diary of what people and banks did. Whatever isn't a refusal is
 * an error of the product and ends the run.
 */
export class City {
  private readonly entries: Entry[] = [];
  private readonly actors = new Map<string, UserActor>();
  private serial = 0;
  /** How often of a day or a step what people and banks do out of the ordinary. */
  readonly odds = {
    correct: 0.12,
    disagree: 0.15,
    comeBack: 0.012,
    atOnce: 0.1,
    rival: 0,
    refuse: 0.06,
    lie: 0.03,
    withdraw: 0.01,
    form: 0.4,
    object: 0.012,
    deceive: 0.003,
  };

  constructor(
    readonly running: Running,
    readonly random: RandomSource,
    readonly rules: RulesFolder,
  ) {}

  get diary(): Diary {
    return this.entries;
  }

  get today(): string {
    return shanghaiDay(this.running.clock.now());
  }

  note(deed: Deed): void {
    this.entries.push({ ...deed, day: this.today });
  }

  key(): string {
    return `life-${(this.serial += 1)}`;
  }

  async actor(loginName: string): Promise<UserActor> {
    const known = this.actors.get(loginName) ?? (await actorOf(this.running, loginName));
    this.actors.set(loginName, known);
    return known;
  }

  /** Asks as somebody, in one transaction. */
  async ask<T>(loginName: string, work: (deps: Deps & { actor: UserActor }) => Promise<T>): Promise<Answer<T>> {
    const actor = await this.actor(loginName);
    try {
      return { ok: true, value: await perform(this.running, actor, (deps) => work({ ...deps, actor })) };
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, code: error.code };
      throw error;
    }
  }

  /** The same, where a refusal would be a mistake of this city. */
  async must<T>(loginName: string, work: (deps: Deps & { actor: UserActor }) => Promise<T>): Promise<T> {
    const answer = await this.ask(loginName, work);
    if (!answer.ok) throw new Error(`${loginName} was refused on ${this.today}: ${answer.code}`);
    return answer.value;
  }
}
