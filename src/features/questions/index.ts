/** The door to questions: what people ask the stewards about a wording, and what they answer. */
export { questionsRecord } from './questions-record.ts';
export { questionDoors } from './routes.tsx';
