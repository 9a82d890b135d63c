import { describe, expect, it } from 'vitest';
import { found, framework, guide } from './made.ts';

describe('a guide that texts send readers to', () => {
  const faq = guide(
    'This is in the “how to use the ladder” guide. Again: the “how to use the ladder” guide.',
  );

  it('is missed once', () => {
    const twice = framework([], {
      guides: [faq],
      summary: 'Before you start, review how to use this ladder.',
    });
    expect(found('referenced-guide-missing', twice)).toMatchObject([
      { severity: 'warning', quote: 'Before you start, review how to use this ladder.' },
    ]);
  });

  it('is missed when only a gap of the source tells', () => {
    const gap = {
      id: 'g',
      kind: 'missing guide' as const,
      quote: 'See the yellow book.',
      explanation: 'Not there.',
    };
    expect(found('referenced-guide-missing', framework([], { gaps: [gap] }))).toMatchObject([
      { quote: gap.quote },
    ]);
  });

  it('is there under its title or its kind', () => {
    const howTo = guide('Start at the bottom.', { id: 'how', title: 'Using it', kind: 'how-to-use' });
    expect(found('referenced-guide-missing', framework([], { guides: [faq, howTo] }))).toEqual([]);
    const titled = guide('Start at the bottom.', { id: 'how', title: 'How to use the ladder' });
    expect(found('referenced-guide-missing', framework([], { guides: [faq, titled] }))).toEqual([]);
  });
});

describe('links', () => {
  function inGuide(rule: string, body: string) {
    return found(
      rule,
      framework([{ id: 'a', level: 'pilot', name: 'Knots' }], { guides: [guide(body)] }),
    ).map(({ quote }) => quote);
  }

  it.each([
    '[tides]()',
    '[tides](www.example.org)',
    '[tides](https://example.org/two words)',
    '[tides](https:/example.org)',
    '[tides](javascript:alert1)',
    '[tides](https://exa mple.org)',
    '[tides](https://example.org/a',
  ])('that nobody can follow are found: %s', (link) => {
    expect(inGuide('malformed-link', `Read ${link}`)).toEqual([link]);
  });

  it.each([
    '[tides](https://example.org/a_(b))',
    '[tides](mailto:jo@example.org)',
    '[t](#a-row)',
    '[t](https://example.org "Title")',
  ])('that work are not: %s', (link) => {
    expect(inGuide('malformed-link', `Read ${link}.`)).toEqual([]);
    expect(inGuide('broken-internal-link', `Read ${link}.`)).toEqual([]);
  });

  it('of expectations and qualifications are looked at too', () => {
    const linked = framework(
      [{ id: 'a', level: 'pilot', name: 'Knots', links: [{ label: 'Knots', url: 'example' }] }],
      {
        roleProfiles: [
          {
            id: 'pilot-profile',
            title: 'Pilot',
            aliases: [],
            responsibilities: [],
            skills: [],
            qualifications: [{ name: 'Master’s ticket', url: '' }],
            sections: [],
            draft: false,
          },
        ],
      },
    );
    expect(found('broken-internal-link', linked)).toMatchObject([{ quote: 'example', entity: 'a' }]);
    expect(found('malformed-link', linked)).toMatchObject([
      { quote: 'Master’s ticket', entity: 'pilot-profile' },
    ]);
  });

  it.each([
    '[t](#nothing)',
    '[t](/frameworks/harbour/levels/captain)',
    '[t](/frameworks/harbour@1.0.0/levels/pilot#gone)',
    '[t](../guides/lost.md)',
    '[t](roles/cook)',
    '[t](cook.md)',
    '[t](pictures/boat.png)',
  ])('that lead nowhere in the framework are found: %s', (link) => {
    expect(inGuide('broken-internal-link', `Read ${link}.`)).toEqual([link]);
  });

  it.each([
    '[t](/frameworks/harbour/levels/pilot#a-row)',
    '[t](/frameworks/other/levels/captain)',
    '[t](../guides/handbook.md)',
    '[t](handbook.md#first)',
    '[t](/frameworks/harbour)',
    '[t](/frameworks)',
  ])('that lead into the framework are fine: %s', (link) => {
    expect(inGuide('broken-internal-link', `Read ${link}.`)).toEqual([]);
  });
});
