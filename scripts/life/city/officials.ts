import { handOver } from "~/contexts.server";
import { noteAbsence } from "~/features/work/use-cases/absences.server";
import { setDisabled } from "~/features/identity/use-cases/change-official.server";
import type { StaffRole } from "~/access/permissions";
import { addDays } from "~/kernel/plain-date";
import type { City } from "./city";

export type Office = { departmentId: string; regionCode: string };
type Official = Office & { loginName: string; id: string; role: StaffRole; awayUntil: string; gone: boolean };

const people = 3;

/** Officials of every office that has work; each role of an office has several people, who fall ill and leave. */
export class Officials {
  private readonly all = new Map<string, Official[]>();
  private serial = 0;

  constructor(private readonly city: City) {}

  /** Somebody of an office who is there today; `besides` may not do it. */
  async present(office: Office, role: StaffRole, besides: readonly string[] = []): Promise<string> {
    const { today } = this.city;
    const team = await this.team(office, role);
    const there = team.filter(({ id, awayUntil, gone }) => !gone && awayUntil < today && !besides.includes(id));
    if (there.length > 0) return this.city.random.pick(there).loginName;
    return (await this.engage(office, role)).loginName;
  }

  async team(office: Office, role: StaffRole): Promise<Official[]> {
    const key = `${role}@${office.departmentId}@${office.regionCode}`;
    const known = this.all.get(key) ?? [];
    this.all.set(key, known);
    while (known.filter(({ gone }) => !gone).length < people) await this.engage(office, role);
    return known;
  }

  private async engage(office: Office, role: StaffRole): Promise<Official> {
    const loginName = `life-${(this.serial += 1)}`;
    const { id } = await this.city.running.prisma.user.create({
      data: {
        loginName,
        displayName: `工作人员${this.serial}`,
        passwordHash: "-",
        roles: [role],
        ...office,
        createdAt: this.city.running.clock.now(),
      },
      select: { id: true },
    });
    const official = { ...office, loginName, id, role, awayUntil: "", gone: false };
    const key = `${role}@${office.departmentId}@${office.regionCode}`;
    const team = this.all.get(key) ?? [];
    this.all.set(key, team);
    team.push(official);
    return official;
  }

  /** Somebody falls ill for a week, or leaves for good; the head notes it, the administrator closes the account. */
  async news(): Promise<void> {
    const { city } = this;
    const teams = [...this.all.values()].filter((team) => team.filter(({ gone }) => !gone).length >= people);
    if (teams.length === 0) return;
    if (city.random.chance(0.06)) await this.fallIll(city.random.pick(teams));
    if (city.random.chance(0.05)) await this.leave(city.random.pick(teams));
  }

  private async fallIll(team: readonly Official[]): Promise<void> {
    const { city } = this;
    const [ill, deputy] = team.filter(({ gone, awayUntil }) => !gone && awayUntil < city.today);
    if (!ill || !deputy) return;
    const toDay = addDays(city.today, 7);
    const absence = { userId: ill.id, deputyId: deputy.id, fromDay: city.today, toDay };
    const { ok } = await city.ask(ill.loginName, (deps) => noteAbsence(deps, absence));
    if (!ok) return;
    ill.awayUntil = toDay;
    city.note({ kind: "fellIll" });
  }

  private async leave(team: readonly Official[]): Promise<void> {
    const { city } = this;
    const one = team.find(({ gone }) => !gone);
    if (!one) return;
    const admin = await this.present({ departmentId: "city-industry", regionCode: "340500" }, "systemAdministrator");
    if (admin === one.loginName) return;
    await city.must(admin, (deps) => setDisabled({ ...deps, handOver }, one.id, true));
    one.gone = true;
    city.note({ kind: "left" });
  }
}
