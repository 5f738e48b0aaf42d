import { describe, expect, it } from "vitest";
import { loadCatalogueFiles } from "../adapters/catalogue-files.server";
import { departmentName, namesPlace, phoneOf } from "./department-name";

const catalogue = loadCatalogueFiles("rules", { demo: true });
const of = (department: string, level: "national" | "province" | "city" | "county", region: string) =>
  departmentName(catalogue, { department, level, region });

describe("a department is named with its place", () => {
  it.each([
    ["县人力资源和社会保障局", "county", "330122", "桐庐县人力资源和社会保障局"],
    ["区财政局", "county", "500102", "涪陵区财政局"],
    ["市商务局", "city", "340200", "芜湖市商务局"],
    ["省财政厅", "province", "340000", "安徽省财政厅"],
    ["经开区商务金融局", "county", "530100", "昆明市经开区商务金融局"],
    ["花山区民政局", "county", "340503", "花山区民政局"],
    ["人民银行安徽省分行", "province", "340000", "人民银行安徽省分行"],
    ["财政部", "national", "000000", "财政部"],
  ] as const)("%s of a %s", (name, level, region, shown) => expect(of(name, level, region).zh).toBe(shown));

  it("in English too", () => {
    expect(of("市商务局", "city", "340200").en).toBe("Municipal Bureau of Commerce, Wuhu");
    expect(of("财政部", "national", "000000").en).toBe("Ministry of Finance");
  });

  it("for every item of the catalogue", () => {
    const placeless = catalogue.items.filter(
      (item) =>
        item.level !== "national" &&
        [item.department, ...item.coDepartments].some(
          (name) => !namesPlace(departmentName(catalogue, item, name).zh, catalogue.regions),
        ),
    );
    expect(placeless.map(({ id }) => id)).toEqual([]);
  });
});

it("a demonstration office has a plainly fictitious phone, a real item never that one", () => {
  const phones = catalogue.items.map((item) => {
    const department = catalogue.departmentIdOf(item.department, item.level) ?? "";
    return { isDemo: item.document.demo === true, phone: phoneOf(catalogue, item, department) };
  });
  expect(phones.filter(({ isDemo }) => isDemo).every(({ phone }) => /^0555-00000\d\d$/.test(phone ?? ""))).toBe(true);
  expect(phones.filter(({ isDemo, phone }) => !isDemo && phone?.startsWith("0555-00000"))).toEqual([]);
});
