/** A question as an address of the playground; it stands behind the `#`, which never leaves the browser. */
export function playgroundHref(query: string, variables: object): string {
  const place = new URLSearchParams({ query, variables: JSON.stringify(variables, null, 2) });
  return `/playground/#${place}`;
}
