/** The door to evidence: what people note, and their path. */
export { shareSeveral } from './actions/share-several.ts';
export { evidenceDoors } from './routes.tsx';
