import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { day, type Fields, idOf, openWorld, type Visitor, type World } from '../../../../test/world.ts';
import { eventsAbout, MANAGERS, OTHERS, STRANGERS, sent, textOf } from './plan-world.ts';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0);

onEachEngine((database) => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld(database());
  });

  const rows = () => database().owner.selectFrom('qualification').selectAll().execute();

  async function entered(visitor: Visitor, fields: Fields = {}): Promise<string> {
    return (await sent(visitor, '/qualifications', { name: 'Harbour radio', ...fields })).id;
  }

  describe('somebody who keeps their qualifications', () => {
    test('enters one with everything that it says, and finds it private', async () => {
      const rosa = await world.as('engineer');
      const id = await entered(rosa, {
        body: 'Port authority',
        number: 'HR-77',
        from: '2024-03-01',
        until: day(400),
        file: new File([PNG], 'card.png'),
      });
      expect(await rows()).toMatchObject([
        {
          person_id: idOf('engineer'),
          body: 'Port authority',
          number: 'HR-77',
          valid_from: '2024-03-01',
          valid_until: day(400),
          shared_at: null,
          file_name: 'card.png',
          file_type: 'image/png',
        },
      ]);
      const page = textOf(await rosa.html('/qualifications'));
      expect(page).toMatch(/Harbour radio.*held until.*Port authority.*number HR-77.*only you can read it/);
      expect(await rosa.html(`/qualifications/${id}`)).toContain(`<img class="plan-picture"`);
    });

    test('is warned on the page while there is time', async () => {
      const rosa = await world.as('engineer');
      await entered(rosa, { name: 'Ends soon', until: day(20) });
      await entered(rosa, { name: 'Ends later', until: day(200) });
      await entered(rosa, { name: 'Ended', until: day(-20) });
      const page = textOf(await rosa.html('/qualifications'));
      expect(page).toMatch(/Ended ?ended in.*Ends soon ?held until.*; ends on.*Ends later ?held until/);
      expect(page.match(/ends on/g)).toHaveLength(1);
    });

    test('reads what the role profile of their level names, in words', async () => {
      const daniel = await world.as('lineManager');
      await entered(daniel, { name: 'harbour 2: basics', until: '2099-03-31' });
      const html = await daniel.html('/qualifications');
      expect(textOf(html)).toMatch(
        /What the role profile Watch manager names.*Harbour® 2: Basics ?held until March 2099.*First aid ?not entered/,
      );
      expect(html).not.toContain('checkbox');
      expect(html).toContain('href="/qualifications/new?name=First+aid"');
      expect(await daniel.html('/qualifications/new?name=First+aid')).toContain('value="First aid"');
    });

    test('changes one, and its file stays until another is chosen or it is removed', async () => {
      const rosa = await world.as('engineer');
      const id = await entered(rosa, { file: new File([PNG], 'card.png') });
      await sent(rosa, `/qualifications/${id}/wordings`, { name: 'Harbour radio 2' });
      expect(await rows()).toMatchObject([{ name: 'Harbour radio 2', file_name: 'card.png' }]);
      const pdf = new File(['%PDF-1.7'], 'card.pdf');
      await sent(rosa, `/qualifications/${id}/wordings`, { name: 'Harbour radio 2', file: pdf });
      expect(await rows()).toMatchObject([{ file_name: 'card.pdf', file_type: 'application/pdf' }]);
      await sent(rosa, `/qualifications/${id}/file/removal`);
      expect(await rows()).toMatchObject([{ file_name: null, file_bytes: null }]);
      expect((await rosa.get(`/qualifications/${id}/file`)).status).toBe(404);
    });

    test('deletes one after a look at what goes', async () => {
      const rosa = await world.as('engineer');
      const id = await entered(rosa, { file: new File([PNG], 'card.png') });
      expect(await rosa.html(`/qualifications/${id}/deletion`)).toContain('Its file goes with it.');
      await sent(rosa, `/qualifications/${id}/deletion`);
      expect(await rows()).toEqual([]);
    });

    test.each<[Fields, string]>([
      [{ name: '' }, 'Write its name'],
      [{ until: 'soon' }, 'Give the day as a date'],
      [{ from: '2026-03-01', until: '2026-02-01' }, 'Choose a day after the one from which it holds'],
      [{ file: new File(['<script>'], 'card.png') }, 'Save the file as PNG, JPEG or PDF'],
      [{ file: new File([], 'card.png') }, 'Choose a file that is not empty'],
    ])('gets the form back with every value kept: %#', async (fields, message) => {
      const rosa = await world.as('engineer');
      const answer = await rosa.post('/qualifications', { name: 'Radio', body: 'Port & sea', ...fields });
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain(message);
      expect(page).toContain('Port &amp; sea');
      expect(await rows()).toEqual([]);
    });

    test('cannot send a file that is too large', async () => {
      const rosa = await world.as('engineer');
      const file = new File([PNG, new Uint8Array(10 * 1024 * 1024)], 'card.png');
      const answer = await rosa.post('/qualifications', { name: 'Radio', file });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('Choose a file of at most 10 MB');
      const larger = new File([new Uint8Array(11 * 1024 * 1024)], 'card.png');
      expect((await rosa.post('/qualifications', { name: 'Radio', file: larger })).status).toBe(413);
    });
  });

  describe('a file', () => {
    test('is sent as what it is, and may do nothing in a browser', async () => {
      const rosa = await world.as('engineer');
      const picture = await entered(rosa, { file: new File([PNG], 'a "card".png') });
      const shown = await rosa.get(`/qualifications/${picture}/file`);
      expect(shown.headers.get('content-type')).toBe('image/png');
      expect(shown.headers.get('content-disposition')).toMatch(/^inline; filename="a _card_.png"/);
      expect(shown.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
      expect(shown.headers.get('cache-control')).toBe('private, no-store');
      expect(new Uint8Array(await shown.arrayBuffer())).toEqual(PNG);
      const paper = await entered(rosa, { file: new File(['%PDF-1.7'], 'card.pdf') });
      const saved = await rosa.get(`/qualifications/${paper}/file`);
      expect(saved.headers.get('content-disposition')).toMatch(/^attachment/);
    });

    test.each(MANAGERS)('is opened by the %s once it is shared, which is written down', async (name) => {
      const rosa = await world.as('engineer');
      const id = await entered(rosa, { file: new File([PNG], 'card.png') });
      const manager = await world.as(name);
      expect((await manager.get(`/qualifications/${id}/file`)).status).toBe(404);
      await sent(rosa, `/qualifications/${id}/shares`);
      expect((await manager.get(`/qualifications/${id}/file`)).status).toBe(200);
      expect((await eventsAbout(database(), 'engineer')).at(-1)).toEqual([
        'qualification.opened',
        `qualification:${id}`,
        name,
      ]);
    });

    test.each(STRANGERS)('is not there for the %s, shared or not', async (name) => {
      const rosa = await world.as('engineer');
      const id = await entered(rosa, { file: new File([PNG], 'card.png') });
      await sent(rosa, `/qualifications/${id}/shares`);
      expect((await (await world.as(name)).get(`/qualifications/${id}/file`)).status).toBe(404);
    });
  });

  test.each(OTHERS)('what somebody holds is changed by nobody else: the %s', async (name) => {
    const rosa = await world.as('engineer');
    const id = await entered(rosa);
    await sent(rosa, `/qualifications/${id}/shares`);
    const other = await world.as(name);
    for (const part of ['', '/edit', '/deletion']) {
      expect((await other.get(`/qualifications/${id}${part}`)).status).toBe(404);
    }
    for (const part of ['/wordings', '/shares', '/shares/withdrawal', '/file/removal', '/deletion']) {
      expect((await other.post(`/qualifications/${id}${part}`, { name: 'Theirs' })).status).toBe(404);
    }
    expect(await rows()).toMatchObject([{ name: 'Harbour radio' }]);
  });
});
