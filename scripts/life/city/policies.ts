import { terms } from "~/contexts.server";
import { confirmChange } from "~/features/calendar/use-cases/confirm-change.server";
import { proposeDay } from "~/features/calendar/use-cases/propose-change.server";
import { loadCatalogue } from "~/features/policies/use-cases/load-catalogue.server";
import { addDays } from "~/kernel/plain-date";
import type { City } from "./city";
import type { Officials } from "./officials";
import type { RawDocument, RawItem } from "./rules-folder";

/** The model of what is announced each month: an item of one document that ends and is followed by the next. */
const monthly = "life-window";

/** What changes in the law of the city: sums change, documents end and are replaced, holidays are announced. */
export class Policies {
  private serial = 0;
  private running: RawDocument | null = null;
  private ended: RawDocument | null = null;

  constructor(
    private readonly city: City,
    private readonly officials: Officials,
  ) {}

  /** On the first working day of a month: one sum changes, the month's item ends and another takes its place. */
  async month(): Promise<string> {
    const { own } = this.city.rules;
    const changed = this.city.random.pick(own.items.filter(({ amount }) => amount["kind"] === "fixed"));
    changed.amount["yuan"] = Number(changed.amount["yuan"]) + 1000;
    this.publish(own);
    this.city.note({ kind: "policyChanged" });
    if (this.running) {
      const last = addDays(this.city.today, -1);
      this.running.document.validTo = last;
      this.publish(this.running);
      this.city.note({ kind: "ended", item: this.running.items[0]?.id ?? "", last });
      this.city.note({ kind: "policyReplaced" });
      this.ended = this.running;
    }
    const next = this.nextDocument();
    this.running = next;
    this.publish(next);
    const catalogue = this.city.rules.load();
    this.city.running.catalogue = await loadCatalogue(this.city.running, catalogue);
    return next.id;
  }

  private nextDocument(): RawDocument {
    const { own } = this.city.rules;
    const model = own.items.find(({ id }) => id === monthly);
    if (!model) throw new Error(`${monthly} is gone`);
    const id = `life-month-${(this.serial += 1)}`;
    const item: RawItem = {
      ...structuredClone(model),
      id: `${id}-a`,
      title: `示范月度奖励第${this.serial}期`,
      summary: "奖励1.2万元。",
      english: { title: `Demonstration monthly award, issue ${this.serial}`, summary: "The award is CNY 12,000." },
      window: null,
    };
    this.city.rules.writeOnce({ [item.id]: { once: "year", because: "虚构事项" } });
    return {
      ...own,
      id,
      document: {
        ...own.document,
        title: `示范月度政策第${this.serial}期`,
        validFrom: this.city.today,
        validTo: addDays(this.city.today, 200),
      },
      items: [item],
    };
  }

  private publish(document: RawDocument): void {
    this.city.rules.write(document);
    this.city.note({ kind: "published", item: structuredClone(document) });
  }

  /** The item that runs this month, and the one that ended with the last. */
  get monthly(): readonly string[] {
    return [this.running, this.ended].flatMap((document) => document?.items[0]?.id ?? []);
  }

  /** The State Council's notice for the next year comes in November, and most months bring a change of a day. */
  async holidays(): Promise<Record<string, boolean>> {
    const [year = "", month = ""] = this.city.today.split("-");
    const next = Number(year) + 1;
    const notice = { [`${next}-10-04`]: false, [`${next}-10-05`]: false, [`${next}-10-10`]: true };
    const moved = { [addDays(this.city.today, this.city.random.whole(10, 40))]: this.city.random.chance(0.5) };
    const days = month === "11" ? { ...notice, ...moved } : moved;
    for (const [date, isWorkday] of Object.entries(days)) await this.announce(date, isWorkday);
    this.city.note({ kind: "holidays", days });
    return days;
  }

  private async announce(date: string, isWorkday: boolean): Promise<void> {
    const admin = await this.officials.present(
      { departmentId: "city-industry", regionCode: "340500" },
      "systemAdministrator",
    );
    await this.city.must(admin, async (deps) => {
      const proposed = await proposeDay(deps, { date, isWorkday, note: "国务院办公厅通知" });
      if (proposed.ok && proposed.id) await confirmChange({ ...deps, terms }, proposed.id, { missingSeen: false });
    });
  }
}
