import { itemsOf, type Item, type Rules } from "./catalogue";
import { leftOf, type Claim } from "./claims";
import { daysAfter, isOpen } from "./days";
import type { Day, Diary, Entry, Facts, HandedIn } from "./diary";
import { sumOf } from "./sum";
import { judge as verdictOf } from "./verdict";

/** What a case was rightfully due and what became of it. `settled` is the day of its last event. */
type Case = Claim & {
  firm: string;
  honest: boolean;
  ended: "withdrawn" | "rejected" | "lapsed" | null;
  due: bigint;
  why: string;
  paid: bigint;
  recovered: bigint;
  deceived: boolean;
  settled: Day;
};

export type Finding = { case: string; firm: string; item: string; day: Day; what: string };
export type Judgement = { wronglyPaid: Finding[]; wronglyRefused: Finding[] };

/** Days within which a case of people who do their job is at its end: 60 working days of a promise, publicity and a bank's answers. */
const enough = 150;

/**
 * Tells from the rules and the diary what was rightfully due, and holds it against what the banks moved.
 * @param until the last day of the diary; a case that was still young then is not judged as unpaid
 */
export function judgeDiary(rules: Rules, diary: Diary, until: Day): Judgement {
  const court = new Court(rules);
  for (const entry of diary) court.hear(entry);
  return court.close(until);
}

class Court {
  private readonly items: Map<string, Item>;
  private readonly cases = new Map<string, Case>();
  private readonly found: Judgement = { wronglyPaid: [], wronglyRefused: [] };

  constructor(private readonly rules: Rules) {
    this.items = new Map(rules.items);
  }

  hear(entry: Entry): void {
    if (entry.kind === "published")
      for (const item of itemsOf(entry.item as Parameters<typeof itemsOf>[0])) this.items.set(item.id, item);
    if (entry.kind === "ended") this.endItem(entry.item, entry.last);
    if (entry.kind === "handedIn") return this.handedIn(entry);
    const known = "case" in entry && entry.case ? this.cases.get(entry.case) : undefined;
    if (known) this.hearOf(known, entry);
  }

  private endItem(id: string, last: Day): void {
    const item = this.items.get(id);
    if (item) this.items.set(id, { ...item, validTo: last });
  }

  private handedIn(entry: HandedIn & { day: Day }): void {
    const { due, why, item } = this.rightful(entry, entry.day);
    if (entry.refused !== null) {
      if (due > 0n && entry.honest) this.refused(entry, `${due} fen were due, the answer was ${entry.refused}`);
      return;
    }
    this.cases.set(entry.case, {
      case: entry.case,
      firm: entry.firm,
      item,
      year: entry.year,
      deed: entry.deed,
      honest: entry.honest,
      counts: true,
      fen: due,
      due,
      why,
      paid: 0n,
      recovered: 0n,
      deceived: false,
      ended: null,
      settled: entry.day,
    });
  }

  /** What an application of this day is rightfully due beside the firm's other claims, and why not more. */
  private rightful(
    {
      firm,
      item: id,
      year,
      facts,
      deed,
      case: own,
    }: Pick<HandedIn, "firm" | "item" | "year" | "facts" | "deed" | "case">,
    day: Day,
  ): { due: bigint; why: string; item: Item } {
    const item = this.items.get(id);
    if (!item) throw new Error(`the diary names ${id}, which no file and no publication has`);
    const none = (why: string) => ({ due: 0n, why, item });
    if ((item.validFrom ?? day) > day || day > (item.validTo ?? day)) return none("not in its term");
    if (!isOpen(item.window, day)) return none("its window is closed");
    if (verdictOf(item.conditions, facts, day) !== "yes") return none("a condition is not met");
    const sum = sumOf(item, facts);
    if (sum === null) return none("nothing to compute it from");
    const others = [...this.cases.values()].filter((each) => each.firm === firm && each.case !== own);
    const due = leftOf(this.rules, { item, year, deed }, sum, others);
    return { due, why: due === sum ? "" : "other claims of the firm", item };
  }

  private hearOf(known: Case, entry: Entry): void {
    known.settled = entry.day;
    switch (entry.kind) {
      case "corrected":
        return this.corrected(known, entry.facts, entry.deed, entry.day);
      case "withdrawn":
      case "rejected":
      case "lapsed":
        if (entry.kind === "rejected" && known.due > 0n && known.honest && !known.deceived)
          this.refused(
            { ...entry, firm: known.firm, item: known.item.id },
            `rejected, though ${known.due} fen were due`,
          );
        Object.assign(known, { ended: entry.kind, counts: false, due: 0n, why: entry.kind });
        return;
      case "objectionUpheld":
      case "deceit":
        Object.assign(known, { deceived: true, due: 0n, why: entry.kind });
        return;
      case "bankPaid":
        known.paid += BigInt(entry.fen);
        return this.checkPaid(known, entry.day);
      case "bankReturned":
      case "bankReversed":
        known.paid -= BigInt(entry.fen);
        return;
      case "recovered":
        known.recovered += BigInt(entry.fen);
        known.fen = known.paid - known.recovered;
        known.counts = known.fen > 0n;
    }
  }

  private corrected(known: Case, facts: Facts, deed: Facts, day: Day): void {
    const { firm, year, case: own } = known;
    // The term is that of the first handing-in: what was asked in time may be answered after the end.
    const item = { ...known.item, validTo: null, validFrom: null, window: null };
    const kept = this.items.get(item.id);
    this.items.set(item.id, item);
    const { due, why } = this.rightful({ firm, item: item.id, year, facts, deed, case: own }, day);
    if (kept) this.items.set(item.id, kept);
    Object.assign(known, { deed, due: known.why === "" || known.due > 0n ? due : 0n, fen: due, why: known.why || why });
  }

  private checkPaid(known: Case, day: Day): void {
    const { due, honest, deceived } = known;
    if (known.paid - known.recovered <= (honest || deceived ? due : 0n)) return;
    this.found.wronglyPaid.push({
      case: known.case,
      firm: known.firm,
      item: known.item.id,
      day,
      what: `${known.paid} fen paid, ${honest ? due : 0n} due${known.why ? ` (${known.why})` : ""}`,
    });
  }

  private refused({ case: id, firm, item, day }: { case: string; firm: string; item: string; day: Day }, what: string) {
    this.found.wronglyRefused.push({ case: id, firm, item, day, what });
  }

  close(until: Day): Judgement {
    for (const known of this.cases.values()) {
      if (daysAfter(known.settled, enough) > until) continue;
      const net = known.paid - known.recovered;
      const { case: id, firm, item, settled: day } = known;
      if (known.honest && !known.deceived && net < known.due)
        this.refused({ case: id, firm, item: item.id, day }, `${net} of ${known.due} fen came to the firm`);
      if (known.deceived && net > 0n)
        this.found.wronglyPaid.push({ case: id, firm, item: item.id, day, what: `${net} fen were never recovered` });
    }
    return this.found;
  }
}
