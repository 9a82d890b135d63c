-- Where somebody is gone, nothing waits for them: neither a conversation nor a mail.

-- As `end_conversations_of_leaver` did, and also of those that somebody holds in place of whoever leaves.
create or replace function end_conversations_of_leaver() returns trigger
  language plpgsql security definer set search_path from current
as $$
begin
  perform end_conversations(
    array(select id from conversation where new.id in (person_id, manager_id, in_place_of)),
    'somebody left',
    now()
  );
  return null;
end
$$;

-- Whoever is erased may not have left before. What they began to prepare goes with them, the other side's view stays.
create function end_conversations_of_erased() returns trigger
  language plpgsql security definer set search_path from current
as $$
begin
  perform end_conversations(
    array(select id from conversation where person_id <> old.id and old.id in (manager_id, in_place_of)),
    'somebody left',
    now()
  );
  return old;
end
$$;

create trigger person_erased
  before delete on person
  for each row execute function end_conversations_of_erased();

-- Those of which the manager's side was erased before that was so.
select end_conversations(array(select id from conversation where manager_id is null), 'somebody left', now());

-- What a mail said that was given up is kept for some days, so that it can be tried again. Nobody reads it meanwhile.
drop function mail_to_administer();
create function mail_to_administer()
  returns table (
    id uuid, address text, kind text, created_at timestamptz, next_try_at timestamptz, tries integer, failure text,
    sent_at timestamptz, given_up_at timestamptz, can_be_tried boolean
  )
  language sql stable security definer set search_path from current
as $$
  select id, address, kind, created_at, next_try_at, tries, failure, sent_at, given_up_at,
    given_up_at is not null and body is not null
  from mail
  where is_administrator()
$$;

-- Puts a mail that was given up back among those that wait. False where there is none, or what it said is gone.
create function try_mail_again(given_up uuid, at timestamptz) returns boolean
  language plpgsql security definer set search_path from current
as $$
begin
  if not is_administrator() then
    raise insufficient_privilege using message = 'only administrators try a mail again';
  end if;
  update mail
  set given_up_at = null, next_try_at = at
  where id = given_up and given_up_at is not null and body is not null;
  return found;
end
$$;
