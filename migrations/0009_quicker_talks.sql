-- Reading rules of conversations that cost what they are asked about: one conversation, and not all of everybody.

-- The conversations in which the viewer has a side, and which. The manager's is theirs for as long as the person reports
-- to them; whoever stands in for them that day may take it in their own name, and they may take over a deputy's.
-- Plain SQL without rights of its own, so that the functions below are planned with it: asking about one conversation
-- then reads one conversation.
create function sides_of_viewer() returns table (talk_id uuid, side text)
  language sql stable
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

create or replace function my_sides() returns table (talk_id uuid, side text)
  language sql stable security definer set search_path from current
as $$
  select sides.talk_id, sides.side from sides_of_viewer() sides
$$;

-- Whether the viewer may know of a conversation: both sides, and the line manager of today. For what hangs on one: where a
-- policy asks the table itself, the planner reads all conversations of everybody instead of this one.
create function may_know_of_talk(talk uuid) returns boolean
  language sql stable security definer set search_path from current
as $$
  select exists (
    select from conversation
    where id = talk
      and (person_id = viewer() or manager_id = viewer() or person_id in (select people_i_manage()))
  )
$$;

-- The viewer's side of the talk and of what is signed after it: `person`, `manager`, or null.
create or replace function my_side_of_the_talk(talk uuid) returns text
  language sql stable security definer set search_path from current
as $$
  select side from sides_of_viewer() where talk_id = talk
$$;

-- The viewer's side while views are prepared. Nobody stands in there: a view is its author's.
create or replace function my_side(talk uuid) returns text
  language sql stable security definer set search_path from current
as $$
  select side
  from sides_of_viewer()
  join conversation on conversation.id = talk_id
  where talk_id = talk and viewer() in (person_id, manager_id)
$$;

-- Whether the viewer may change their own view: it is theirs, and neither submitted, revealed nor ended.
create or replace function may_answer(talk uuid, whose text) returns boolean
  language sql stable security definer set search_path from current
as $$
  select
    my_side(talk) = whose
    and not exists (
      select from view_submission
      where conversation_id = talk and side = whose and taken_back_at is null
    )
    and not exists (select from reveal where conversation_id = talk)
    and not exists (select from conversation_end where conversation_id = talk)
$$;

-- Those of whom a view is being prepared on the manager's side, by the viewer or by whom they stand in for. Plain SQL, as
-- above.
create function people_viewer_prepares_for() returns table (person uuid)
  language sql stable
as $$
  select person_id
  from conversation
  where person_id <> viewer()
    and manager_id in (
      select viewer()
      union all
      select deputy.manager_id
      from deputy
      where deputy.deputy_id = viewer()
        and deputy.ended_at is null
        and current_date between deputy.first_day and deputy.last_day
    )
    and not exists (select from reveal where reveal.conversation_id = conversation.id)
    and not exists (select from conversation_end ended where ended.conversation_id = conversation.id)
    and not exists (
      select from view_submission submitted
      where submitted.conversation_id = conversation.id and submitted.side = 'manager' and submitted.taken_back_at is null
    )
$$;

-- Whether the viewer is preparing to see somebody. Until their view is in, what was agreed earlier is not there for them:
-- people anchor on last year's answer.
create or replace function am_preparing_about(person uuid) returns boolean
  language sql stable security definer set search_path from current
as $$
  select exists (select from people_viewer_prepares_for() prepared where prepared.person = am_preparing_about.person)
$$;

-- The talks whose views the viewer may read: revealed, theirs, and not while they prepare to see the person anew. Asked
-- once a query, whatever the number of rows.
create or replace function talks_i_may_read() returns setof uuid
  language sql stable security definer set search_path from current
as $$
  select talk_id
  from sides_of_viewer()
  join reveal on reveal.conversation_id = talk_id
  join conversation on conversation.id = talk_id
  where conversation.person_id not in (select prepared.person from people_viewer_prepares_for() prepared)
$$;

alter policy reads on conversation_row using (may_know_of_talk(conversation_id));
alter policy reads on conversation_date using (may_know_of_talk(conversation_id));
alter policy reads on reveal using (may_know_of_talk(conversation_id));
alter policy reads on signature using (may_know_of_talk(conversation_id));
alter policy reads on conversation_end using (may_know_of_talk(conversation_id));
