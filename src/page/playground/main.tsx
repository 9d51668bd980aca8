/** Starts the playground. */
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './playground.css';
import { createRoot } from 'react-dom/client';
import { keptTheme, showTheme } from '../frame/theme.js';
import { Playground } from './playground.js';

showTheme(keptTheme());

const place = window.document.getElementById('playground');
if (place === null) throw new Error('index.html has no element `playground`');
createRoot(place).render(<Playground />);
