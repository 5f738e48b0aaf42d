import type { Facts } from "~/features/policies/domain/fact-definition";
import type { RandomSource } from "./random-source";

export type CaseTemplate = {
  itemId: string;
  /** `year` is that of the application */
  facts(random: RandomSource, year: number): Facts;
};

const renovation =
  (from: number, to: number, zeroLandExpansion: boolean) =>
  (random: RandomSource): Facts => ({
    techRenovationEquipment: random.whole(from, to) * 10_000,
    zeroLandExpansion,
    fixedAssetInvestment: random.whole(500, 4000) * 10_000,
    statisticsOnlineReported: true,
    energyOutputGrade: random.pick(["I", "II", "III"]),
    landEfficiencyScope: "rated",
    landEfficiencyRating: random.pick(["A", "B", "C"]),
  });

/** Items of the city that demo firms apply for, with figures that meet their conditions. */
export const caseTemplates: readonly CaseTemplate[] = [
  { itemId: "zone-mfg-001", facts: renovation(100, 199, false) },
  { itemId: "zone-mfg-002", facts: renovation(200, 299, false) },
  { itemId: "zone-mfg-003", facts: renovation(300, 4800, false) },
  { itemId: "zone-mfg-004", facts: renovation(100, 900, true) },
  { itemId: "zone-iii-001", facts: (random) => ({ platformInvestment: random.whole(100, 1200) * 10_000 }) },
  { itemId: "zone-iii-002", facts: () => ({ industrialInternetLevel: "national" }) },
  { itemId: "zone-iii-003", facts: () => ({ industrialInternetLevel: "province" }) },
  { itemId: "zone-patent-001", facts: (random) => ({ inventionPatentsGranted: random.whole(1, 12) }) },
  { itemId: "zone-patent-005", facts: () => ({ ipManagementCertified: true }) },
  { itemId: "zone-patent-006", facts: (random) => ({ domesticIpLitigationCost: random.whole(1, 9) * 10_000 }) },
  { itemId: "zone-quality-002", facts: () => ({ mayorQualityAward: "nominee" }) },
  {
    itemId: "zone-sci-002",
    facts: (random) => ({
      independentLegalEntity: true,
      keyIndustryInstitute: true,
      rdInstrumentsBought: random.whole(40, 700) * 10_000,
    }),
  },
  { itemId: "zone-sci-004", facts: () => ({ rdPlatformLevel: "province", rdPlatformType: "engineeringCenter" }) },
  { itemId: "zone-hi-001", facts: (_, year) => ({ hiTechRecognitions: 1, hiTechRecognisedYear: year }) },
  {
    itemId: "zone-startup-001",
    facts: (random) => ({
      startupBaseKind: "graduateBase",
      startupBaseTenantYear: 1,
      baseSiteFee: random.whole(2, 20) * 1_000,
    }),
  },
];
