-- A record is what both signed: whatever is to be kept as one is held against what the database knows of it.

-- An instant, as records write it.
create function recorded_instant(at timestamptz) returns text
  language sql stable set search_path from current
as $$
  select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- A list in an order of its own, so that two are compared in whatever order each was written. Null where it is none.
create function in_any_order(list jsonb) returns jsonb
  language sql immutable set search_path from current
as $$
  select case jsonb_typeof(list)
    when 'array' then (select coalesce(jsonb_agg(member order by member), '[]') from jsonb_array_elements(list) member)
  end
$$;

-- What a side said of an expectation and of its points.
create function recorded_view(talk uuid, whose text, about text) returns jsonb
  language sql stable set search_path from current
as $$
  with said as (
    select point_id, jsonb_strip_nulls(jsonb_build_object('stance', stance, 'note', note)) as answer
    from view_answer
    where conversation_id = talk and side = whose and expectation_id = about
  )
  select
    coalesce((select answer from said where point_id = ''), '{"note": ""}')
      || jsonb_build_object(
        'points', coalesce((select jsonb_object_agg(point_id, answer) from said where point_id <> ''), '{}')
      )
$$;

-- What was agreed of an expectation; an empty sentence where nothing was.
create function recorded_agreement(talk uuid, of_edition integer, about text) returns jsonb
  language sql stable set search_path from current
as $$
  select coalesce(
    (
      select jsonb_strip_nulls(jsonb_build_object(
        'outcome', outcome,
        'sentence', sentence,
        'reasons', case outcome
          when 'we see this differently' then jsonb_build_object('person', person_reason, 'manager', manager_reason)
        end
      ))
      from agreed_row
      where conversation_id = talk and edition = of_edition and expectation_id = about
    ),
    '{"sentence": ""}'
  )
$$;

-- The rows of a record, as the tables have them: each expectation that was chosen, raised or agreed upon.
create function recorded_rows(talk uuid, of_edition integer) returns jsonb
  language sql stable set search_path from current
as $$
  select in_any_order(jsonb_agg(jsonb_build_object(
    'expectation', about,
    'agreed', recorded_agreement(talk, of_edition, about),
    'views', jsonb_build_object(
      'person', recorded_view(talk, 'person', about),
      'manager', recorded_view(talk, 'manager', about)
    ),
    'raised', (
      select in_any_order(coalesce(jsonb_agg(jsonb_build_object('by', side, 'why', why)), '[]'))
      from view_raise
      where conversation_id = talk and expectation_id = about
    ),
    'evidence', (
      select in_any_order(coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'id', evidence_id, 'point', nullif(point_id, ''), 'text', text, 'happenedOn', happened_on, 'helped', helped
      ))), '[]'))
      from conversation_evidence
      where conversation_id = talk and expectation_id = about
    )
  )))
  from (
    select expectation_id from conversation_row where conversation_id = talk
    union
    select expectation_id from view_raise where conversation_id = talk
    union
    select expectation_id from agreed_row where conversation_id = talk and edition = of_edition
  ) as talked_about (about)
$$;

-- What of a record the tables have too, in the words of src/domain/agreed-record.ts.
create function what_was_signed(talk uuid, of_edition integer, agreed timestamptz) returns jsonb
  language sql stable set search_path from current
as $$
  select jsonb_build_object(
    'format', 'cairn agreed record 1',
    'conversation', conversation.id,
    'edition', of_edition,
    'person', person_id,
    'manager', manager_id,
    'agreedAt', recorded_instant(agreed),
    'framework', framework_id,
    'release', release_version,
    'level', level_id,
    'startedAt', recorded_instant(started_at),
    'revealedAt', (select recorded_instant(revealed_at) from reveal where conversation_id = talk),
    'signatures', (
      select in_any_order(jsonb_agg(
        jsonb_build_object('side', side, 'person', signature.person_id, 'at', recorded_instant(signed_at))
          || jsonb_strip_nulls(jsonb_build_object('inPlaceOf', signature.in_place_of))
      ))
      from signature
      where conversation_id = talk and edition = of_edition
    ),
    'rows', recorded_rows(talk, of_edition)
  )
  from conversation
  where conversation.id = talk
$$;

-- The same, as a document says it. Signs that JSON can write and the database can't keep are words of a framework, which
-- is not looked at here.
create function what_is_said_in(document text) returns jsonb
  language sql immutable set search_path from current
as $$
  select jsonb_build_object(
    'format', said -> 'format',
    'conversation', said -> 'conversation',
    'edition', said -> 'edition',
    'person', said -> 'person',
    'manager', said -> 'manager',
    'agreedAt', said -> 'agreedAt',
    'framework', said -> 'framework' -> 'id',
    'release', said -> 'framework' -> 'release',
    'level', said -> 'level' -> 'id',
    'startedAt', said -> 'startedAt',
    'revealedAt', said -> 'revealedAt',
    'signatures', in_any_order(said -> 'signatures'),
    'rows', (
      select in_any_order(jsonb_agg(jsonb_build_object(
        'expectation', line -> 'expectation',
        'agreed', line -> 'agreed',
        'views', line -> 'views',
        'raised', in_any_order(line -> 'raised'),
        'evidence', in_any_order(line -> 'evidence')
      )))
      from jsonb_path_query(said, 'strict $.rows[*]', silent => true) line
    )
  )
  from (
    select regexp_replace(document, '(?<!\\)((\\\\)*)\\u(0000|d[89a-f][0-9a-f]{2})', '\1?', 'g')::jsonb
  ) as parsed (said)
$$;

-- After the policies, so that only those who may add one learn whether it is right. The owner restores what was.
create function refuse_what_was_not_signed() returns trigger
  language plpgsql security definer set search_path from current
as $$
begin
  if viewer() is not null and (
    new.digest = 'sha256:' || encode(sha256(convert_to(new.document, 'UTF8')), 'hex')
    and what_is_said_in(new.document) = what_was_signed(new.conversation_id, new.edition, new.agreed_at)
    and new.person_id = (select person_id from conversation where id = new.conversation_id)
    and new.agreed_at in (
      select signed_at from signature where conversation_id = new.conversation_id and edition = new.edition
    )
    and new.manager_id is not distinct from (
      select person_id
      from signature
      where conversation_id = new.conversation_id and edition = new.edition and side = 'manager'
    )
  ) is not true then
    raise exception 'this is not what was signed' using errcode = 'restrict_violation';
  end if;
  return null;
end
$$;

create trigger says_what_was_signed
  after insert on agreed_record
  for each row execute function refuse_what_was_not_signed();

-- As before, and which level is talked about, so that a row of another level is named with its own.
drop function feedback_asked_of_me();
create function feedback_asked_of_me()
  returns table (
    request_id uuid, about_id uuid, about_name text, asker_name text, manager_name text, framework_id text,
    release_version text, level_id text, is_over boolean
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
    conversation.level_id,
    is_feedback_over(conversation.id)
  from feedback_request request
  join conversation on conversation.id = request.conversation_id
  join person on person.id = request.person_id
  left join person asker on asker.id = request.asked_by
  left join person manager on manager.id = conversation.manager_id
  where request.colleague_id = viewer()
$$;

-- Feedback that comes after the reveal moves the talk, so that pages that are open know of it. Before, nobody reads it.
create function move_talk_for_feedback() returns trigger
  language plpgsql security definer set search_path from current
as $$
begin
  update conversation
  set touched_at = greatest(new.answered_at, touched_at + interval '1 millisecond')
  where id = new.conversation_id and is_revealed(id);
  return null;
end
$$;

create trigger moves_the_talk
  after update of answered_at on feedback_request
  for each row when (old.answered_at is null and new.answered_at is not null)
  execute function move_talk_for_feedback();
