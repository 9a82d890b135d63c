import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { openWorld, type Visitor, type World } from '../../../../test/world.ts';
import { eventsAbout, NOT_READERS, noted } from './evidence-world.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const MEGABYTE = 1024 * 1024;

onEachEngine((database) => {
  let world: World;
  let rosa: Visitor;
  let id: string;
  beforeEach(async () => {
    world = await openWorld(database());
    rosa = await world.as('engineer');
    ({ id } = await noted(rosa, { text: 'Led the crane outage to its close' }));
  });
  const upload = (...files: File[]) => rosa.post(`/evidence/${id}/files`, { files });
  const stored = () =>
    database()
      .owner.selectFrom('evidence_file')
      .select(['id', 'name', 'type', 'size'])
      .orderBy('name')
      .execute();

  describe('links', () => {
    test('are added with a title or without, and removed', async () => {
      await rosa.post(`/evidence/${id}/links`, { url: 'https://tickets.example/7', title: 'Ticket 7' });
      await rosa.post(`/evidence/${id}/links`, { url: 'http://wiki.example/crane' });
      const page = await rosa.html(`/evidence/${id}`);
      expect(page).toContain('<bdi>Ticket 7</bdi></a><span class="quiet"> <bdi>tickets.example</bdi></span>');
      expect(page).toContain('<bdi>http://wiki.example/crane</bdi>');
      await rosa.post(`/evidence/${id}/links/removal`, { place: '1' });
      expect(await rosa.html(`/evidence/${id}`)).not.toContain('Ticket 7');
    });

    test.each([
      'javascript:alert(1)',
      'data:text/html,x',
      '//x.example',
      'x.example',
      '',
      `https://${'x'.repeat(2001)}`,
    ])('are refused where they lead to no page: %#', async (url) => {
      const answer = await rosa.post(`/evidence/${id}/links`, { url, title: 'Kept' });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('value="Kept"');
    });
  });

  test('links that are added in the same moment are all kept', async () => {
    const urls = ['https://a.example/', 'https://b.example/', 'https://c.example/'];
    await Promise.all(urls.map((url) => rosa.post(`/evidence/${id}/links`, { url })));
    const page = await rosa.html(`/evidence/${id}`);
    for (const url of urls) expect(page).toContain(`href="${url}"`);
  });

  describe('whom it helped', () => {
    test('is somebody or a team of the directory, or others in words', async () => {
      for (const helped of ['amir haddad', 'Day watch', 'Three shops in Leith']) {
        await rosa.post(`/evidence/${id}/helped`, { helped });
      }
      const page = await rosa.html(`/evidence/${id}`);
      expect(page).toContain('<bdi>Amir Haddad</bdi>');
      expect(page).toContain('<bdi>Day watch</bdi><span class="quiet"> team</span>');
      expect(page).toContain('<bdi>Three shops in Leith</bdi>');
      expect(page).toContain('<option value="Amir Haddad">');
      await rosa.post(`/evidence/${id}/helped/removal`, { place: '2' });
      expect(await rosa.html(`/evidence/${id}`)).not.toContain('<bdi>Day watch</bdi>');
    });

    test('is no name of 10,000 characters', async () => {
      const helped = 'x'.repeat(10_000);
      const answer = await rosa.post(`/evidence/${id}/helped`, { helped });
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain('Shorten it to 300 characters');
      expect(page).toContain(helped);
    });
  });

  describe('files', () => {
    test('are known by their content, pictures are shown, and everything else is saved', async () => {
      await upload(
        new File([PNG], 'graph.exe', { type: 'application/x-msdownload' }),
        new File(['<script>alert(1)</script>'], 'page.html', { type: 'text/html' }),
      );
      expect((await stored()).map(({ name, type }) => [name, type])).toEqual([
        ['graph.exe', 'image/png'],
        ['page.html', 'text/plain; charset=utf-8'],
      ]);
      const [picture, text] = await stored();
      const page = await rosa.html(`/evidence/${id}`);
      expect(page).toContain(`<img src="/evidence/${id}/files/${picture?.id}"`);
      const shown = await rosa.get(`/evidence/${id}/files/${picture?.id}`);
      expect(new Uint8Array(await shown.arrayBuffer())).toEqual(PNG);
      expect(Object.fromEntries(shown.headers)).toMatchObject({
        'content-type': 'image/png',
        'content-disposition': expect.stringContaining('inline'),
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      });
      const saved = await rosa.get(`/evidence/${id}/files/${text?.id}`);
      expect(saved.headers.get('content-disposition')).toContain('attachment');
      expect(saved.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      await rosa.post(`/evidence/${id}/files/removal`, { file: picture?.id ?? '' });
      expect((await stored()).map(({ name }) => name)).toEqual(['page.html']);
    });

    test.each([
      [
        'a program',
        new File([new Uint8Array([0x4d, 0x5a, 0, 1])], 'run.png'),
        'is neither PNG, JPEG, PDF or plain text',
      ],
      ['one of 11 MB', new File([new Uint8Array(11 * MEGABYTE).fill(65)], 'log.txt'), 'is larger than 10 MB'],
      ['an empty one', new File([], 'empty.txt'), 'is empty'],
      [
        'a name of 10,000 characters',
        new File(['x'], `${'n'.repeat(9_996)}.txt`),
        'has a name of 10,000 characters',
      ],
    ])('are refused with what is wrong: %s', async (_, file, message) => {
      const answer = await upload(new File(['fine'], 'fine.txt'), file);
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain(message);
      expect(await stored()).toEqual([]);
    });

    test('of 50 MB are refused before they are read', async () => {
      const answer = await upload(new File([new Uint8Array(50 * MEGABYTE)], 'film.mp4'));
      expect(answer.status).toBe(413);
      expect(await answer.text()).toContain('This is larger than 30 MB.');
    });

    test('are read by those with whom the evidence is shared, and by nobody else', async () => {
      await upload(new File([PNG], 'graph.png'));
      const [file] = await stored();
      const path = `/evidence/${id}/files/${file?.id}`;
      const daniel = await world.as('lineManager');
      expect((await daniel.get(path)).status).toBe(404);
      await rosa.post(`/evidence/${id}/shares`);
      expect((await daniel.get(path)).status).toBe(200);
      expect((await eventsAbout(database(), 'engineer')).at(-1)).toEqual([
        'evidence-file.opened',
        `evidence-file:${file?.id}`,
        'lineManager',
      ]);
      for (const name of NOT_READERS) {
        const other = await world.as(name);
        expect([name, (await other.get(path)).status]).toEqual([name, 404]);
        expect([
          name,
          (await other.post(`/evidence/${id}/files/removal`, { file: file?.id ?? '' })).status,
        ]).toEqual([name, 404]);
      }
    });
  });
});
