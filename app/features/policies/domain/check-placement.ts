type Placed = { id: string; document: { demo?: true }; items: readonly { id: string; region: string }[] };

/**
 * A document lies at `<region>/<id>.json` and all its items are of that region; what is of the demonstration zone lies below
 * `demo/`, and nothing else does.
 */
export function placementProblems(file: string, { id, document, items }: Placed): { path: string; reason: string }[] {
  const isBelow = file.startsWith("demo/");
  const [folder = "", name = ""] = file.replace(/^demo\//, "").split("/");
  const strangers = items.filter((item) => item.region !== folder);
  return [
    ...(isBelow === (document.demo === true)
      ? []
      : [{ path: "document.demo", reason: "the demonstration zone, and only it, lies below demo/" }]),
    ...(name === `${id}.json` ? [] : [{ path: "id", reason: `${id} belongs into ${id}.json` }]),
    ...strangers.map((item) => ({
      path: `${item.id}: region`,
      reason: `${item.region} does not belong into the folder ${folder}`,
    })),
  ];
}
