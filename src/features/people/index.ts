/** The door to people: the directory, the reporting line, and who is what to the installation. */
export { peopleDoors } from './routes.tsx';
export { findViewer } from './viewer.ts';
