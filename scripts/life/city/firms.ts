import { answerPoints } from "~/features/applications/testing/answer-points";
import { readDraft, type Draft } from "~/features/applications/use-cases/read-draft.server";
import { saveAnswers } from "~/features/applications/use-cases/save-draft.server";
import { handleTrackForm } from "~/routes/firm/firm.applications.$id/track-form.server";
import { makeCreditCode } from "~/features/enterprises/domain/credit-code";
import { saveFacts } from "~/features/enterprises/use-cases/save-facts.server";
import { giveAccount } from "~/features/treasury/use-cases/reissue-payment.server";
import { registerFirm } from "~/features/identity/use-cases/register-firm.server";
import type { UserActor } from "~/access/actor";
import type { FactValue } from "~/features/policies/domain/fact-definition";
import type { Deps } from "~/platform/context.server";
import type { Facts, Value } from "../oracle/diary";
import type { City } from "./city";
import type { Projects, Wish } from "./wishes";

export type Firm = {
  name: string;
  loginName: string;
  id: string;
  creditCode: string;
  said: Record<string, Value>;
  projects: Projects;
  last: Wish | null;
  /** what it said last for each item */
  asked: Map<string, Facts>;
  /** how many cases it has */
  cases: number;
};

/** A case of a firm as the firm remembers it. */
export type OwnCase = { id: string; firm: Firm; wish: Wish; facts: Facts; honest: boolean; year: number };

type Asking = Deps & { actor: UserActor };

const region = "340503";
const industry = "C3421";

/** The firms of the city: they register, change, correct, withdraw, confirm, rate; how they apply: `Applying`. */
export class Firms {
  readonly all: Firm[] = [];
  readonly cases = new Map<string, OwnCase>();
  private serial = 0;

  constructor(private readonly city: City) {}

  async register(): Promise<void> {
    const serial = (this.serial += 1);
    const loginName = `owner-${serial}`;
    const name = `示例城第${serial}有限公司`;
    const creditCode = makeCreditCode(region, 60_000_000 + serial);
    const registered = await registerFirm(this.city.running, {
      creditCode,
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
    const none = { said: {}, projects: [], last: null, asked: new Map<string, Facts>(), cases: 0 };
    this.all.push({ name, loginName, id: registered.enterpriseId, creditCode, ...none });
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
    firm.said["employees"] = employees;
    this.city.note({ kind: "changed", firm: firm.id });
  }

  /** One request of a firm about a draft of its own. */
  onDraft<T>(firm: Firm, id: string, work: (deps: Asking, draft: Draft) => Promise<T>): Promise<T> {
    return this.city.must(firm.loginName, async (deps) => work(deps, await readDraft(deps, id, firm.id)));
  }

  accountOf({ name }: Firm) {
    const number = `3405${String(this.city.random.whole(10_000_000, 99_999_999))}`;
    return { holder: name, bankName: "示例银行", number };
  }

  /** A case of a firm, applied for or listed. */
  enter(own: OwnCase): void {
    this.cases.set(own.id, own);
    own.firm.cases += 1;
  }

  /** What was said of the application alone, by the files of the catalogue. */
  deedOf(facts: Facts): Facts {
    return Object.fromEntries(Object.entries(facts).filter(([name]) => this.isOfDeed(name)));
  }

  /** What was said of the firm itself stays said. */
  remember(firm: Firm, facts: Facts): void {
    for (const [name, value] of Object.entries(facts)) if (!this.isOfDeed(name)) firm.said[name] = value;
  }

  private isOfDeed(name: string): boolean {
    return this.city.running.catalogue.registry.facts.get(name)?.scope === "case";
  }

  /** Answers a correction, often with another figure than was said first. */
  async correct(own: OwnCase): Promise<void> {
    const { firm, wish } = own;
    const { random } = this.city;
    const facts = random.chance(0.5) ? wish.facts(random, firm.projects) : own.facts;
    await this.onDraft(firm, own.id, async (deps, draft) => {
      await saveAnswers(deps, draft, toSay(draft, facts));
    });
    const answer = await this.step(
      own,
      await answerPoints(this.city.running.prisma, { id: own.id, enterpriseId: firm.id }),
    );
    const said = { case: own.id, facts: knownOf(firm, facts), deed: this.deedOf(facts) };
    if (!answer.ok) return this.city.note({ kind: "correctionRefused", ...said, refused: answer.code });
    own.facts = facts;
    this.remember(firm, facts);
    this.city.note({ kind: "corrected", ...said });
  }

  async withdraw(own: OwnCase): Promise<void> {
    const { ok } = await this.step(own, { intent: "withdraw" });
    if (ok) this.city.note({ kind: "withdrawn", case: own.id });
  }

  /** What a list found for the firm: it takes it, or doesn't want it. */
  async confirm(own: OwnCase): Promise<void> {
    const { holder, bankName, number } = this.accountOf(own.firm);
    const wants = !this.city.random.chance(0.05);
    const { ok } = await this.step(
      own,
      wants ? { intent: "confirm", holder, bankName, number } : { intent: "decline" },
    );
    if (ok) this.city.note({ kind: wants ? "confirmed" : "withdrawn", case: own.id });
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

/** What a firm writes into a draft to say this: all that stands there otherwise, what was saved with an answer that was refused as well. */
export function toSay(
  { asked, facts: standing }: Pick<Draft, "facts"> & { asked: readonly { name: string }[] },
  facts: Facts,
) {
  const others = asked.flatMap(({ name }) => {
    const value = facts[name];
    return value === undefined || value === standing[name] ? [] : [[name, value as FactValue] as const];
  });
  return Object.fromEntries(others);
}

/** What is known of a firm when it says this of a deed. */
export function knownOf(firm: Firm, facts: Facts): Facts {
  return { region, industry, ...firm.said, ...facts };
}
