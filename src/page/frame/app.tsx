/** The frame around every view: who we are, where one can go, whether the world shown is real. */
import { useEffect } from 'react';
import { useQuestion } from '../asking/use-question.js';
import { Loaded } from '../data/loaded.js';
import type { SurroundingsQuery, SurroundingsQueryVariables } from '../generated.js';
import { SURROUNDINGS } from '../questions/documents.js';
import { RoutesView } from '../routes/routes-view.js';
import { useAddress } from './address.js';
import { Banner } from './banner.js';
import { Header } from './header.js';
import { NoView } from './no-view.js';
import { viewAt } from './views.js';

const NOTHING: SurroundingsQueryVariables = {};

export function App() {
  const { path } = useAddress();
  const told = useQuestion<SurroundingsQuery, SurroundingsQueryVariables>(SURROUNDINGS, NOTHING);
  const surroundings = told.state === 'ANSWERED' ? told.answer : undefined;
  const view = viewAt(path);
  useEffect(() => {
    window.document.title = view === undefined ? 'Detour' : `${view.name} – Detour`;
  }, [view]);
  return (
    <>
      <a className="skip" href="#shown">
        Skip to what is shown
      </a>
      <Header view={view} />
      <Banner health={surroundings?.health} />
      <main>
        <h1 className="unseen">{view?.name ?? 'No such view'}</h1>
        {view?.path === '/routes' && <RoutesView surroundings={surroundings} />}
        {view?.path === '/data' && <Loaded />}
        {view === undefined && <NoView path={path} />}
      </main>
    </>
  );
}
