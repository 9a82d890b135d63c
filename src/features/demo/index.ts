/** The door to the demo: an invented organisation, in which visitors sign in as anybody. Mounted in a demo only. */
export { DEMO_NOTICE } from './addresses.ts';
export { type CastMember, DEMO_KEY, Demo, type DemoWorld, type Figure } from './demo.ts';
export { demoDoors } from './routes.tsx';
