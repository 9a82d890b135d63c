import { policyInForce } from '../../../domain/policy.ts';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { valueInWords } from '../views/policy-in-words.ts';
import { deskAddress } from './addresses.ts';
import { DecidedBy } from './decided-by.tsx';
import type { Desk } from './desk.ts';
import { DeskFields, deskPage, OneButtonForm } from './desk-page.tsx';
import { AnotherValue } from './policy-value-form.tsx';
import { type Rule, type RuleState, rulesOf } from './rules.ts';
import { ScaleOrder } from './scale-order.tsx';

/** @param order the proficiencies as somebody is putting them, as ids; absent where nobody is */
export function policyPage(desk: Desk, order: readonly string[] | undefined): Page {
  const rules = rulesOf(desk.stored.draft);
  const part = (id: string, heading: string, about: string, states: readonly RuleState[]) => (
    <RuleSection
      desk={desk}
      id={id}
      heading={heading}
      about={about}
      rules={rules.filter(({ state }) => states.includes(state))}
    />
  );
  return deskPage(desk, 'policy', {
    heading: 'How the framework is used',
    children: (
      <>
        <p class="lede">
          These rules stand beside every answer. Confirm what is right, set another value where it is not, and
          leave open what nobody has decided.
        </p>
        {part(
          '_proposed',
          'Proposed by the source',
          'None of these is in force until somebody confirms it.',
          ['proposed'],
        )}
        {part('_defaults', 'Defaults, not said by the source', 'These hold because nobody said otherwise.', [
          'default',
        ])}
        {part('_open', 'Not said', 'There is no value, and none is made up.', ['open'])}
        {part('_settled', 'Said or confirmed', 'These are in force.', ['stated', 'confirmed'])}
        <ScaleOrder desk={desk} order={order} />
      </>
    ),
  });
}

function RuleSection(props: {
  desk: Desk;
  id: string;
  heading: string;
  about: string;
  rules: readonly Rule[];
}) {
  const { desk, id, heading, about, rules } = props;
  if (rules.length === 0) return null;
  return (
    <section class="part" aria-labelledby={id}>
      <h2 id={id}>
        {heading} ({rules.length})
      </h2>
      <p class="quiet">{about}</p>
      {rules.map((rule) => (
        <RuleBlock key={rule.key} desk={desk} rule={rule} />
      ))}
    </section>
  );
}

function RuleBlock({ desk, rule }: { desk: Desk; rule: Rule }) {
  const { key, term, state, confirmed } = rule;
  return (
    <section class="rule" id={`_rule-${key}`} aria-labelledby={`_term-${key}`}>
      <h3 id={`_term-${key}`}>{term}</h3>
      <InForce desk={desk} rule={rule} />
      {confirmed !== undefined && <DecidedBy decision={confirmed} />}
      {state === 'stated' && <p class="quiet">The framework itself says so.</p>}
      <Proposals desk={desk} rule={rule} />
      <div class="buttons">
        {state === 'default' && <ConfirmDefault desk={desk} rule={rule} />}
        {confirmed !== undefined && (
          <OneButtonForm
            desk={desk}
            action={deskAddress(desk.stored.id, 'policy', 'withdrawals')}
            fields={{ key }}
          >
            Take back<span class="visually-hidden">: {term}</span>
          </OneButtonForm>
        )}
        <AnotherValue desk={desk} rule={rule} />
      </div>
    </section>
  );
}

/** The value that holds now. Where the source proposes one, only what it proposes is shown. */
function InForce({ desk, rule: { key, state, value, confirmed } }: { desk: Desk; rule: Rule }) {
  if (state === 'proposed') return null;
  const policy = policyInForce(desk.stored.draft);
  return (
    <>
      <p dir="auto">
        {value === undefined ? (
          'The framework does not say.'
        ) : (
          <Phrase text={valueInWords(key, value, policy)} />
        )}
      </p>
      {confirmed?.quote !== undefined && <Quotation text={confirmed.quote} />}
    </>
  );
}

function Proposals({ desk, rule }: { desk: Desk; rule: Rule }) {
  if (rule.state !== 'proposed') return null;
  const { draft } = desk.stored;
  return (
    <>
      {rule.proposals.map((proposal) => (
        <div key={`${proposal.quote} ${JSON.stringify(proposal.value)}`} class="proposal">
          <p dir="auto">
            <Phrase text={valueInWords(rule.key, proposal.value, draft.policy)} />
          </p>
          <Quotation text={proposal.quote} />
          <form method="post" action={deskAddress(draft.id, 'policy', 'confirmations')}>
            <DeskFields desk={desk} />
            <input type="hidden" name="key" value={rule.key} />
            <input type="hidden" name="proposal" value={String(draft.proposals.indexOf(proposal))} />
            <p class="buttons">
              <button type="submit" class="button">
                Confirm<span class="visually-hidden">: {rule.term}</span>
              </button>
            </p>
          </form>
        </div>
      ))}
    </>
  );
}

function ConfirmDefault({ desk, rule }: { desk: Desk; rule: Rule }) {
  return (
    <form method="post" action={deskAddress(desk.stored.id, 'policy', 'confirmations')}>
      <DeskFields desk={desk} />
      <input type="hidden" name="key" value={rule.key} />
      <input type="hidden" name="default" value="yes" />
      <button type="submit" class="button second">
        Confirm the default<span class="visually-hidden">: {rule.term}</span>
      </button>
    </form>
  );
}

function Quotation({ text }: { text: string }) {
  return (
    <blockquote dir="auto" class="quiet plain-text">
      <Phrase text={text} />
    </blockquote>
  );
}
