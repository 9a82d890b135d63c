/** Which passwords are taken. Looked up offline: nothing about a password leaves the machine. */
import { PASSWORD_LENGTH } from './library/auth.ts';

/** Whom a password is for: their own words make a poor one. */
export interface Holder {
  name: string;
  email: string;
}

/** Fewest characters that must be left of a password without its holder's own words. */
const LEAST_OF_ITS_OWN = 6;

/** Signs that people write for letters. */
const LOOKALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

/** What is wrong with a password, as an instruction; undefined where it is taken. */
export async function passwordProblem(password: string, holder: Holder): Promise<string | undefined> {
  const { least, most } = PASSWORD_LENGTH;
  if (password === '') return 'Choose a password';
  if ([...password].length < least)
    return `Choose a longer password: at least ${least} characters. A few words in a row do well`;
  if (password.length > most) return `Choose a shorter password: at most ${most} characters`;
  const plain = password.normalize('NFKC').toLowerCase();
  if (isRepetition(plain) || isSequence(plain)) {
    return 'Choose a password that does not repeat or count: a few words in a row do well';
  }
  if (withoutOwnWords(plain, holder).length < LEAST_OF_ITS_OWN) {
    return 'Choose a password that is more than your name, your address or the word Cairn';
  }
  if (await isCommon(plain)) {
    return 'Choose another password: this one, or most of it, is on the lists that are tried first';
  }
  return undefined;
}

function isRepetition(plain: string): boolean {
  return new Set(plain).size < 4 || /^(.{1,5})\1+$/s.test(plain);
}

/** Whether each character follows the one before, up or down: "1234567890", "zyxwvutsrq". */
function isSequence(plain: string): boolean {
  const steps = [...plain]
    .slice(1)
    .map((character, index) => character.charCodeAt(0) - plain.charCodeAt(index));
  return steps.every((step) => step === 1 || step === -9) || steps.every((step) => step === -1 || step === 9);
}

function withoutOwnWords(plain: string, { name, email }: Holder): string {
  const words = [...name.split(/[^\p{L}\p{N}]+/u), ...email.split(/[^\p{L}\p{N}]+/u), 'cairn']
    .map((word) => word.normalize('NFKC').toLowerCase())
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
  return words.reduce((left, word) => left.replaceAll(word, ''), plain).replace(/[^\p{L}\p{N}]/gu, '');
}

/** As it stands, or as most of it stands: without what is put around it, and with signs read as letters. */
async function isCommon(plain: string): Promise<boolean> {
  const common = await commonPasswords();
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const bareButSigns = plain.replace(/^[^\p{L}@$]+|[\d\W_]+$/gu, '');
  const forms = [plain, bare, asLetters(plain), asLetters(bareButSigns)];
  return forms.some((form) => form.length * 2 >= plain.length && common.has(form));
}

function asLetters(text: string): string {
  return [...text].map((character) => LOOKALIKES[character] ?? character).join('');
}

let known: Promise<ReadonlySet<string>> | undefined;

/** Some 50,000, most used first; read when the first password is chosen. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  known ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
  );
  return known;
}
