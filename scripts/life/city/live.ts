import { seedCalendar } from "#prisma/seed/seed-calendar";
import { addDays } from "~/kernel/plain-date";
import { runOnce } from "~/platform/worker.server";
import { outboxHandlers } from "~/server/outbox-handlers";
import type { Shared } from "~/server/process";
import { isWorkday } from "../oracle/days";
import type { Finding } from "../oracle/judge";
import type { City } from "./city";
import { Applying } from "./applying";
import { Desk } from "./desk";
import { Firms, type Firm, type OwnCase } from "./firms";
import { deadLinks, type Fault } from "./inspect";
import { Lists } from "./lists";
import { Reader } from "./links";
import { Officials } from "./officials";
import { Policies } from "./policies";
import { Treasury } from "./treasury";

export type Life = { firms: number; years: number; begins: string };
export type Lived = {
  /** cases of the firm that has the fewest */
  fewest: number;
  misread: Finding[];
  announced: Record<string, boolean>;
  deadLinks: Fault[];
  until: string;
};

/** What the people of the city make of a day. */
export async function live(city: City, { firms: count, years, begins }: Life): Promise<Lived> {
  const town = new Town(city, count, years);
  await seedCalendar(city.running.prisma, addDays(begins, 366 * years));
  await town.open();
  const until = addDays(begins, 365 * years);
  for (let day = begins; day <= until; day = addDays(day, 1)) {
    city.running.clock.set(new Date(`${day}T01:30:00Z`));
    await town.day(day);
  }
  return {
    announced: town.announced,
    deadLinks: town.deadLinks,
    misread: town.misread(),
    fewest: town.fewest(),
    until,
  };
}

/** At least so many applications a firm in all, in a life of so many years; some are refused and are no case. */
const wanted = (years: number) => Math.min(17, 10 * years);

type Odds = City["odds"];
type Habit = { chance: (odds: Odds) => number; act(firms: Firms, desk: Desk, own: OwnCase): Promise<void> };

/** What firms do of themselves while a case stands in a state, and how often of a day. */
const habits: Readonly<Record<string, Habit>> = {
  correcting: { chance: () => 0.4, act: (firms, _, own) => firms.correct(own) },
  departmentReview: { chance: ({ withdraw }) => withdraw, act: (firms, _, own) => firms.withdraw(own) },
  publicity: { chance: ({ object }) => object, act: (_, desk, own) => desk.object(own) },
  confirming: { chance: () => 0.3, act: (firms, _, own) => firms.confirm(own) },
  closed: { chance: () => 0.02, act: (firms, _, own) => firms.rate(own) },
};

class Town {
  readonly announced: Record<string, boolean> = {};
  readonly deadLinks: Fault[] = [];
  private readonly officials: Officials;
  private readonly firms: Firms;
  private readonly applying: Applying;
  private readonly lists: Lists;
  private readonly desk: Desk;
  private readonly treasury: Treasury;
  private readonly policies: Policies;
  private readonly reader: Reader;
  private readonly work: ReturnType<typeof outboxHandlers>;
  private readonly lapsed = new Set<string>();
  private month = "";
  private checkedOn = "";

  constructor(
    private readonly city: City,
    private readonly count: number,
    private readonly years: number,
  ) {
    this.officials = new Officials(city);
    this.firms = new Firms(city);
    this.applying = new Applying(city, this.firms);
    this.lists = new Lists(city, this.officials, this.firms);
    this.desk = new Desk(city, this.officials, this.firms);
    this.treasury = new Treasury(city, this.firms);
    this.policies = new Policies(city, this.officials);
    this.reader = new Reader(city);
    this.work = outboxHandlers(city.running as unknown as Shared);
  }

  async open(): Promise<void> {
    const days = await this.city.running.prisma.calendarDay.findMany({ select: { date: true, isWorkday: true } });
    for (const { date, isWorkday: works } of days) this.announced[date] = works;
    await this.treasury.open();
  }

  fewest(): number {
    return Math.min(...this.firms.all.map(({ cases }) => cases));
  }

  /** What the treasury took for paid though the bank had not. */
  misread(): Finding[] {
    return this.treasury.bank.misread.map(({ case: id, day }) => {
      const own = this.firms.cases.get(id);
      const what = "stands as paid, but no bank has paid it";
      return { case: id, firm: own?.firm.id ?? "", item: own?.wish.item ?? "", day, what };
    });
  }

  async day(day: string): Promise<void> {
    await this.worker();
    await this.lapses();
    if (!isWorkday(this.announced, day)) return;
    await this.turnOfMonth(day);
    await this.officials.news();
    await this.firmsAct();
    await this.desk.day();
    await this.money(day);
    await this.worker();
  }

  /** Cases whose term went by without an answer. */
  private async lapses(): Promise<void> {
    const rows = await this.city.running.prisma.application.findMany({
      where: { state: "lapsed", id: { notIn: [...this.lapsed] } },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    for (const { id } of rows) {
      this.lapsed.add(id);
      this.city.note({ kind: "lapsed", case: id });
    }
  }

  /** What the worker of the server does until nothing is left to be done now. */
  private async worker(): Promise<void> {
    while (await runOnce(this.city.running, this.work));
  }

  private async turnOfMonth(day: string): Promise<void> {
    if (day.slice(0, 7) === this.month) return;
    const isNewYear = day.slice(0, 4) !== this.month.slice(0, 4);
    this.month = day.slice(0, 7);
    const document = await this.policies.month();
    const year = Number(day.slice(0, 4));
    if (isNewYear) await this.treasury.grant(year, ["life-city"]);
    await this.treasury.grant(year, [document]);
    Object.assign(this.announced, await this.policies.holidays());
    await this.lists.month();
    if (this.checkedOn) this.deadLinks.push(...(await deadLinks(this.city, this.reader, this.checkedOn)));
    this.checkedOn = day;
  }

  private async firmsAct(): Promise<void> {
    const { random } = this.city;
    const { all, cases } = this.firms;
    for (let left = Math.ceil(this.count / 40); left > 0 && all.length < this.count; left -= 1)
      await this.firms.register();
    const perDay = (all.length * wanted(this.years)) / (this.years * 245);
    for (let left = perDay; left > 0; left -= 1)
      if (random.next() < left) await this.applying.apply(this.whoComes(), this.policies.monthly);
    if (random.chance(0.15)) await this.firms.change(random.pick(all));
    for (const { id, state } of await this.liveCases()) {
      const own = cases.get(id);
      const habit = habits[state];
      if (own && habit && random.chance(habit.chance(this.city.odds))) await habit.act(this.firms, this.desk, own);
    }
  }

  /** Of a few firms the one that has asked for least so far. */
  private whoComes(): Firm {
    const few = [0, 1, 2, 3, 4].map(() => this.city.random.pick(this.firms.all));
    return few.reduce((least, each) => (each.cases < least.cases ? each : least));
  }

  private liveCases(): Promise<{ id: string; state: string }[]> {
    return this.city.running.prisma.application.findMany({
      where: {
        state: { in: Object.keys(habits) },
        OR: [
          { closedAt: null },
          { closedAt: { gt: new Date(this.city.running.clock.now().getTime() - 20 * 86_400_000) } },
        ],
      },
      orderBy: { id: "asc" },
      select: { id: true, state: true },
    });
  }

  private async money(day: string): Promise<void> {
    await this.treasury.bankDay();
    await this.treasury.bookReturned();
    await this.treasury.listAnew();
    await this.treasury.collect();
    const weekday = new Date(day).getUTCDay();
    if (weekday === 2) await this.treasury.payDay();
    if (weekday === 4) await this.treasury.comeBack();
    if (weekday === 3) await this.desk.lookBack();
  }
}
