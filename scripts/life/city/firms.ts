import { answerPoints } from "~/features/applications/testing/answer-points";
import { attachMaterial } from "~/features/applications/use-cases/attach-material.server";
import { readDraft, type Draft } from "~/features/applications/use-cases/read-draft.server";
import { saveAccount, saveAnswers, savePledge } from "~/features/applications/use-cases/save-draft.server";
import { startDraft } from "~/features/applications/use-cases/start-draft.server";
import { submitApplication } from "~/features/applications/use-cases/submit-application.server";
import { handleTrackForm } from "~/features/applications/use-cases/track-form.server";
import { makeCreditCode } from "~/features/enterprises/domain/credit-code";
import { saveFacts } from "~/features/enterprises/use-cases/save-facts.server";
import { giveAccount } from "~/features/funds/use-cases/reissue-payment.server";
import { registerFirm } from "~/features/identity/use-cases/register-firm.server";
import type { UserActor } from "~/features/identity/domain/actor";
import type { FactValue } from "~/features/policies/domain/policy-item";
import type { Deps } from "~/platform/context.server";
import type { Facts, Value } from "../oracle/diary";
import type { City } from "./city";
import { capped, rivals, wishes, wishFor, type Wish } from "./wishes";

export type Firm = { name: string; loginName: string; id: string; said: Record<string, Value>; last: Wish | null };
/** A case of a firm as the firm remembers it. */
export type OwnCase = { id: string; firm: Firm; wish: Wish; facts: Facts; honest: boolean; year: number };
type Asking = Deps & { actor: UserActor };
type Prepared = OwnCase & { refused: string | null };

const region = "340503";
const industry = "C3421";

/** The firms of the city: they register, change, apply again and again, correct, withdraw, rate. */
export class Firms {
  readonly all: Firm[] = [];
  readonly cases = new Map<string, OwnCase>();
  private serial = 0;

  constructor(private readonly city: City) {}

  async register(): Promise<void> {
    const serial = (this.serial += 1);
    const loginName = `owner-${serial}`;
    const name = `示例城第${serial}有限公司`;
    const registered = await registerFirm(this.city.running, {
      creditCode: makeCreditCode(region, 60_000_000 + serial),
      name,
      legalForm: "company",
      region,
      park: null,
      industry,
      displayName: "经办人",
      loginName,
      email: null,
      password: "a-long-enough-phrase",
    });
    if (registered.kind !== "registered") throw new Error(`${name} could not register: ${registered.kind}`);
    this.all.push({ name, loginName, id: registered.enterpriseId, said: {}, last: null });
    this.city.note({ kind: "registered", firm: registered.enterpriseId });
  }

  /** The firm has grown, or moved its figures: what it says of itself changes. */
  async change(firm: Firm): Promise<void> {
    const employees = this.city.random.whole(20, 900);
    await this.city.must(firm.loginName, (deps) =>
      saveFacts(deps, firm.id, [
        {
          fact: "employees",
          value: employees,
          year: Number(this.city.today.slice(0, 4)) - 1,
          source: "declared",
          authority: null,
        },
      ]),
    );
    this.city.note({ kind: "changed", firm: firm.id });
  }

  /** One application of a firm: something new, the same again, a rival, something under a shared cap, or two at one instant. */
  async apply(firm: Firm, itemOfTheMonth: string): Promise<void> {
    const { random } = this.city;
    const chance = random.next();
    if (chance < 0.1) return this.applyAtOnce(firm, random.pick(rivals));
    const wanted = random.chance(0.1) ? { ...wishFor("life-window"), item: itemOfTheMonth } : random.pick(wishes);
    const wish = chance < 0.3 && firm.last ? firm.last : wanted;
    if (firm.last === wish) this.city.note({ kind: "appliedAgain" });
    if (capped.has(wish.item)) this.city.note({ kind: "appliedCapped" });
    const rival = rivals.some((pair) => pair.includes(wish.item) && pair.includes(firm.last?.item ?? ""));
    if (rival && firm.last !== wish) this.city.note({ kind: "appliedRival" });
    firm.last = wish;
    await this.handIn(firm, [wish]);
  }

  private async applyAtOnce(firm: Firm, pair: readonly string[]): Promise<void> {
    this.city.note({ kind: "appliedAtOnce" });
    await this.handIn(firm, pair.map(wishFor));
  }

  private async handIn(firm: Firm, wanted: readonly Wish[]): Promise<void> {
    const prepared: Prepared[] = [];
    for (const wish of wanted) {
      const one = await this.prepare(firm, wish);
      if (one) prepared.push(one);
    }
    await Promise.all(prepared.map((one) => this.submit(one)));
    // Of two at one instant, the one that was taken was first; of two taken, the one whose receipt has the lower number.
    const numbers = await this.numbersOf(prepared);
    const place = ({ id }: Prepared) => numbers.get(id) ?? "~";
    for (const one of prepared.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))) this.tell(one);
  }

  private async numbersOf(prepared: readonly Prepared[]): Promise<Map<string, string>> {
    const rows = await this.city.running.prisma.application.findMany({
      where: { id: { in: prepared.filter(({ refused }) => refused === null).map(({ id }) => id) } },
      select: { id: true, number: true },
    });
    return new Map(rows.map(({ id, number }) => [id, number ?? "~"]));
  }

  /** A complete draft; null where the firm has an open application of this item already. */
  private async prepare(firm: Firm, wish: Wish): Promise<Prepared | null> {
    const { city } = this;
    const facts = wish.facts(city.random);
    const own = { firm, wish, facts, honest: !city.random.chance(0.03), year: Number(city.today.slice(0, 4)) };
    const open = await city.running.prisma.application.count({
      where: {
        enterpriseId: firm.id,
        itemId: wish.item,
        year: own.year,
        closedAt: null,
        state: { notIn: ["rejected", "withdrawn", "lapsed"] },
      },
    });
    if (open > 0) return null;
    const started = await city.ask(firm.loginName, (deps) =>
      startDraft(deps, { enterpriseId: firm.id, itemId: wish.item, anew: true }),
    );
    if (!started.ok) return { id: city.key(), ...own, refused: started.code };
    const { id } = started.value;
    await this.fill(firm, id, facts);
    this.remember(firm, facts);
    return { id, ...own, refused: null };
  }

  private async fill(firm: Firm, id: string, facts: Facts): Promise<void> {
    const { env, storage } = this.city.running;
    const { asked, missing, hasAccount } = await this.onDraft(firm, id, async (_, draft) => ({
      asked: draft.asked.map(({ name }) => name),
      missing: draft.progress.materials.missing,
      hasAccount: draft.account !== null,
    }));
    const silent = asked.find((name) => facts[name] === undefined);
    if (silent) throw new Error(`nobody thought of ${silent}`);
    const answers = Object.fromEntries(asked.map((name) => [name, facts[name] as FactValue]));
    await this.onDraft(firm, id, (deps, draft) => saveAnswers(deps, draft, answers));
    for (const name of missing) {
      const upload = { name, fileName: "材料.pdf", bytes: Buffer.from(`%PDF-1.4\n${id} ${name}\n`) };
      await this.onDraft(firm, id, (deps, draft) => attachMaterial(deps, storage, draft, upload));
    }
    const key = Buffer.from(env.DATA_KEY, "base64");
    if (!hasAccount) await this.onDraft(firm, id, (deps, draft) => saveAccount(deps, draft, this.accountOf(firm), key));
    await this.onDraft(firm, id, savePledge);
  }

  /** One request of a firm about a draft of its own. */
  private onDraft<T>(firm: Firm, id: string, work: (deps: Asking, draft: Draft) => Promise<T>): Promise<T> {
    return this.city.must(firm.loginName, async (deps) => work(deps, await readDraft(deps, id, firm.id)));
  }

  private accountOf({ name }: Firm) {
    const number = `3405${String(this.city.random.whole(10_000_000, 99_999_999))}`;
    return { holder: name, bankName: "示例银行", number };
  }

  private async submit(one: Prepared): Promise<void> {
    if (one.refused !== null) return;
    const sent = await this.city.ask(one.firm.loginName, async (deps) =>
      submitApplication(deps, await readDraft(deps, one.id, one.firm.id), "submit"),
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
      deed: this.deedOf(facts),
      honest,
      refused,
    });
    this.city.note({ kind: "applied", case: id });
    if (refused === null) this.cases.set(id, own);
  }

  /** What was said of the application alone, by the files of the catalogue. */
  private deedOf(facts: Facts): Facts {
    return Object.fromEntries(Object.entries(facts).filter(([name]) => this.isOfDeed(name)));
  }

  /** What was said of the firm itself stays said. */
  private remember(firm: Firm, facts: Facts): void {
    for (const [name, value] of Object.entries(facts)) if (!this.isOfDeed(name)) firm.said[name] = value;
  }

  private isOfDeed(name: string): boolean {
    return this.city.running.catalogue.registry.facts.get(name)?.scope === "case";
  }

  /** Answers a correction, often with another figure than was said first. */
  async correct(own: OwnCase): Promise<void> {
    const { firm, wish } = own;
    const facts = this.city.random.chance(0.5) ? wish.facts(this.city.random) : own.facts;
    await this.onDraft(firm, own.id, async (deps, draft) => {
      const changed = draft.asked.filter(({ name }) => facts[name] !== undefined && facts[name] !== own.facts[name]);
      await saveAnswers(deps, draft, Object.fromEntries(changed.map(({ name }) => [name, facts[name] as FactValue])));
    });
    const { ok } = await this.step(
      own,
      await answerPoints(this.city.running.prisma, { id: own.id, enterpriseId: firm.id }),
    );
    if (!ok) return;
    own.facts = facts;
    this.remember(firm, facts);
    this.city.note({
      kind: "corrected",
      case: own.id,
      facts: knownOf(firm, facts),
      deed: this.deedOf(facts),
    });
  }

  async withdraw(own: OwnCase): Promise<void> {
    const { ok } = await this.step(own, { intent: "withdraw" });
    if (ok) this.city.note({ kind: "withdrawn", case: own.id });
  }

  async rate(own: OwnCase): Promise<void> {
    const { ok } = await this.step(own, { intent: "rate", stars: String(this.city.random.whole(2, 5)) });
    if (ok) this.city.note({ kind: "rated", case: own.id });
  }

  private async step(own: OwnCase, values: Record<string, string>) {
    const { prisma, env } = this.city.running;
    const { version } = await prisma.application.findUniqueOrThrow({
      where: { id: own.id },
      select: { version: true },
    });
    const key = Buffer.from(env.DATA_KEY, "base64");
    return this.city.ask(own.firm.loginName, (deps) =>
      handleTrackForm(
        deps,
        { id: own.id, enterpriseId: own.firm.id, key },
        { ...values, version: String(version), idempotencyKey: this.city.key() },
      ),
    );
  }

  /** Another account in place of one that the bank didn't know. */
  async giveAccount(own: OwnCase): Promise<void> {
    const key = Buffer.from(this.city.running.env.DATA_KEY, "base64");
    const account = this.accountOf(own.firm);
    await this.city.must(own.firm.loginName, (deps) =>
      giveAccount(deps, { applicationId: own.id, enterpriseId: own.firm.id, account, key }),
    );
  }
}

/** What is known of a firm when it says this of a deed. */
function knownOf(firm: Firm, facts: Facts): Facts {
  return { region, industry, ...firm.said, ...facts };
}
