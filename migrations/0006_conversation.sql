-- The progression conversation. Until both views are submitted neither side can read the other's, whatever asks: the
-- policies below are what holds that, and the pages only follow.

create table conversation (
  id uuid not null,
  person_id uuid not null references person (id) on delete cascade,
  -- Who holds it on the manager's side, in their own name: the line manager, or a deputy in their place.
  manager_id uuid references person (id) on delete set null,
  in_place_of uuid references person (id) on delete set null,
  started_by uuid not null,
  started_at timestamptz not null,
  -- Frozen: what it is about, in the wording of this release.
  framework_id text not null,
  release_version text not null,
  level_id text not null,
  -- Moves with every change of the record, so that the other side's page knows.
  touched_at timestamptz not null,
  primary key (id),
  foreign key (framework_id, release_version) references release (framework_id, version),
  constraint conversation_has_two_sides check (person_id <> manager_id)
);

create index conversations_of on conversation (person_id, started_at desc);
create index conversations_with on conversation (manager_id, started_at desc);

-- The expectations that are talked about, in the framework's own order.
create table conversation_row (
  conversation_id uuid not null references conversation (id) on delete cascade,
  expectation_id text not null,
  place integer not null,
  primary key (conversation_id, expectation_id)
);

-- When the talk is. The newest row holds; each is another version of the calendar entry.
create table conversation_date (
  conversation_id uuid not null references conversation (id) on delete cascade,
  sequence integer not null,
  starts_at timestamptz not null,
  minutes integer not null,
  place text,
  cancelled boolean not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (conversation_id, sequence),
  constraint conversation_date_minutes check (minutes between 5 and 480)
);

-- One answer of one side to one expectation, or to one point of it.
create table view_answer (
  conversation_id uuid not null references conversation (id) on delete cascade,
  -- `person` or `manager`.
  side text not null,
  expectation_id text not null,
  -- Empty: the whole of it.
  point_id text not null default '',
  -- Once more beside the conversation, so that the policy reads one row. The author may be erased, the view stays.
  person_id uuid not null references person (id) on delete cascade,
  author_id uuid references person (id) on delete set null,
  stance text,
  note text not null default '',
  -- Counts changes, so that of two tabs neither overwrites the other unseen.
  version integer not null,
  changed_at timestamptz not null,
  primary key (conversation_id, side, expectation_id, point_id),
  constraint view_answer_side check (side in ('person', 'manager')),
  constraint view_answer_stance check (stance in ('consistently', 'sometimes', 'not yet', 'no opportunity yet')),
  constraint view_answer_note check (length(note) <= 20000)
);

create index view_answers_by on view_answer (author_id);

-- An earlier level's expectation that one side wants to talk about. Part of that side's view until the reveal.
create table view_raise (
  conversation_id uuid not null references conversation (id) on delete cascade,
  side text not null,
  expectation_id text not null,
  person_id uuid not null references person (id) on delete cascade,
  author_id uuid references person (id) on delete set null,
  why text not null,
  raised_at timestamptz not null,
  primary key (conversation_id, side, expectation_id),
  constraint view_raise_side check (side in ('person', 'manager'))
);

-- That a side has submitted, which both sides see.
create table view_submission (
  conversation_id uuid not null references conversation (id) on delete cascade,
  side text not null,
  submitted_at timestamptz not null,
  taken_back_at timestamptz,
  primary key (conversation_id, side, submitted_at),
  constraint view_submission_side check (side in ('person', 'manager'))
);

create unique index view_submitted_now on view_submission (conversation_id, side) where taken_back_at is null;

-- Both views at once, as one row: there is no half of it.
create table reveal (
  conversation_id uuid not null references conversation (id) on delete cascade,
  revealed_at timestamptz not null,
  primary key (conversation_id)
);

-- The evidence that a view leaned on, as it was.
create table conversation_evidence (
  conversation_id uuid not null references conversation (id) on delete cascade,
  -- Opaque: the piece itself may be edited or removed.
  evidence_id uuid not null,
  expectation_id text not null,
  point_id text not null default '',
  person_id uuid not null references person (id) on delete cascade,
  text text not null,
  happened_on date not null,
  -- Whom it helped, in words.
  helped text,
  primary key (conversation_id, evidence_id, expectation_id, point_id)
);

create index conversation_evidence_used on conversation_evidence (evidence_id);

-- What is agreed, while it is written.
create table agreed_row (
  conversation_id uuid not null references conversation (id) on delete cascade,
  edition integer not null,
  expectation_id text not null,
  person_id uuid not null references person (id) on delete cascade,
  outcome text,
  sentence text not null default '',
  -- Why each sees it as they do, where they see it differently.
  person_reason text not null default '',
  manager_reason text not null default '',
  version integer not null,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (conversation_id, edition, expectation_id),
  constraint agreed_row_outcome check (
    outcome in ('consistently', 'sometimes', 'not yet', 'no opportunity yet', 'we see this differently')
  )
);

create table signature (
  conversation_id uuid not null references conversation (id) on delete cascade,
  edition integer not null,
  side text not null,
  person_id uuid references person (id) on delete set null,
  -- A deputy signs in their own name, and it says for whom.
  in_place_of uuid references person (id) on delete set null,
  signed_at timestamptz not null,
  primary key (conversation_id, edition, side),
  constraint signature_side check (side in ('person', 'manager'))
);

-- What both signed, for good: rows, wording, views, evidence and actions as they were.
create table agreed_record (
  conversation_id uuid not null references conversation (id) on delete cascade,
  edition integer not null,
  person_id uuid not null references person (id) on delete cascade,
  -- Who signed on the manager's side.
  manager_id uuid references person (id) on delete set null,
  -- JSON kept as text, to the letter.
  document text not null,
  digest text not null,
  agreed_at timestamptz not null,
  primary key (conversation_id, edition)
);

create index agreed_records_of on agreed_record (person_id, agreed_at desc);

create function refuse_rewriting() returns trigger
  language plpgsql
as $$
begin
  -- Erasing whoever signed takes their id out and changes nothing else.
  if new.document is distinct from old.document or new.digest is distinct from old.digest
    or new.agreed_at is distinct from old.agreed_at or new.person_id is distinct from old.person_id then
    raise exception 'an agreed record stays as it was signed' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;

create trigger agreed_record_stays
  before update on agreed_record
  for each row execute function refuse_rewriting();

-- One asks with a reason, the other answers; the edition before stays.
create table reopening (
  conversation_id uuid not null references conversation (id) on delete cascade,
  edition integer not null,
  asked_side text not null,
  asked_by uuid not null,
  reason text not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  agreed boolean,
  primary key (conversation_id, edition, asked_at)
);

create table conversation_end (
  conversation_id uuid not null references conversation (id) on delete cascade,
  ended_at timestamptz not null,
  -- Absent where it ended by itself.
  ended_by uuid,
  reason text not null,
  -- When mail told both sides of it, where it ended by itself.
  told_at timestamptz,
  primary key (conversation_id),
  constraint conversation_end_reason check (
    reason in ('ended by one side', 'the manager changed', 'somebody left')
  )
);

-- What a colleague is asked to say, by name, about named expectations. The person knows who was asked and what.
create table feedback_request (
  id uuid not null,
  conversation_id uuid not null references conversation (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  asked_by uuid not null,
  colleague_id uuid references person (id) on delete set null,
  expectation_ids text[] not null,
  question text,
  -- Of the link in the mail.
  digest text not null,
  asked_at timestamptz not null,
  until date not null,
  answered_at timestamptz,
  declined_at timestamptz,
  -- With a sentence or without one. Both sides read it.
  declined_because text,
  -- By whoever asked. It stays for the person to see, and counts among what the colleague was asked.
  withdrawn_at timestamptz,
  primary key (id),
  constraint feedback_request_over_once check (num_nonnulls(answered_at, declined_at, withdrawn_at) <= 1)
);

create unique index feedback_request_digest on feedback_request (digest);
create index feedback_requests_in on feedback_request (conversation_id);
create index feedback_requests_to on feedback_request (colleague_id, asked_at);

create table feedback (
  request_id uuid not null references feedback_request (id) on delete cascade,
  expectation_id text not null,
  person_id uuid not null references person (id) on delete cascade,
  -- What they saw; null: "I have not seen this", which is a good answer.
  text text,
  primary key (request_id, expectation_id)
);

-- Who is what to the viewer, in conversations ---------------------------------------------------------------------

-- The conversations in which the viewer has a side, and which. The manager's is theirs for as long as the person reports
-- to them; whoever stands in for them that day may take it in their own name, and they may take over a deputy's.
create function my_sides() returns table (talk_id uuid, side text)
  language sql stable security definer set search_path from current
as $$
  select id, case viewer() when person_id then 'person' else 'manager' end
  from conversation
  where person_id = viewer()
    or (
      person_id in (select people_i_manage())
      and (
        viewer() in (manager_id, in_place_of)
        or exists (
          select from deputy
          where deputy.deputy_id = viewer()
            and deputy.manager_id in (conversation.manager_id, conversation.in_place_of)
            and deputy.ended_at is null
            and current_date between deputy.first_day and deputy.last_day
        )
      )
    )
$$;

-- The viewer's side of the talk and of what is signed after it: `person`, `manager`, or null.
create function my_side_of_the_talk(talk uuid) returns text
  language sql stable security definer set search_path from current
as $$
  select side from my_sides() where talk_id = talk
$$;

-- The viewer's side while views are prepared. Nobody stands in there: a view is its author's.
create function my_side(talk uuid) returns text
  language sql stable security definer set search_path from current
as $$
  select side
  from my_sides()
  join conversation on conversation.id = talk_id
  where talk_id = talk and viewer() in (person_id, manager_id)
$$;

create function is_revealed(talk uuid) returns boolean
  language sql stable security definer set search_path from current
as $$
  select exists (select from reveal where conversation_id = talk)
$$;

create function is_ended(talk uuid) returns boolean
  language sql stable security definer set search_path from current
as $$
  select exists (select from conversation_end where conversation_id = talk)
$$;

create function is_submitted(talk uuid, whose text) returns boolean
  language sql stable security definer set search_path from current
as $$
  select exists (
    select from view_submission
    where conversation_id = talk and side = whose and taken_back_at is null
  )
$$;

-- Whether the viewer may change their own view: it is theirs, and neither submitted, revealed nor ended.
create function may_answer(talk uuid, whose text) returns boolean
  language sql stable security definer set search_path from current
as $$
  select my_side(talk) = whose and not is_submitted(talk, whose) and not is_revealed(talk) and not is_ended(talk)
$$;

-- Whether a view of somebody is being prepared on the manager's side, by the viewer or by whom they stand in for. Until it
-- is in, what was agreed earlier is not there for them: people anchor on last year's answer.
create function am_preparing_about(person uuid) returns boolean
  language sql stable security definer set search_path from current
as $$
  select exists (
    select from conversation
    where conversation.person_id = person
      and person <> viewer()
      and conversation.manager_id in (
        select viewer()
        union all
        select deputy.manager_id
        from deputy
        where deputy.deputy_id = viewer()
          and deputy.ended_at is null
          and current_date between deputy.first_day and deputy.last_day
      )
      and not is_revealed(conversation.id)
      and not is_ended(conversation.id)
      and not is_submitted(conversation.id, 'manager')
  )
$$;

-- The talks whose views the viewer may read: revealed, theirs, and not while they prepare to see the person anew. Asked
-- once a query, whatever the number of rows.
create function talks_i_may_read() returns setof uuid
  language sql stable security definer set search_path from current
as $$
  select talk_id
  from my_sides()
  join reveal on reveal.conversation_id = talk_id
  join conversation on conversation.id = talk_id
  where not am_preparing_about(conversation.person_id)
$$;

-- Which edition of the record is being written, or was agreed last.
create function edition_now(talk uuid) returns integer
  language sql stable security definer set search_path from current
as $$
  select 1 + count(*)::integer from reopening where conversation_id = talk and agreed
$$;

create function is_signed(talk uuid, of_edition integer) returns boolean
  language sql stable security definer set search_path from current
as $$
  select exists (select from signature where conversation_id = talk and edition = of_edition)
$$;

create function is_agreed(talk uuid, of_edition integer) returns boolean
  language sql stable security definer set search_path from current
as $$
  select exists (select from agreed_record where conversation_id = talk and edition = of_edition)
$$;

-- Whether it is too late for anybody's feedback: the conversation has ended, or what was agreed is kept for good.
create function is_feedback_over(talk uuid) returns boolean
  language sql stable security definer set search_path from current
as $$
  select is_ended(talk) or is_agreed(talk, edition_now(talk))
$$;

-- Two people act at once, and a policy looks at the moment before it waited. So whoever changes where a conversation
-- stands first waits for whoever else does, and looks again. The owner, who has no viewer, restores what was.
create function take_turns() returns trigger
  language plpgsql security definer set search_path from current
as $$
declare
  talk uuid := coalesce(new.conversation_id, old.conversation_id);
  -- Not every table has editions.
  its_edition integer := to_jsonb(coalesce(new, old)) ->> 'edition';
  refused boolean := false;
begin
  perform from conversation where id = talk for update;
  -- Not found: it is being erased, and this row with it.
  if found and viewer() is not null then
    refused := case tg_table_name
      when 'view_submission' then is_revealed(talk) or is_ended(talk)
      when 'reveal' then not (is_submitted(talk, 'person') and is_submitted(talk, 'manager')) or is_ended(talk)
      when 'agreed_row' then is_signed(talk, its_edition) or is_ended(talk)
      when 'signature' then is_agreed(talk, its_edition) or is_ended(talk)
      when 'agreed_record' then (
        select count(*) <> 2 from signature where conversation_id = talk and edition = its_edition
      )
      when 'conversation_end' then is_agreed(talk, edition_now(talk))
      when 'feedback_request' then is_feedback_over(talk)
      else false
    end;
  end if;
  if refused then
    raise insufficient_privilege using message = 'somebody else was quicker';
  end if;
  return coalesce(new, old);
end
$$;

-- The same for a view, which changes until it is submitted and never after. Its two sides do not wait for each other.
create function wait_for_submission() returns trigger
  language plpgsql security definer set search_path from current
as $$
begin
  perform from conversation where id = new.conversation_id for share;
  if viewer() is not null and not may_answer(new.conversation_id, new.side) then
    raise insufficient_privilege using message = 'this view is submitted';
  end if;
  return new;
end
$$;

create trigger takes_turns
  before insert or update of taken_back_at on view_submission
  for each row execute function take_turns();
create trigger takes_turns before insert on reveal for each row execute function take_turns();
create trigger takes_turns
  before insert or update of outcome, sentence, person_reason, manager_reason on agreed_row
  for each row execute function take_turns();
create trigger takes_turns before insert or delete on signature for each row execute function take_turns();
create trigger takes_turns before insert on agreed_record for each row execute function take_turns();
create trigger takes_turns
  before insert or update of answered_at on reopening
  for each row execute function take_turns();
create trigger takes_turns
  before insert or update of answered_at on feedback_request
  for each row execute function take_turns();
create trigger takes_turns before insert on conversation_end for each row execute function take_turns();
create trigger waits_for_submission
  before insert or update of stance, note on view_answer
  for each row execute function wait_for_submission();
create trigger waits_for_submission
  before insert or update of why on view_raise
  for each row execute function wait_for_submission();

-- Where a conversation stands, as far as the viewer may know it: with their own rights, so that the policies below hold.
-- Every page about one asks for it, so it is planned once a connection and not once a page.
create function standing_of(talk uuid) returns json
  language plpgsql stable set search_path from current
as $$
begin
  return (
    select json_build_object(
      'submitted', (
        select json_object_agg(side, submitted_at)
        from view_submission
        where conversation_id = talk and taken_back_at is null
      ),
      'revealedAt', (select revealed_at from reveal where conversation_id = talk),
      'edition', greatest(
        1 + (select count(*) from reopening where conversation_id = talk and agreed),
        (select max(edition) from signature where conversation_id = talk)
      ),
      'signatures', (
        select json_agg(json_build_object('edition', edition, 'side', side, 'at', signed_at))
        from signature
        where conversation_id = talk
      ),
      'reopening', (
        select json_build_object('by', asked_side, 'reason', reason, 'at', asked_at)
        from reopening
        where conversation_id = talk and answered_at is null
        limit 1
      ),
      'ended', (
        select json_build_object('at', ended_at, 'reason', reason)
        from conversation_end
        where conversation_id = talk
      ),
      'date', (
        select json_build_object(
          'sequence', sequence, 'startsAt', starts_at, 'minutes', minutes, 'place', place, 'cancelled', cancelled
        )
        from conversation_date
        where conversation_id = talk
        order by sequence desc
        limit 1
      ),
      'expectations', (
        select coalesce(json_agg(expectation_id order by place), '[]')
        from conversation_row
        where conversation_id = talk
      ),
      'mySide', my_side(talk),
      'talkSide', my_side_of_the_talk(talk)
    )
  );
end
$$;

-- Since when a person is in their current role.
create function in_role_since(person uuid) returns date
  language sql stable security definer set search_path from current
as $$
  select since
  from level_held
  where person_id = person
    and until is null
    and (person_id = viewer() or person_id in (select people_i_manage()))
$$;

-- Ends what is under way where the manager changes or somebody leaves. What was not revealed goes to nobody: the draft of
-- the manager's side is removed, the person's own view stays theirs.
create function end_conversations(talks uuid[], why text, at timestamptz) returns void
  language plpgsql security definer set search_path from current
as $$
declare
  talk uuid;
begin
  foreach talk in array talks loop
    -- A record that was reopened and not agreed again stays as it was agreed before.
    continue when is_ended(talk) or is_agreed(talk, edition_now(talk));
    insert into conversation_end (conversation_id, ended_at, ended_by, reason) values (talk, at, null, why);
    if not is_revealed(talk) then
      delete from view_answer where conversation_id = talk and side = 'manager';
      delete from view_raise where conversation_id = talk and side = 'manager';
    end if;
    insert into event (id, at, actor, verb, subject, kind, about)
    select gen_random_uuid(), at, coalesce(viewer()::text, 'cairn'), 'conversation.ended', 'conversation:' || talk, 'record',
      conversation.person_id
    from conversation where conversation.id = talk;
  end loop;
end
$$;

create function end_conversations_of_old_line() returns trigger
  language plpgsql security definer set search_path from current
as $$
begin
  perform end_conversations(
    array(
      select id from conversation
      where person_id = new.person_id
        and manager_id is distinct from new.manager_id
        and in_place_of is distinct from new.manager_id
    ),
    'the manager changed',
    new.since
  );
  return null;
end
$$;

create trigger reporting_line_moved
  after insert on reporting_line
  for each row when (new.until is null) execute function end_conversations_of_old_line();

create function end_conversations_of_leaver() returns trigger
  language plpgsql security definer set search_path from current
as $$
begin
  perform end_conversations(
    array(select id from conversation where new.id in (person_id, manager_id)),
    'somebody left',
    now()
  );
  return null;
end
$$;

create trigger person_left
  after update of left_on on person
  for each row when (old.left_on is null and new.left_on is not null) execute function end_conversations_of_leaver();

-- Of which conversations that ended by themselves nobody has been told yet: who is to be told, and what became of what
-- they wrote. Never what they wrote. Each is handed out once.
create function ends_to_tell(at timestamptz)
  returns table (
    conversation_id uuid, framework_id text, release_version text, level_id text, reason text, revealed boolean,
    person_id uuid, person_name text, person_email text, manager_id uuid, manager_name text, manager_email text,
    still_here boolean, started_by uuid, starts_at timestamptz, minutes integer, sequence integer
  )
  language sql security definer set search_path from current
as $$
  with told as (
    update conversation_end
    set told_at = at
    where told_at is null and ended_by is null
    returning conversation_end.conversation_id, conversation_end.reason
  )
  select
    told.conversation_id,
    conversation.framework_id,
    conversation.release_version,
    conversation.level_id,
    told.reason,
    is_revealed(told.conversation_id),
    person.id,
    person.name,
    person.email,
    manager.id,
    manager.name,
    manager.email,
    person.left_on is null,
    conversation.started_by,
    latest.starts_at,
    latest.minutes,
    latest.sequence
  from told
  join conversation on conversation.id = told.conversation_id
  join person on person.id = conversation.person_id
  left join person manager on manager.id = conversation.manager_id and manager.left_on is null
  left join lateral (
    select conversation_date.starts_at, conversation_date.minutes, conversation_date.sequence
    from conversation_date
    where conversation_date.conversation_id = told.conversation_id
      and not conversation_date.cancelled
      and conversation_date.starts_at > at
      and not exists (
        select from conversation_date later
        where later.conversation_id = told.conversation_id and later.sequence > conversation_date.sequence
      )
  ) latest on true
$$;

-- They go past who looks: one is for background work alone, the other for the triggers above.
revoke execute on function ends_to_tell(timestamptz) from public;
revoke execute on function end_conversations(uuid[], text, timestamptz) from public;
grant execute on function ends_to_tell(timestamptz) to role_job;

-- Whose link for feedback it is.
create function feedback_of_link(link_digest text) returns table (request_id uuid, asked_id uuid)
  language sql stable security definer set search_path from current
as $$
  select id, colleague_id from feedback_request where digest = link_digest
$$;

-- How often somebody is asked in a quarter at the most, as the organisation set it.
create function feedback_limit() returns integer
  language sql stable security definer set search_path from current
as $$
  select coalesce(
    (select value::integer from setting where key = 'feedback-limit' and value ~ '^[1-9][0-9]?$'),
    4
  )
$$;

-- Whether somebody may be asked once more in the quarter of a moment. Never who asked them, or how often. Two who ask them
-- at once wait for each other.
create function may_be_asked_for_feedback(colleague uuid, at timestamptz) returns boolean
  language plpgsql security definer set search_path from current
as $$
begin
  perform from person where id = colleague for no key update;
  return (
    select count(*) < feedback_limit()
    from feedback_request
    where colleague_id = colleague
      and date_trunc('quarter', asked_at at time zone 'UTC') = date_trunc('quarter', at at time zone 'UTC')
  );
end
$$;

-- What the viewer is asked: about whom, by whom and in which wording. Nothing else of the conversation.
create function feedback_asked_of_me()
  returns table (
    request_id uuid, about_id uuid, about_name text, asker_name text, manager_name text, framework_id text,
    release_version text, is_over boolean
  )
  language sql stable security definer set search_path from current
as $$
  select
    request.id,
    person.id,
    person.name,
    asker.name,
    manager.name,
    conversation.framework_id,
    conversation.release_version,
    is_feedback_over(conversation.id)
  from feedback_request request
  join conversation on conversation.id = request.conversation_id
  join person on person.id = request.person_id
  left join person asker on asker.id = request.asked_by
  left join person manager on manager.id = conversation.manager_id
  where request.colleague_id = viewer()
$$;

-- When somebody's last talk was, for themselves and their line manager. A talk counts once its views were revealed.
create function last_talk_of(person uuid) returns timestamptz
  language sql stable security definer set search_path from current
as $$
  select max(revealed_at)
  from reveal
  join conversation on conversation.id = reveal.conversation_id
  where conversation.person_id = person
    and (person = viewer() or person in (select people_i_manage()))
$$;

select protect(protected::regclass)
from unnest(array[
  'conversation', 'conversation_row', 'conversation_date', 'view_answer', 'view_raise', 'view_submission', 'reveal',
  'conversation_evidence', 'agreed_row', 'signature', 'agreed_record', 'reopening', 'conversation_end',
  'feedback_request', 'feedback'
]) as protected;

-- That there is one, about which level and when: both sides, and the line manager of today.
grant select, insert on conversation to role_app;
grant update (touched_at) on conversation to role_app;
create policy reads on conversation for select to role_app
  using (person_id = viewer() or manager_id = viewer() or person_id in (select people_i_manage()));
create policy starts on conversation for insert to role_app
  with check (
    started_by = viewer()
    and (
      (
        manager_id = viewer()
        and person_id in (select people_i_manage())
        and viewer() is distinct from in_place_of
        and coalesce(in_place_of, viewer()) in (
          select line.manager_id
          from reporting_line line
          where line.person_id = conversation.person_id and line.until is null
        )
      )
      or (
        person_id = viewer()
        and in_place_of is null
        and manager_id in (
          select line.manager_id from reporting_line line where line.person_id = viewer() and line.until is null
        )
      )
    )
  );
create policy moves on conversation for update to role_app
  using (my_side_of_the_talk(id) is not null);

grant select, insert on conversation_row to role_app;
create policy reads on conversation_row for select to role_app
  using (exists (select from conversation where conversation.id = conversation_id));
create policy chooses on conversation_row for insert to role_app
  with check (my_side(conversation_id) is not null and not is_revealed(conversation_id));

grant select, insert on conversation_date to role_app;
create policy reads on conversation_date for select to role_app
  using (exists (select from conversation where conversation.id = conversation_id));
create policy sets on conversation_date for insert to role_app
  with check (set_by = viewer() and my_side_of_the_talk(conversation_id) is not null);

-- One's own view; the other's only once both are revealed, and an earlier talk's not while preparing the next.
grant select, insert, update, delete on view_answer, view_raise to role_app;
create policy reads on view_answer for select to role_app
  using (
    (author_id = viewer() and not is_revealed(conversation_id))
    or conversation_id in (select talks_i_may_read())
  );
create policy answers on view_answer for insert to role_app
  with check (author_id = viewer() and may_answer(conversation_id, side));
create policy changes on view_answer for update to role_app
  using (author_id = viewer() and may_answer(conversation_id, side));
create policy empties on view_answer for delete to role_app
  using (author_id = viewer() and may_answer(conversation_id, side));
create policy reads on view_raise for select to role_app
  using (
    (author_id = viewer() and not is_revealed(conversation_id))
    or conversation_id in (select talks_i_may_read())
  );
create policy raises on view_raise for insert to role_app
  with check (author_id = viewer() and may_answer(conversation_id, side));
create policy changes on view_raise for update to role_app
  using (author_id = viewer() and may_answer(conversation_id, side));
create policy lets_go on view_raise for delete to role_app
  using (author_id = viewer() and may_answer(conversation_id, side));

grant select, insert on view_submission to role_app;
grant update (taken_back_at) on view_submission to role_app;
create policy reads on view_submission for select to role_app
  using (my_side_of_the_talk(conversation_id) is not null);
create policy submits on view_submission for insert to role_app
  with check (may_answer(conversation_id, side));
create policy takes_back on view_submission for update to role_app
  using (
    my_side(conversation_id) = side and not is_revealed(conversation_id) and not is_ended(conversation_id)
  );

-- Never one without the other.
grant select, insert on reveal to role_app;
create policy reads on reveal for select to role_app
  using (exists (select from conversation where conversation.id = conversation_id));
create policy reveals on reveal for insert to role_app
  with check (
    my_side(conversation_id) is not null
    and is_submitted(conversation_id, 'person')
    and is_submitted(conversation_id, 'manager')
    and not is_ended(conversation_id)
  );

-- The person's own until the reveal.
grant select, insert, delete on conversation_evidence to role_app;
create policy reads on conversation_evidence for select to role_app
  using (
    person_id = viewer() or conversation_id in (select talks_i_may_read())
  );
create policy leans on conversation_evidence for insert to role_app
  with check (person_id = viewer() and my_side(conversation_id) = 'person' and not is_revealed(conversation_id));
create policy lets_go on conversation_evidence for delete to role_app
  using (person_id = viewer() and not is_revealed(conversation_id));

grant select, insert, update on agreed_row to role_app;
create policy reads on agreed_row for select to role_app
  using (conversation_id in (select talks_i_may_read()));
create policy writes on agreed_row for insert to role_app
  with check (
    my_side_of_the_talk(conversation_id) is not null
    and is_revealed(conversation_id)
    and not is_ended(conversation_id)
    and edition = edition_now(conversation_id)
    and not is_signed(conversation_id, edition)
  );
create policy changes on agreed_row for update to role_app
  using (
    my_side_of_the_talk(conversation_id) is not null
    and not is_ended(conversation_id)
    and edition = edition_now(conversation_id)
    and not is_signed(conversation_id, edition)
  );

grant select, insert, delete on signature to role_app;
create policy reads on signature for select to role_app
  using (exists (select from conversation where conversation.id = conversation_id));
create policy signs on signature for insert to role_app
  with check (
    person_id = viewer()
    and my_side_of_the_talk(conversation_id) = side
    and is_revealed(conversation_id)
    and not is_ended(conversation_id)
    and edition = edition_now(conversation_id)
  );
create policy withdraws on signature for delete to role_app
  using (person_id = viewer() and not is_agreed(conversation_id, edition));

-- The person; whoever signed it; the line manager of today where it is of the person's current role. Nobody who is just
-- preparing to see the person anew.
grant select, insert on agreed_record to role_app;
create policy reads on agreed_record for select to role_app
  using (
    person_id = viewer()
    or (
      (
        manager_id = viewer()
        or (
          person_id in (select people_i_manage())
          and (in_role_since(person_id) is null or agreed_at >= in_role_since(person_id))
        )
      )
      and not am_preparing_about(person_id)
    )
  );
create policy agrees on agreed_record for insert to role_app
  with check (
    my_side_of_the_talk(conversation_id) is not null
    and is_revealed(conversation_id)
    and edition = edition_now(conversation_id)
    and (
      select count(*)
      from signature
      where signature.conversation_id = agreed_record.conversation_id and signature.edition = agreed_record.edition
    ) = 2
  );

grant select, insert on reopening to role_app;
grant update (answered_at, agreed) on reopening to role_app;
create policy reads on reopening for select to role_app
  using (my_side_of_the_talk(conversation_id) is not null);
create policy asks on reopening for insert to role_app
  with check (
    asked_by = viewer()
    and my_side_of_the_talk(conversation_id) = asked_side
    and edition = edition_now(conversation_id)
    and is_agreed(conversation_id, edition)
    and answered_at is null
  );
create policy answers on reopening for update to role_app
  using (answered_at is null and my_side_of_the_talk(conversation_id) <> asked_side)
  with check (answered_at is not null and my_side_of_the_talk(conversation_id) <> asked_side);

grant select (conversation_id, ended_at, ended_by, reason), insert (conversation_id, ended_at, ended_by, reason)
  on conversation_end to role_app;
create policy reads on conversation_end for select to role_app
  using (exists (select from conversation where conversation.id = conversation_id));
create policy ends on conversation_end for insert to role_app
  with check (
    ended_by = viewer()
    and reason = 'ended by one side'
    and my_side_of_the_talk(conversation_id) is not null
    and not is_agreed(conversation_id, edition_now(conversation_id))
  );

-- Who was asked what: the person, the manager's side, and whoever is asked. Not the digest of the link.
grant
  select (
    id, conversation_id, person_id, asked_by, colleague_id, expectation_ids, question, asked_at, until, answered_at,
    declined_at, declined_because, withdrawn_at
  ),
  insert
  on feedback_request to role_app;
grant update (answered_at, declined_at, declined_because, withdrawn_at) on feedback_request to role_app;
create policy reads on feedback_request for select to role_app
  using (my_side_of_the_talk(conversation_id) is not null or colleague_id = viewer());
create policy asks on feedback_request for insert to role_app
  with check (
    asked_by = viewer()
    and my_side(conversation_id) is not null
    and not is_revealed(conversation_id)
    and num_nonnulls(answered_at, declined_at, withdrawn_at) = 0
    and colleague_id is not null
    and exists (
      select from conversation
      where conversation.id = conversation_id and conversation.person_id = feedback_request.person_id
    )
    and not exists (
      select from conversation
      where conversation.id = conversation_id
        and colleague_id in (conversation.person_id, conversation.manager_id, conversation.in_place_of)
    )
    and may_be_asked_for_feedback(colleague_id, asked_at)
  );
create policy answers on feedback_request for update to role_app
  using (colleague_id = viewer() and num_nonnulls(answered_at, declined_at, withdrawn_at) = 0)
  with check (
    colleague_id = viewer()
    and withdrawn_at is null
    and (coalesce(answered_at, declined_at) at time zone 'UTC')::date <= until
  );
create policy withdraws on feedback_request for update to role_app
  using (asked_by = viewer() and num_nonnulls(answered_at, declined_at, withdrawn_at) = 0)
  with check (asked_by = viewer() and withdrawn_at is not null);

-- What was said: its author, and both sides after the reveal.
grant select, insert on feedback to role_app;
create policy reads on feedback for select to role_app
  using (
    exists (
      select from feedback_request request
      where request.id = request_id
        and (
          request.colleague_id = viewer()
          or (
            is_revealed(request.conversation_id)
            and my_side_of_the_talk(request.conversation_id) is not null
            and not am_preparing_about(request.person_id)
          )
        )
    )
  );
create policy says on feedback for insert to role_app
  with check (
    exists (
      select from feedback_request request
      where request.id = request_id
        and request.colleague_id = viewer()
        and request.person_id = feedback.person_id
        and feedback.expectation_id = any (request.expectation_ids)
        and num_nonnulls(request.answered_at, request.declined_at, request.withdrawn_at) = 0
    )
  );

-- When talks are due ------------------------------------------------------------------------------------------------

-- How the organisation wants talks to follow one another, in months. Null: it has no rhythm.
create function talk_rhythm() returns integer
  language sql stable security definer set search_path from current
as $$
  select value::integer from setting where key = 'talk-rhythm' and value ~ '^[1-9][0-9]?$'
$$;

-- By when somebody's next talk is due: one rhythm after the last; without one, after they began to report to their manager,
-- or after there was a rhythm: nobody was late before. For the functions below alone.
create function talk_due(person uuid) returns date
  language sql stable security definer set search_path from current
as $$
  select (
    (coalesce(
      (
        select max(revealed_at)
        from reveal
        join conversation on conversation.id = reveal.conversation_id
        where conversation.person_id = line.person_id
      ),
      greatest(line.since, (select changed_at from setting where key = 'talk-rhythm'))
    ) at time zone 'UTC')::date + make_interval(months => talk_rhythm())
  )::date
  from reporting_line line
  where line.person_id = person and line.until is null and line.manager_id is not null
$$;

revoke execute on function talk_due(uuid) from public;

-- The same for the person and their line manager.
create function talk_due_of(person uuid) returns date
  language sql stable security definer set search_path from current
as $$
  select talk_due(person) where person = viewer() or person in (select people_i_manage())
$$;

-- Whether a talk with somebody is under way: not ended, and its views not revealed. For the functions below alone.
create function is_talk_planned(person uuid) returns boolean
  language sql stable security definer set search_path from current
as $$
  select exists (
    select from conversation
    where conversation.person_id = person
      and not exists (select from reveal where reveal.conversation_id = conversation.id)
      and not exists (select from conversation_end where conversation_end.conversation_id = conversation.id)
  )
$$;

revoke execute on function is_talk_planned(uuid) from public;

-- For a head of operations, team by team: how many people of their part of the line have had a talk within one rhythm (a
-- year where there is none), are due for one within 30 days, and are late. Names never; and no figures of a team of which
-- fewer than five people are counted, whatever the figures would be.
create function talks_in_my_teams(today date)
  returns table (team_id uuid, team text, people bigint, held bigint, due bigint, late bigint)
  language sql stable security definer set search_path from current
as $$
  select
    team.id,
    team.name,
    case when count(*) >= 5 then count(*) end,
    case when count(*) >= 5 then count(*) filter (
      where talk.last_at >= today - make_interval(months => coalesce(talk_rhythm(), 12))
    ) end,
    case when count(*) >= 5 then count(*) filter (where talk.due_on between today and today + 30) end,
    case when count(*) >= 5 then count(*) filter (where talk.due_on < today) end
  from (
    select distinct below.id
    from headship
    cross join lateral line_below(headship.root_id) as below (id)
    where headship.person_id = viewer() and headship.until is null
  ) mine
  join person on person.id = mine.id and person.left_on is null and person.id <> viewer()
  join reporting_line line on line.person_id = person.id and line.until is null and line.manager_id is not null
  join team_member member on member.person_id = person.id and member.until is null
  join team on team.id = member.team_id
  cross join lateral (
    select
      talk_due(person.id) as due_on,
      (
        select max(revealed_at)
        from reveal
        join conversation on conversation.id = reveal.conversation_id
        where conversation.person_id = person.id
      ) as last_at
  ) talk
  group by team.id, team.name
  order by team.name collate "und-x-icu", team.id
$$;

-- What somebody may be reminded of, to which address and at which hours: opaque ids and days, and nothing of what it says
-- about anybody. Which of it is sent is decided by src/domain/reminders.ts.
create function reminders_to_consider(at timestamptz)
  returns table (
    person_id uuid, address text, time_zone text, monday_mail boolean, reminder_mail boolean, quiet_from smallint,
    quiet_until smallint, kind text, subject_id uuid, due_on date, sent_at timestamptz, last_monday_at timestamptz,
    last_mail_at timestamptz
  )
  language sql stable security definer set search_path from current
as $$
  with matter (person_id, kind, subject_id, due_on) as (
    -- Whoever does it: the person, or whoever manages them today.
    select action.owner_id, 'action', action.id, action.due_on
    from action
    where action.closed_at is null
      and action.due_on <= (at at time zone 'UTC')::date + 8
      and action.created_at <= at - interval '1 day'
      and (action.owner_id = action.person_id or is_managed_by(action.person_id, action.owner_id))
    union all
    select qualification.person_id, 'qualification', qualification.id, qualification.valid_until
    from qualification
    where qualification.valid_until between (at at time zone 'UTC')::date - 1 and (at at time zone 'UTC')::date + 91
    union all
    select line.manager_id, 'talk', line.person_id, talk.due_on
    from reporting_line line
    join person report on report.id = line.person_id and report.left_on is null
    cross join lateral (select talk_due(line.person_id) as due_on) talk
    where line.until is null
      and line.manager_id is not null
      and talk.due_on <= (at at time zone 'UTC')::date + 15
      and not is_talk_planned(line.person_id)
    union all
    select request.colleague_id, 'feedback', request.id, request.until
    from feedback_request request
    where request.colleague_id is not null
      and num_nonnulls(request.answered_at, request.declined_at, request.withdrawn_at) = 0
      and request.until between (at at time zone 'UTC')::date - 1 and (at at time zone 'UTC')::date + 4
      and request.asked_at <= at - interval '1 day'
      and not is_feedback_over(request.conversation_id)
  )
  select
    person.id,
    person.email,
    person.time_zone,
    coalesce(preference.monday_mail, false),
    coalesce(preference.reminder_mail, true),
    coalesce(preference.quiet_from, 18::smallint),
    coalesce(preference.quiet_until, 8::smallint),
    matter.kind,
    matter.subject_id,
    matter.due_on,
    (
      select max(reminder.sent_at)
      from reminder
      where reminder.person_id = person.id
        and reminder.kind = matter.kind
        and reminder.subject_id = matter.subject_id
    ),
    (select max(reminder.sent_at) from reminder where reminder.person_id = person.id and reminder.kind = 'monday'),
    (select max(reminder.sent_at) from reminder where reminder.person_id = person.id)
  from matter
  join person on person.id = matter.person_id and person.left_on is null and person.email is not null
  left join preference on preference.person_id = person.id
  where coalesce(preference.monday_mail, false) or coalesce(preference.reminder_mail, true)
  order by person.id, matter.due_on, matter.subject_id
$$;

revoke execute on function reminders_to_consider(timestamptz) from public;
grant execute on function reminders_to_consider(timestamptz) to role_job;
