import { taskStages } from "~/features/redemption/domain/tasks";
import type { Language } from "~/i18n/translation";
import type { AppContext } from "~/platform/context.server";
import { drawDashboard, type Charts } from "./draw-dashboard.server";
import { dimensions, type Dimension, type Figures, type Sums } from "../domain/figures";
import { nameOf } from "../domain/figure-names";
import { officeNames } from "../domain/office-names";
import type { MonitorFilter } from "../monitoring.schema";
import { monitoringWords } from "../words.server";
import { readFigures } from "./read-figures.server";

export type NamedSlice = Sums & { key: string; label: string };
export type Cuts = Record<Dimension, NamedSlice[]>;
export type Dashboard = Omit<Figures, "slices"> & { cuts: Cuts; charts: Charts };

/** Drawings belong to one reading of the figures and go with it. */
const drawn = new WeakMap<Figures, Map<Language, Promise<Dashboard>>>();

/** The figures of one filter with names in one language and their drawings; equal questions within ten seconds share them. */
export async function readDashboard(
  context: Pick<AppContext, "prisma" | "clock" | "catalogue">,
  filter: MonitorFilter,
  language: Language,
): Promise<Dashboard> {
  const figures = await readFigures(context, filter);
  const byLanguage = drawn.get(figures) ?? new Map<Language, Promise<Dashboard>>();
  drawn.set(figures, byLanguage);
  const known = byLanguage.get(language);
  if (known) return known;
  const made = named(figures, context.catalogue, language);
  byLanguage.set(language, made);
  return made;
}

async function named(
  { slices, ...read }: Figures,
  catalogue: AppContext["catalogue"],
  language: Language,
): Promise<Dashboard> {
  const figures = { ...read, stages: inOrder(read.stages) };
  const words = monitoringWords[language];
  const sizeNames: Record<string, string> = words.common.size;
  const office = officeNames(catalogue, language);
  const label = (dimension: Dimension, key: string) => {
    if (dimension === "size") return sizeNames[key] ?? key;
    return dimension === "department" ? office(key) : nameOf(catalogue.registry, language, dimension, key);
  };
  const of = (wanted: Dimension) =>
    slices
      .filter((slice) => slice.dimension === wanted)
      .map(({ dimension, ...slice }): NamedSlice => ({ ...slice, label: label(dimension, slice.key) }));
  const cuts = Object.fromEntries(dimensions.map((dimension) => [dimension, of(dimension)])) as Cuts;
  return { ...figures, cuts, charts: drawDashboard({ ...figures, cuts }, words, language) };
}

/** Stages as a case goes through them. */
function inOrder(stages: Figures["stages"]): Figures["stages"] {
  return [...stages].sort((a, b) => taskStages.indexOf(a.stage) - taskStages.indexOf(b.stage));
}
