/** GraphiQL with our name above it, and worked questions to open. */
import { GraphiQL, type GraphiQLProps, HISTORY_PLUGIN } from 'graphiql';
import { keptTheme } from '../frame/theme.js';
import { ask } from './ask.js';
import { EXAMPLES } from './examples.js';
import { type Question, questionAsked } from './opening.js';

const PLUGINS = [HISTORY_PLUGIN];

/** Its type also allows to subscribe with three functions, which GraphiQL itself never does. */
const FETCHER = ask as unknown as GraphiQLProps['fetcher'];

/** What is asked for stands first; the worked questions follow. Later visits find their own tabs again. */
function tabsOf(asked: Question | undefined): Question[] {
  const worked = EXAMPLES.map(({ query }) => ({ query }));
  return asked === undefined ? worked : [asked, ...worked.filter(({ query }) => query !== asked.query)];
}

export function Playground() {
  const asked = questionAsked(window.location.search, window.location.hash);
  const opening = asked && { initialQuery: asked.query, initialVariables: asked.variables ?? '' };
  return (
    <>
      <header className="playground-top">
        <a href="/routes">← Detour</a>
        <nav aria-label="Worked questions">
          {EXAMPLES.map(({ name, title }) => (
            <a key={name} href={`/playground/?example=${name}`}>
              {title}
            </a>
          ))}
        </nav>
      </header>
      <main className="playground-main">
        <GraphiQL
          fetcher={FETCHER}
          plugins={PLUGINS}
          forcedTheme={keptTheme()}
          isHeadersEditorEnabled={false}
          defaultTabs={tabsOf(asked)}
          {...opening}
        >
          <GraphiQL.Logo>
            <span />
          </GraphiQL.Logo>
        </GraphiQL>
      </main>
    </>
  );
}
