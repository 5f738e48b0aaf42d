import { attachMaterial } from "~/features/applications/use-cases/attach-material.server";
import { readDraft } from "~/features/applications/use-cases/read-draft.server";
import { saveAccount, saveAnswers, savePledge } from "~/features/applications/use-cases/save-draft.server";
import { startDraft } from "~/features/applications/use-cases/start-draft.server";
import { submitApplication } from "~/features/applications/use-cases/submit-application.server";
import { endedStates } from "~/features/claims/domain/case-states";
import type { FactValue } from "~/features/policies/domain/fact-definition";
import { isUuid } from "~/kernel/uuid";
import type { Facts } from "../oracle/diary";
import type { City } from "./city";
import { knownOf, type Firm, type Firms, type OwnCase } from "./firms";
import { capped, frequent, rivals, wishes, wishFor, type Wish } from "./wishes";

type Prepared = OwnCase & { refused: string | null };

/** How firms of the city apply: again and again, for the same, rival and capped items, one by one and two at once. */
export class Applying {
  constructor(
    private readonly city: City,
    private readonly firms: Firms,
  ) {}

  /** One application of a firm: something new, the same again, a rival, something under a shared cap, or two at one instant. */
  async apply(firm: Firm, monthly: readonly string[]): Promise<void> {
    const { odds, random } = this.city;
    const chance = random.next();
    if (chance < odds.atOnce) return this.atOnce(firm, random.pick(rivals).map(wishFor));
    const wanted = this.rivalOf(firm.last) ?? this.wanted(monthly);
    const wish = chance < odds.atOnce + 0.2 && firm.last ? firm.last : wanted;
    if (chance > 0.97) return this.atOnce(firm, [wish, wish]);
    const told = await this.handIn(firm, [wish]);
    if (told === 0) return;
    if (firm.last === wish) this.city.note({ kind: "appliedAgain", firm: firm.id });
    if (capped.has(wish.item)) this.city.note({ kind: "appliedCapped", firm: firm.id });
    const rival = rivals.some((pair) => pair.includes(wish.item) && pair.includes(firm.last?.item ?? ""));
    if (rival && firm.last !== wish) this.city.note({ kind: "appliedRival", firm: firm.id });
    firm.last = wish;
  }

  /** Something of the month, of the month before (which is over), or of what there is all the time. */
  private wanted(monthly: readonly string[]): Wish {
    const { random } = this.city;
    if (monthly.length > 0 && random.chance(0.1)) return { ...wishFor("life-window"), item: random.pick(monthly) };
    return random.chance(0.3) ? wishFor(random.pick(frequent)) : random.pick(wishes);
  }

  /** What excludes or lessens what was asked for last, where a firm comes for that of all things. */
  private rivalOf(last: Wish | null): Wish | null {
    const { odds, random } = this.city;
    const pair = rivals.find((each) => each.includes(last?.item ?? ""));
    const other = pair?.find((item) => item !== last?.item);
    return other && random.chance(odds.rival) ? wishFor(other) : null;
  }

  private async atOnce(firm: Firm, pair: readonly Wish[]): Promise<void> {
    if ((await this.handIn(firm, pair)) > 0) this.city.note({ kind: "appliedAtOnce", firm: firm.id });
  }

  /** Sends applications at one instant; of two equal ones there is one draft, sent twice. Gives how many were sent or refused. */
  private async handIn(firm: Firm, wanted: readonly Wish[]): Promise<number> {
    const prepared: Prepared[] = [];
    for (const wish of new Set(wanted)) {
      const one = await this.prepare(firm, wish);
      if (one) prepared.push(one);
    }
    const times = prepared.length < wanted.length ? ["submit", "again"] : ["submit"];
    await Promise.all(prepared.flatMap((one) => times.map((key) => this.submit(one, key))));
    // Of two at one instant, the one that was taken was first; of two taken, the one whose receipt has the lower number.
    const numbers = await this.numbersOf(prepared);
    const place = ({ id }: Prepared) => numbers.get(id) ?? "~";
    for (const one of prepared.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)))
      this.tell({ ...one, refused: numbers.has(one.id) ? null : one.refused });
    return prepared.length;
  }

  private async numbersOf(prepared: readonly Prepared[]): Promise<Map<string, string>> {
    const rows = await this.city.running.prisma.application.findMany({
      where: { id: { in: prepared.map(({ id }) => id).filter(isUuid) }, number: { not: null } },
      select: { id: true, number: true },
    });
    return new Map(rows.map(({ id, number }) => [id, number ?? ""]));
  }

  /** A complete draft; null where the firm has an open application of this item already. */
  private async prepare(firm: Firm, wish: Wish): Promise<Prepared | null> {
    const { city } = this;
    const before = city.random.chance(0.3) ? firm.asked.get(wish.item) : undefined;
    const facts = before ?? wish.facts(city.random, firm.projects);
    firm.asked.set(wish.item, facts);
    const own = { firm, wish, facts, honest: !city.random.chance(city.odds.lie), year: Number(city.today.slice(0, 4)) };
    const open = await city.running.prisma.application.count({
      where: {
        enterpriseId: firm.id,
        itemId: wish.item,
        year: own.year,
        closedAt: null,
        state: { notIn: endedStates },
      },
    });
    if (open > 0) return null;
    const started = await city.ask(firm.loginName, (deps) =>
      startDraft(deps, { enterpriseId: firm.id, itemId: wish.item, anew: true }),
    );
    if (!started.ok) return { id: city.key(), ...own, refused: started.code };
    const { id } = started.value;
    await this.fill(firm, id, facts);
    this.firms.remember(firm, facts);
    return { id, ...own, refused: null };
  }

  private async fill(firm: Firm, id: string, facts: Facts): Promise<void> {
    const { env, storage } = this.city.running;
    const key = Buffer.from(env.DATA_KEY, "base64");
    await this.firms.onDraft(firm, id, async (deps, draft) => {
      const silent = draft.asked.find(({ name }) => facts[name] === undefined);
      if (silent) throw new Error(`nobody thought of ${silent.name}`);
      await saveAnswers(
        deps,
        draft,
        Object.fromEntries(draft.asked.map(({ name }) => [name, facts[name] as FactValue])),
      );
      for (const name of draft.progress.materials.missing) {
        const upload = { name, fileName: "材料.pdf", bytes: Buffer.from(`%PDF-1.4\n${id} ${name}\n`) };
        await attachMaterial(deps, storage, draft, upload);
      }
      if (draft.account === null) await saveAccount(deps, draft, this.firms.accountOf(firm), key);
      await savePledge(deps, draft);
    });
  }

  private async submit(one: Prepared, key: string): Promise<void> {
    if (one.refused !== null) return;
    const sent = await this.city.ask(one.firm.loginName, async (deps) =>
      submitApplication(deps, await readDraft(deps, one.id, one.firm.id), key),
    );
    if (!sent.ok) one.refused = sent.code;
  }

  private tell({ refused, ...own }: Prepared): void {
    const { id, firm, wish, facts, honest, year } = own;
    this.city.note({
      kind: "handedIn",
      case: id,
      firm: firm.id,
      item: wish.item,
      year,
      facts: knownOf(firm, facts),
      deed: this.firms.deedOf(facts),
      honest,
      refused,
    });
    this.city.note({ kind: "applied", case: id });
    if (refused === null) this.firms.enter(own);
  }
}
