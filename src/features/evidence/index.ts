/** The door to evidence: what people note, and their path. */
export { evidenceDoors } from './routes.tsx';
