import { FILTER_LIST_SCRIPT, FilterList } from '../../../web/filter-list.tsx';
import type { Page } from '../../../web/page.ts';
import type { Viewer } from '../../../web/session.ts';
import { TALKS, TEAM } from '../views/addresses.ts';
import type { DoneWord } from '../views/done.ts';
import { planPage } from '../views/shell.tsx';
import type { Report } from './queries.ts';
import { ReportEntry } from './report-entry.tsx';
import { TeamSide } from './side.tsx';

/** By name, or by when the next talk is. Nothing else puts people in an order. */
export type TeamOrder = 'name' | 'date';

/** A list of fewer is seen at a glance. */
const WORTH_FILTERING = 8;

/** Everybody who reports to the viewer. */
export function teamPage(props: {
  reports: readonly Report[];
  order: TeamOrder;
  viewer: Viewer;
  timeZone: string | null;
  today: string;
  /** Whether talks can be planned here. */
  plans: boolean;
  done: DoneWord | undefined;
}): Page {
  const { reports, order, viewer, timeZone, today, plans, done } = props;
  return planPage({
    title: 'Your reports',
    section: 'team',
    left: <TeamSide viewer={viewer} current={TEAM} />,
    done,
    scripts: [FILTER_LIST_SCRIPT],
    main: (
      <>
        <h1>Your reports</h1>
        <p class="lede">
          Who reports to you, or to somebody for whom you stand in: when you talk next, what is open between
          you.
        </p>
        <Orders order={order} />
        {reports.length >= WORTH_FILTERING && <FilterList list="_reports" label="Filter the people" />}
        <ul id="_reports" class="plan-list reports">
          {inOrder(reports, order).map((report) => (
            <ReportEntry key={report.id} report={report} viewer={viewer} timeZone={timeZone} today={today} />
          ))}
        </ul>
      </>
    ),
    right: (
      <aside class="right" aria-label="What you can do here">
        <ul class="actions">
          {plans && (
            <li>
              <a href={TALKS}>Plan talks with all of them</a>
            </li>
          )}
          <li>
            <a href="/you/deputies">Name a deputy</a>
          </li>
        </ul>
      </aside>
    ),
  });
}

function Orders({ order }: { order: TeamOrder }) {
  const link = (one: TeamOrder, label: string) =>
    one === order ? (
      <strong aria-current="true">{label}</strong>
    ) : (
      <a href={`${TEAM}?order=${one}`}>{label}</a>
    );
  return (
    <p class="quiet plan-orders">
      In the order of {link('name', 'names')} or {link('date', 'dates of the next talk')}
    </p>
  );
}

/** Talks with a date first, then what is due, then the rest; each by name where the day is the same. */
function inOrder(reports: readonly Report[], order: TeamOrder): readonly Report[] {
  if (order === 'name') return reports;
  const dateOf = ({ talk, dueOn }: Report) => talk?.startsAt ?? dueOn ?? '9999';
  return reports.toSorted((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0));
}
