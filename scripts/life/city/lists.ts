import { makeList } from "~/features/lists/use-cases/make-list.server";
import type { City } from "./city";
import { knownOf, type Firm, type Firms, type OwnCase } from "./firms";
import type { Officials } from "./officials";
import { listed } from "./wishes";

/** Firms on one list at the most. */
const most = 25;
const office = { departmentId: "city-industry", regionCode: "340500" };

/** Apply-free money: the office lists the firms, those of which it doesn't know by a file it has seen. */
export class Lists {
  constructor(
    private readonly city: City,
    private readonly officials: Officials,
    private readonly firms: Firms,
  ) {}

  /** One list a month: of the firms the platform knows to be due, or of some firms by the office's own file. */
  async month(): Promise<void> {
    const by = await this.officials.present(office, "reviewer");
    const chosen = this.firms.all
      .filter((firm) => this.isUnlisted(firm) && this.city.random.chance(0.5))
      .slice(0, most);
    if (chosen.length === 0) return;
    const source = {
      kind: "upload" as const,
      fileName: "名单.csv",
      bytes: new TextEncoder().encode(csvOf(chosen, this.yuan())),
    };
    const made = await this.city.ask(by, (deps) => makeList(deps, { itemId: listed, source }));
    if (!made.ok) throw new Error(`no list was made on ${this.city.today}: ${made.code}`);
    if (!made.value.ok) throw new Error(`a list was refused: ${JSON.stringify(made.value.problems)}`);
    await this.tell(made.value.id);
  }

  /** Firms of which nothing speaks against it and that were not on a list this year. */
  private isUnlisted({ id, said }: Firm): boolean {
    const { employees } = said;
    if (typeof employees === "number" && employees < 50) return false;
    const year = this.year();
    return ![...this.firms.cases.values()].some(
      (own) => own.firm.id === id && own.wish.item === listed && own.year === year,
    );
  }

  private async tell(listId: string): Promise<void> {
    const cases = await this.city.running.prisma.application.findMany({
      where: { listId },
      orderBy: { number: "asc" },
      select: { id: true, enterpriseId: true },
    });
    for (const { id, enterpriseId } of cases) {
      const firm = this.firms.all.find((each) => each.id === enterpriseId);
      if (!firm) throw new Error(`a list named a firm that nobody knows: ${enterpriseId}`);
      const facts = { employees: 50, ...firm.said };
      const own: OwnCase = {
        id,
        firm,
        wish: { item: listed, facts: () => facts },
        facts,
        honest: true,
        year: this.year(),
      };
      this.firms.enter(own);
      const told = {
        firm: enterpriseId,
        item: listed,
        year: own.year,
        facts: knownOf(firm, facts),
        deed: {},
        honest: true,
      };
      this.city.note({ kind: "handedIn", case: id, ...told, refused: null });
      this.city.note({ kind: "listed", case: id });
    }
  }

  private yuan(): number {
    const item = this.city.rules.own.items.find(({ id }) => id === listed);
    return Number(item?.amount["yuan"]);
  }

  private year(): number {
    return Number(this.city.today.slice(0, 4));
  }
}

function csvOf(firms: readonly Firm[], yuan: number): string {
  const rows = firms.map(({ creditCode }, place) => [creditCode, yuan, "用工备案核对表", `核对〔${place + 1}〕号`]);
  return [["统一社会信用代码", "金额(元)", "依据文件", "依据文号"], ...rows].map((row) => row.join(",")).join("\n");
}
