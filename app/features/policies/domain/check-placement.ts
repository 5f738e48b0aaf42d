type Placed = { id: string; items: readonly { id: string; region: string }[] };

/** A document lies at `<region>/<id>.json` and all its items are of that region. */
export function placementProblems(file: string, { id, items }: Placed): { path: string; reason: string }[] {
  const [folder = "", name = ""] = file.split("/");
  const strangers = items.filter((item) => item.region !== folder);
  return [
    ...(name === `${id}.json` ? [] : [{ path: "id", reason: `${id} belongs into ${id}.json` }]),
    ...strangers.map((item) => ({
      path: `${item.id}: region`,
      reason: `${item.region} does not belong into the folder ${folder}`,
    })),
  ];
}
