import type { Bitmap, Columns } from "../domain/register/columns";

/** A register `times` as large: the same firms again and again. Their number must be a multiple of 32. */
export function repeatColumns({ size, columns }: Columns, times: number): Columns {
  if (size % 32 !== 0) throw new RangeError(`${size} firms do not fill whole words`);
  const repeat = (bitmap: Bitmap): Bitmap => {
    const larger = new Uint32Array(new SharedArrayBuffer(bitmap.byteLength * times));
    for (let time = 0; time < times; time += 1) larger.set(bitmap, bitmap.length * time);
    return larger;
  };
  const grown = [...columns].map(
    ([fact, column]) => [fact, { ...column, known: repeat(column.known), planes: column.planes.map(repeat) }] as const,
  );
  return { size: size * times, columns: new Map(grown) };
}
