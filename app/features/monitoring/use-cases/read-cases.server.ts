import { officeNameIn } from "~/features/policies/domain/offices";
import type { Language } from "~/i18n/translation";
import type { AppContext } from "~/platform/context.server";
import type { PageOf } from "~/ui/paging";
import {
  countCases,
  countReach,
  findCases,
  findReach,
  type CaseRow,
  type ReachRow,
} from "../adapters/cases.repository.server";
import type { CaseFilter, ReachFilter } from "../monitoring.schema";

type Process = Pick<AppContext, "prisma" | "catalogue">;
export type CaseLine = CaseRow & { department: string };
export type ReachLine = ReachRow & { department: string };

const perPage = 25;

/** One page of the applications behind a figure; a page after the last is the last. */
export async function readCases(
  { prisma, catalogue }: Process,
  filter: CaseFilter,
  asked: number,
  language: Language,
): Promise<PageOf<CaseLine>> {
  const place = placeOf(await countCases(prisma, filter), asked);
  const rows = await findCases(prisma, filter, place.part);
  return {
    ...place.shown,
    rows: rows.map((row) => ({
      ...row,
      department: officeNameIn(catalogue.registry, row, language),
    })),
  };
}

/** One page of the firms that were told of an item, or looked at it. */
export async function readReach(
  { prisma, catalogue }: Process,
  filter: ReachFilter,
  asked: number,
  language: Language,
): Promise<PageOf<ReachLine>> {
  const place = placeOf(await countReach(prisma, filter), asked);
  const rows = await findReach(prisma, filter, place.part);
  return {
    ...place.shown,
    rows: rows.map((row) => ({
      ...row,
      department: officeNameIn(catalogue.registry, row, language),
    })),
  };
}

function placeOf(count: number, asked: number) {
  const pages = Math.max(1, Math.ceil(count / perPage));
  const page = Math.min(asked, pages);
  return { shown: { page, pages, count }, part: { limit: perPage, offset: (page - 1) * perPage } };
}
