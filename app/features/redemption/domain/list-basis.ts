/** The file, by name and number, that a condition not known to the platform rests on. */
export type Basis = { file: string; number: string };
