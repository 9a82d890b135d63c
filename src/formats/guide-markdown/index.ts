export { readGuide } from './read.ts';
export { writeGuide } from './write.ts';
