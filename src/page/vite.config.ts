/** Builds the page and the playground into files that ask for nothing from elsewhere; its root is this folder. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm start` listens; used by Vite's own server only. */
const SERVER = 'http://127.0.0.1:4400';

export default defineConfig({
  plugins: [react()],
  build: {
    // The playground's editor is large; it loads on its own path only.
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      input: { page: 'index.html', playground: 'playground/index.html' },
      onLog(level, log, tell) {
        // GraphiQL tells a compiler that we do not run what not to do.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
      },
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/graphql': SERVER } },
});
