import { z } from "zod";

export const scalar = z.union([z.string(), z.number(), z.boolean()]);
export const isoDate = z.iso.date();
