/** Mail: handed over inside a transaction, sent by whichever process comes first. */
export { isThisMachine } from './addresses.ts';
export { handOverMail, type NewMail } from './hand-over.ts';
export { outboxRoute } from './outbox.ts';
export { type MailRoute, smtpRoute } from './route.ts';
export { MailSender } from './sender.ts';
export { wakeSenders } from './wake.ts';
