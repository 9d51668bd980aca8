/** Starts the page. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { createAsker } from './asking/client.js';
import { AddressProvider } from './frame/address.js';
import { App } from './frame/app.js';
import { keptTheme, showTheme } from './frame/theme.js';
import './style/tokens.css';
import './style/base.css';
import './style/frame.css';
import './style/asking.css';
import './style/route.css';
import './style/law.css';

showTheme(keptTheme());

const place = window.document.getElementById('page');
if (place === null) throw new Error('index.html has no element `page`');
createRoot(place).render(
  <StrictMode>
    <Provider value={createAsker()}>
      <AddressProvider>
        <App />
      </AddressProvider>
    </Provider>
  </StrictMode>,
);
