/** Arguments as GraphQL gives them (null for absent) into questions (absent for absent). */

/** An object without the keys whose value is null or undefined. */
export type Given<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** Leaves out what was not given. */
export function given<T extends object>(args: T): Given<T> {
  return Object.fromEntries(
    Object.entries(args).filter(([, value]) => value !== null && value !== undefined),
  ) as Given<T>;
}
