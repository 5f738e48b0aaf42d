import { describe, expect, it } from "vitest";
import { loadCatalogueFiles } from "../adapters/catalogue-files.server";
import { departmentChoices, departmentName, namesPlace, phoneOf } from "./department-name";
import { officeAmong, officeName, officeNameIn, officesName } from "./offices";

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

describe("offices are named with their places", () => {
  it.each([
    ["county-finance", "340521", "zh", "当涂县财政局"],
    ["county-finance", "340521", "en", "County Bureau of Finance, Dangtu County"],
    ["national-finance", "000000", "zh", "财政部"],
  ] as const)("%s of %s in %s", (departmentId, regionCode, language, name) =>
    expect(officeNameIn(catalogue, { departmentId, regionCode }, language)).toBe(name),
  );

  it("a name without a word for its place takes it", () => {
    const named = catalogue.departments.find(({ zh }) => zh === "经开区商务金融局");
    expect(officeName(catalogue, named?.id ?? "", "530100")).toBe("昆明市经开区商务金融局");
    const own = catalogue.departments.find(({ zh }) => zh === "花山区民政局");
    expect(officeName(catalogue, own?.id ?? "", "340503")).toBe("花山区民政局");
  });

  it("those of one name in several places are told together", () => {
    const of = (...regions: string[]) => officesName(catalogue, { departmentId: "county-finance", regions }, "zh");
    expect(of("340521")).toBe("当涂县财政局");
    expect(of("340521", "511622", "371623")).toBe("县财政局（当涂县等3地）");
    expect(of()).toBe("县财政局");
    expect(officesName(catalogue, { departmentId: "county-finance", regions: ["340521", "511622"] }, "en")).toBe(
      "County Bureau of Finance (Dangtu County and 1 more)",
    );
  });

  it("a department of a case is of the office that had it", () => {
    const offices = [{ departmentId: "county-finance", regionCode: "340521" }];
    expect(officeAmong(catalogue, { offices, departmentId: "county-finance" }, "zh")).toBe("当涂县财政局");
    expect(officeAmong(catalogue, { offices: [], departmentId: "county-finance" }, "zh")).toBe("县财政局");
  });

  it("a filter offers every department of the catalogue once, each with its place", () => {
    const choices = departmentChoices(catalogue.items, catalogue);
    expect(new Set(choices.map(({ zh }) => zh)).size).toBe(choices.length);
    const local = catalogue.items.filter(({ level }) => level !== "national");
    const names = new Set(local.map((item) => departmentName(catalogue, item).zh));
    expect([...names].filter((name) => !choices.some(({ zh }) => zh === name))).toEqual([]);
    expect([...names].filter((name) => !namesPlace(name, catalogue.regions))).toEqual([]);
  });
});
