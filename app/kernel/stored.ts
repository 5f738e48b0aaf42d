/**
 * A reader of a JSON column: gives what is stored as T where it is an object with the keys that every T has.
 * What is written there was checked whole before; this finds a wrong column or a row of another kind.
 * @throws Error where something else is stored
 */
export function storedAs<T extends object>(name: string, ...keys: (keyof T & string)[]): (stored: unknown) => T {
  const isStored = (stored: unknown): stored is T =>
    typeof stored === "object" && stored !== null && keys.every((key) => key in stored);
  return (stored) => {
    if (!isStored(stored)) throw new Error(`What is stored is no ${name}: it lacks one of ${keys.join(", ")}.`);
    return stored;
  };
}

/** As `storedAs`, for a column that holds a list of T. @throws Error where something else is stored */
export function storedListOf<T extends object>(name: string, ...keys: (keyof T & string)[]): (stored: unknown) => T[] {
  const readOne = storedAs<T>(name, ...keys);
  return (stored) => {
    if (!Array.isArray(stored)) throw new Error(`What is stored is no list of ${name}.`);
    return stored.map(readOne);
  };
}
