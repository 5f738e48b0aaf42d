export type SizeClass = "large" | "medium" | "small" | "micro";
type Metric = "employees" | "revenue" | "assets";
type Bounds = readonly [small: number, medium: number, large: number];
type Row = { industry: string; codes: readonly string[]; bounds: Partial<Record<Metric, Bounds>> };

/** 统计上大中小微型企业划分办法（2017）; revenue and assets in 万元, lower bounds included. */
const table: readonly Row[] = [
  { industry: "农、林、牧、渔业", codes: ["A"], bounds: { revenue: [50, 500, 20000] } },
  {
    industry: "工业(采矿/制造/电热燃水)",
    codes: ["B", "C", "D"],
    bounds: { employees: [20, 300, 1000], revenue: [300, 2000, 40000] },
  },
  { industry: "建筑业", codes: ["E"], bounds: { revenue: [300, 6000, 80000], assets: [300, 5000, 80000] } },
  { industry: "批发业", codes: ["51"], bounds: { employees: [5, 20, 200], revenue: [1000, 5000, 40000] } },
  { industry: "零售业", codes: ["52"], bounds: { employees: [10, 50, 300], revenue: [100, 500, 20000] } },
  {
    industry: "交通运输业(不含铁路53)",
    codes: ["54", "55", "56", "57", "58"],
    bounds: { employees: [20, 300, 1000], revenue: [200, 3000, 30000] },
  },
  { industry: "仓储业", codes: ["59"], bounds: { employees: [20, 100, 200], revenue: [100, 1000, 30000] } },
  { industry: "邮政业", codes: ["60"], bounds: { employees: [20, 300, 1000], revenue: [100, 2000, 30000] } },
  { industry: "住宿业", codes: ["61"], bounds: { employees: [10, 100, 300], revenue: [100, 2000, 10000] } },
  { industry: "餐饮业", codes: ["62"], bounds: { employees: [10, 100, 300], revenue: [100, 2000, 10000] } },
  { industry: "信息传输业", codes: ["63", "64"], bounds: { employees: [10, 100, 2000], revenue: [100, 1000, 100000] } },
  {
    industry: "软件和信息技术服务业",
    codes: ["65"],
    bounds: { employees: [10, 100, 300], revenue: [50, 1000, 10000] },
  },
  {
    industry: "房地产开发经营",
    codes: ["7010", "701"],
    bounds: { revenue: [100, 1000, 200000], assets: [2000, 5000, 10000] },
  },
  { industry: "物业管理", codes: ["702"], bounds: { employees: [100, 300, 1000], revenue: [500, 1000, 5000] } },
  { industry: "租赁和商务服务业", codes: ["L"], bounds: { employees: [10, 100, 300], assets: [100, 8000, 120000] } },
  { industry: "其他未列明行业", codes: ["M", "N", "O", "Q", "R", "703", "709"], bounds: { employees: [10, 100, 300] } },
];

export type SizeFigures = { employees?: number; revenueYuan?: number; assetsYuan?: number };

/** `how` names the row of the table and the class each figure falls in. */
export type SizeResult =
  | { kind: "classified"; size: SizeClass; industry: string; how: { metric: Metric; value: number; size: SizeClass }[] }
  | { kind: "missing"; industry: string; metrics: Metric[] }
  | { kind: "unclassified" };

const classes: readonly SizeClass[] = ["micro", "small", "medium", "large"];

/**
 * Size class of a firm: every figure must reach the lower bound of a class, else the class below holds, so the lowest
 * figure decides. Industries outside the table have no class.
 */
export function sizeClass(industryCode: string, figures: SizeFigures): SizeResult {
  const row = rowOf(industryCode);
  if (!row) return { kind: "unclassified" };
  const values = {
    employees: figures.employees,
    revenue: inTenThousands(figures.revenueYuan),
    assets: inTenThousands(figures.assetsYuan),
  };
  const metrics = Object.keys(row.bounds) as Metric[];
  const missing = metrics.filter((metric) => values[metric] === undefined);
  if (missing.length > 0) return { kind: "missing", industry: row.industry, metrics: missing };
  const how = metrics.map((metric) => ({
    metric,
    value: values[metric] ?? 0,
    size: classOf(values[metric] ?? 0, row.bounds[metric] ?? [0, 0, 0]),
  }));
  const lowest = Math.min(...how.map(({ size }) => classes.indexOf(size)));
  return { kind: "classified", size: classes[lowest] ?? "micro", industry: row.industry, how };
}

/** The row whose code is the longest that fits: letter, division, group or class. */
function rowOf(industryCode: string): Row | null {
  const digits = industryCode.slice(1);
  const fits = (code: string) => (/^[A-Z]$/.test(code) ? industryCode.startsWith(code) : digits.startsWith(code));
  const found = table.flatMap((row) =>
    row.codes.filter(fits).map((code) => ({ row, length: /^[A-Z]$/.test(code) ? 0 : code.length })),
  );
  return found.sort((a, b) => b.length - a.length)[0]?.row ?? null;
}

function classOf(value: number, [small, medium, large]: Bounds): SizeClass {
  if (value >= large) return "large";
  if (value >= medium) return "medium";
  return value >= small ? "small" : "micro";
}

function inTenThousands(yuan: number | undefined): number | undefined {
  return yuan === undefined ? undefined : yuan / 10_000;
}
