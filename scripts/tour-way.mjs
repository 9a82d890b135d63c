// The way that the tour walks: each step as a visitor of the demo takes it, with a picture and what to say of it.

export const SIZES = { wide: { width: 1280, height: 700 }, narrow: { width: 390, height: 780 } };

/**
 * @param tour.open opens a window of its own, `light` or `dark`
 * @param tour.shoot takes a picture
 * @returns every picture, in order, with its words
 */
export async function walk({ address, open, shoot }) {
  const stops = [];
  const show = async (page, stop) => {
    const numbered = { ...stop, name: `${String(stops.length + 1).padStart(2, '0')}-${stop.name}` };
    await shoot(page, numbered);
    stops.push(numbered);
  };
  const yusuf = await open('light');
  const hamish = await open('dark');
  await gather({ address, yusuf, show });
  await prepare({ address, yusuf, hamish, show });
  await talk({ yusuf, hamish, show });
  await grow({ address, yusuf, show });
  await lead({ address, open, hamish, show });
  return stops;
}

async function gather({ address, yusuf, show }) {
  await yusuf.goto(`${address}/demo`);
  await show(yusuf, {
    name: 'demo',
    heading: 'Be somebody',
    text: 'The first page of a demo. Nobody here exists, and every page says so.',
    alt: 'The page on which visitors of the demo choose whom to be',
  });
  await become(yusuf, 'Yusuf Demirci');
  await show(yusuf, {
    name: 'my-path',
    narrow: true,
    heading: 'My path',
    text: 'Yusuf is an Engineer. His level stands beside the next one, with what he gathered for each.',
    alt: 'Two columns, Engineer and Senior Engineer 1, with the evidence that speaks to each competency',
  });
  await yusuf
    .getByRole('textbox', { name: /What happened/ })
    .first()
    .fill('Kestrel rang back two days early: they will tell us when the first address is degraded.');
  await show(yusuf, {
    name: 'note',
    heading: 'Note what happened',
    text: 'One box, one line. Everything else about it is optional, and it is private until he shares it.',
    alt: 'The box on top of My path with a sentence in it',
  });
  const saved = yusuf.waitForResponse((answer) => answer.request().method() === 'POST');
  await yusuf.getByRole('button', { name: 'Save' }).first().click();
  await saved;
  await yusuf.goto(`${address}/evidence`);
  await show(yusuf, {
    name: 'evidence',
    heading: 'Evidence, in order of time',
    text: 'Two years of it. What is shared, and what a colleague has confirmed, is said beside each.',
    alt: 'A list of notes by month',
  });
  await yusuf
    .getByRole('link', { name: /first incident that was mine/ })
    .first()
    .click();
  await yusuf.waitForLoadState();
  await show(yusuf, {
    name: 'piece',
    narrow: true,
    heading: 'One piece of evidence',
    text: 'What it speaks to, whom it helped, what a colleague saw, and who may read it.',
    alt: 'The note on the Kestrel brownout',
  });
}

async function prepare({ address, yusuf, hamish, show }) {
  for (const [page, name] of [
    [yusuf, 'Yusuf Demirci'],
    [hamish, 'Hamish Oyelaran'],
  ]) {
    await page.goto(`${address}/demo`);
    await page.locator('.demo-steps').getByRole('button', { name }).click();
    await page.waitForURL('**/conversations/*');
  }
  await yusuf.getByRole('link', { name: 'Ask a colleague' }).click();
  await yusuf.waitForURL('**/feedback/new');
  await show(yusuf, {
    name: 'feedback',
    heading: 'Ask a colleague',
    text: 'Either side asks whoever saw it, by name and by competency. The answer is read by both, and not before the reveal.',
    alt: 'The page on which a colleague is chosen to be asked for feedback',
  });
  await yusuf.goBack();
  await yusuf.getByRole('link', { name: 'Prepare your view' }).first().click();
  await show(yusuf, {
    name: 'prepare',
    narrow: true,
    heading: 'Prepare',
    text: 'Each side walks the competencies of the level with the evidence beside it. What Hamish writes in his window is nowhere in this one.',
    alt: 'A competency with four answers to choose from, and the evidence beside it',
    at: yusuf.locator('[data-row]').filter({ hasText: 'Clear communication' }).first(),
  });
  await submit(yusuf, 'Submit your view');
  await yusuf.waitForURL('**done=submitted');
  await show(yusuf, {
    name: 'submitted',
    narrow: true,
    heading: 'Submitted, and taken back',
    text: 'Yusuf’s view is in, and Hamish learns no more than that. Until both are in, it can be taken back.',
    alt: 'The conversation, waiting for the line manager’s view',
  });
  await yusuf.getByRole('button', { name: 'Take your view back' }).click();
  await yusuf.getByRole('link', { name: 'Prepare your view' }).first().click();
  await submit(yusuf, 'Submit your view');
  await yusuf.waitForURL('**done=submitted');
  await hamish.reload();
  await hamish.getByRole('link', { name: 'Prepare your view' }).first().click();
  await hamish
    .getByRole('link', { name: 'Look through it and submit' })
    .or(hamish.getByRole('button', { name: 'Look through it and submit' }))
    .first()
    .click();
  await hamish.waitForURL('**/prepare/check');
  await show(hamish, {
    name: 'check',
    heading: 'The other side',
    text: 'Hamish looks through his own view before he submits it. His submission reveals both.',
    alt: 'The line manager’s answers, to be checked before they are submitted',
  });
  await hamish.getByRole('button', { name: 'Submit, and reveal both views' }).click();
  await hamish.waitForURL('**/talk?done=revealed');
}

async function talk({ yusuf, hamish, show }) {
  await show(hamish, {
    name: 'reveal',
    narrow: true,
    heading: 'Revealed',
    text: 'Both views side by side, what they see differently first.',
    alt: 'The talk, with both views of a competency beside each other',
    at: hamish.locator('.talk-row').first(),
  });
  const rowOf = (name) => hamish.locator('.talk-row').filter({ hasText: name }).first();
  const row = rowOf('Incident management');
  await row.getByRole('radio', { name: 'We see this differently' }).check();
  await row
    .getByLabel(/Why Yusuf Demirci sees it so/)
    .fill('One is one. I would like to have been wrong once.');
  await row
    .getByLabel(/Why Hamish Oyelaran sees it so/)
    .fill('I count what was in the chair, and not how often.');
  await show(hamish, {
    name: 'disagreement',
    heading: 'Disagreement is a result',
    text: '“We see this differently” is something to agree on, with both reasons.',
    alt: 'A row on which the two see it differently, with the reason of each',
    at: row,
  });
  for (const [name, outcome, sentence] of AGREED) await agree(rowOf(name), outcome, sentence);
  await show(hamish, {
    name: 'no-opportunity',
    heading: 'No opportunity yet',
    text: 'It harms nobody: it becomes an action, and the action is the manager’s.',
    alt: 'A row without an opportunity so far, and the promise to find one',
    narrow: true,
    at: rowOf('Leading and adapting'),
  });
  // What is written is saved by itself.
  await hamish.waitForTimeout(4_000);
  await hamish.getByRole('link', { name: 'Look through the record and sign' }).first().click();
  await hamish.waitForURL('**/check*');
  await show(hamish, {
    name: 'agreed',
    heading: 'Look through it',
    text: 'What both are about to sign. What was left open is said to be open.',
    alt: 'The record before it is signed',
  });
  await hamish.getByRole('button', { name: 'Sign', exact: true }).click();
  await hamish.waitForURL('**done=signed');
  await yusuf.goto(hamish.url().split('?')[0]);
  await yusuf.getByRole('button', { name: 'Sign', exact: true }).click();
  await yusuf.waitForURL('**/record?done=agreed');
  await show(yusuf, {
    name: 'record',
    narrow: true,
    heading: 'The record',
    text: 'Signed by both, and kept as it was: with the wording, both views and the evidence of that day.',
    alt: 'The agreed record',
  });
  await yusuf.goto(yusuf.url().replace(/record.*/, 'pack'));
  await show(yusuf, {
    name: 'pack',
    heading: 'The pack',
    text: 'Two pages to print and take into the room.',
    alt: 'The conversation as a pack to print',
  });
}

/** What the two agree on besides what they see differently, by competency. */
const AGREED = [
  ['Monitoring and troubleshooting', 'Consistently', 'His checks can go red. Each of them was tried.'],
  [
    'Clear communication',
    'Consistently',
    'The right words to the right people, and once on purpose by somebody else.',
  ],
  ['Resilience and security', 'Sometimes', 'Recovery is rehearsed; stale accounts are found by accident.'],
  ['Problems and improvement', 'Consistently', 'The missing hour and twenty of Dry Dock.'],
  ['Documentation and runbooks', 'Consistently', 'Purser 9 in Quayside, the desk’s four questions first.'],
  ['Change and new services', 'Consistently', 'Three rehearsals, one stop, one zero.'],
  [
    'Learning and helping others grow',
    'Sometimes',
    'Rory speaks in large rooms. Feedback in writing is still thin.',
  ],
  ['Ownership and planning', 'Consistently', 'Estimates move early.'],
  ['Team work and inclusion', 'Consistently', 'The desk and the ports are asked before they are told.'],
  ['Leading and adapting', 'No opportunity yet', 'Nothing larger has been his to change so far.'],
];

async function agree(row, outcome, sentence) {
  await row.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
  await row.getByRole('radio', { name: outcome, exact: true }).check();
  await row.getByLabel(/In a sentence/).fill(sentence);
}

async function grow({ address, yusuf, show }) {
  await yusuf.goto(`${address}/actions`);
  await yusuf.getByRole('button', { name: 'Done' }).first().click();
  await yusuf.waitForLoadState();
  await show(yusuf, {
    name: 'actions',
    heading: 'Actions',
    text: 'What each promised, with a day. What is overdue leads, and what is done is one key.',
    narrow: true,
    alt: 'Yusuf’s actions',
  });
  await yusuf.goto(`${address}/conversations`);
  await show(yusuf, {
    name: 'conversations',
    heading: 'Two years of conversations',
    text: 'Each keeps the words that it was had in.',
    alt: 'The list of Yusuf’s conversations',
  });
  await yusuf
    .getByRole('link', { name: 'Your path through time' })
    .or(yusuf.locator('a[href^="/conversations/of/"]'))
    .first()
    .click();
  await yusuf.waitForURL('**/conversations/of/*');
  await show(yusuf, {
    name: 'history',
    heading: 'Through time',
    text: 'Every conversation as a stone on a path, and each competency in the words of its day. No line that rises or falls.',
    alt: 'The conversations of two years as a path',
    narrow: true,
  });
  await yusuf.goto(`${address}/objectives`);
  await show(yusuf, {
    name: 'objectives',
    heading: 'Objectives',
    text: 'What he wants to grow, why, and how both will know.',
    alt: 'Yusuf’s objectives',
  });
  await yusuf.goto(`${address}/conversations/new`);
  await show(yusuf, {
    name: 'next',
    heading: 'The next conversation',
    text: 'Either side begins it: which level, which competencies, when. It starts where this one ended.',
    alt: 'The form that begins a conversation',
  });
}

async function lead({ address, open, hamish, show }) {
  await hamish.goto(`${address}/team`);
  await show(hamish, {
    name: 'team',
    heading: 'The line manager’s team',
    text: 'When he talks next with whom, and what is open between them.',
    alt: 'Hamish’s reports',
    narrow: true,
  });
  await hamish.getByRole('link', { name: 'Plan of Yusuf Demirci' }).click();
  await hamish.waitForURL('**/plan');
  await show(hamish, {
    name: 'plan',
    heading: 'Somebody’s plan',
    text: 'Objectives and actions belong to both of them, and open the next talk.',
    alt: 'Yusuf’s plan, as his line manager reads it',
  });
  const ishbel = await open('light');
  await ishbel.goto(`${address}/demo`);
  await become(ishbel, 'Ishbel Drever');
  await show(ishbel, {
    name: 'head',
    heading: 'The head of operations',
    text: 'Counts by team, and nobody’s notes.',
    alt: 'Talks, team by team',
    narrow: true,
  });
}

async function become(page, name) {
  await page.locator('.demo-cast').getByRole('button', { name }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/demo'));
}

async function submit(page, button) {
  const look = page
    .getByRole('button', { name: 'Look through it and submit' })
    .or(page.getByRole('link', { name: 'Look through it and submit' }));
  await look.first().click();
  await page.waitForURL('**/prepare/check');
  await page.getByRole('button', { name: button }).click();
}
