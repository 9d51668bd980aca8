/** The program as a library. */
export { type App, type Clock, openApp } from './app.js';
export { readSettings, type Settings } from './settings.js';
