/** The views of the page, in the order of the navigation; one that is added here is linked. */
export interface View {
  readonly path: string;
  readonly name: string;
  /** A page of its own, outside this one. */
  readonly apart?: true;
}

export const VIEWS: readonly View[] = [
  { path: '/routes', name: 'Routes' },
  { path: '/data', name: 'Data' },
  { path: '/playground/', name: 'Playground', apart: true },
];

/** The view at a path; the first one at `/`; undefined where there is none. */
export function viewAt(path: string): View | undefined {
  const plain = path.replace(/\/+$/, '');
  return plain === '' ? VIEWS[0] : VIEWS.find((view) => view.path === plain);
}
