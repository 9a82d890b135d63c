-- People, who reports to whom, how they sign in, and what is sent to them. Who may read what is decided here, by
-- row-level security, and nowhere else. `role_app`, `role_auth` and `role_job` stand for roles that carry the name of the
-- database; see src/db/roles.ts.

-- Who looks, for the length of a transaction. Null: nobody, who sees no row about anybody.
create function viewer() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('cairn.viewer', true), '')::uuid;

-- Puts a table behind row-level security, for its owner too. The owner's own policy is what migrations and backups go by.
create function protect(protected regclass) returns void
  language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format('create policy owner on %s to %I using (true) with check (true)', protected, current_user);
end
$$;

-- People ---------------------------------------------------------------------------------------------------------

create table person (
  id uuid not null,
  name text not null,
  -- As the person gives them, e.g. "she/her".
  pronouns text,
  -- In lower case. Names one person; absent for somebody who has none.
  email text,
  site text,
  -- IANA name, e.g. "Europe/London".
  time_zone text,
  joined_on date,
  -- Set when somebody leaves: they no longer sign in, and nobody reports to them.
  left_on date,
  -- What the directory is filtered by: name and e-mail without accents, in lower case.
  folded text not null generated always as (
    lower(regexp_replace(normalize(name || ' ' || coalesce(email, ''), NFKD), '[\u0300-\u036f]', '', 'g'))
  ) stored,
  created_at timestamptz not null,
  primary key (id),
  constraint person_has_name check (name <> '' and length(name) <= 200),
  constraint person_email_lower check (email = lower(email))
);

create unique index person_email on person (email);
-- In the order in which people read names; the directory goes through it page by page.
create index person_by_name on person (name collate "und-x-icu", id);
-- Which sites there are is asked for on every page of the directory.
create index person_by_site on person (site) where left_on is null and site is not null;

-- Known to fewer people than a name is, so it stands apart.
create table staff_number (
  person_id uuid not null references person (id) on delete cascade,
  number text not null,
  primary key (person_id)
);

create unique index staff_number_names_one on staff_number (number);

create table team (
  id uuid not null,
  name text not null,
  created_at timestamptz not null,
  primary key (id)
);

create unique index team_name on team (lower(name));

create table team_member (
  person_id uuid not null references person (id) on delete cascade,
  team_id uuid not null references team (id),
  since timestamptz not null,
  until timestamptz,
  primary key (person_id, since)
);

create unique index team_member_now on team_member (person_id) where until is null;
create index team_members on team_member (team_id) where until is null;

-- The reporting line and its history. The line of today is the row without an end.
create table reporting_line (
  person_id uuid not null references person (id) on delete cascade,
  -- Null: nobody, which is allowed and shown.
  manager_id uuid references person (id) on delete set null,
  since timestamptz not null,
  until timestamptz,
  primary key (person_id, since),
  constraint reporting_line_is_not_to_oneself check (manager_id <> person_id)
);

create unique index reporting_line_now on reporting_line (person_id) where until is null;
create index reports_now on reporting_line (manager_id) where until is null;
create index reports_ever on reporting_line (manager_id);

create table level_held (
  id uuid not null,
  person_id uuid not null references person (id) on delete cascade,
  framework_id text not null references framework (id),
  level_id text not null,
  -- The release in force when it was set.
  release_version text,
  since date not null,
  until date,
  -- Opaque: who set it may be erased, that it was set stays.
  set_by uuid,
  set_at timestamptz not null,
  primary key (id)
);

create unique index level_held_now on level_held (person_id) where until is null;
create index level_held_history on level_held (person_id, since);

-- Somebody who stands in for a manager; the last day counts, unless it was ended before.
create table deputy (
  id uuid not null,
  manager_id uuid not null references person (id) on delete cascade,
  deputy_id uuid not null references person (id) on delete cascade,
  first_day date not null,
  last_day date not null,
  named_at timestamptz not null,
  -- From then on they stand in no more.
  ended_at timestamptz,
  primary key (id),
  constraint deputy_is_another check (deputy_id <> manager_id),
  constraint deputy_days_in_order check (first_day <= last_day)
);

create index deputies_of on deputy (manager_id);
create index deputy_for on deputy (deputy_id);

-- Head of operations over everybody below `root_id`, that person included.
create table headship (
  id uuid not null,
  person_id uuid not null references person (id) on delete cascade,
  root_id uuid not null references person (id) on delete cascade,
  since timestamptz not null,
  until timestamptz,
  primary key (id)
);

create index headship_of on headship (person_id) where until is null;

create table stewardship (
  id uuid not null,
  person_id uuid not null references person (id) on delete cascade,
  framework_id text not null references framework (id),
  since timestamptz not null,
  until timestamptz,
  primary key (id)
);

create unique index stewardship_now on stewardship (person_id, framework_id) where until is null;

create table administrator (
  id uuid not null,
  person_id uuid not null references person (id) on delete cascade,
  since timestamptz not null,
  until timestamptz,
  primary key (id)
);

create unique index administrator_now on administrator (person_id) where until is null;

-- Whose reporting line a framework is for; its policy says so only in words.
create table framework_reach (
  framework_id text not null references framework (id),
  root_id uuid not null references person (id) on delete cascade,
  set_at timestamptz not null,
  primary key (framework_id, root_id)
);

-- Somebody outside a framework's reach who chose to use it.
create table framework_chosen (
  person_id uuid not null references person (id) on delete cascade,
  framework_id text not null references framework (id),
  chosen_at timestamptz not null,
  primary key (person_id, framework_id)
);

create table setting (
  key text not null,
  value text not null,
  changed_at timestamptz not null,
  primary key (key)
);

-- A file of people that was read and looks right, until somebody applies or discards it; a day at most.
create table people_import (
  id uuid not null,
  administrator_id uuid not null references person (id) on delete cascade,
  name text not null,
  bytes bytea not null,
  -- Whether columns that are not known are left out.
  ignores_unknown boolean not null,
  read_at timestamptz not null,
  primary key (id)
);

-- Signing in: written by the library behind it, and by nobody else ------------------------------------------------

create table account (
  id uuid not null,
  person_id uuid references person (id) on delete cascade,
  name text not null,
  email text not null,
  email_verified boolean not null,
  image text,
  two_factor_enabled boolean,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (id)
);

create unique index account_email on account (email);
create unique index account_person on account (person_id);

create table session (
  id uuid not null,
  account_id uuid not null references account (id) on delete cascade,
  token text not null,
  ip_address text,
  user_agent text,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (id)
);

create unique index session_token on session (token);
create index sessions_of on session (account_id);

create table credential (
  id uuid not null,
  account_id uuid not null references account (id) on delete cascade,
  provider_id text not null,
  provider_account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (id)
);

create index credentials_of on credential (account_id);

create table verification (
  id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (id)
);

create index verification_identifier on verification (identifier);

create table passkey (
  id uuid not null,
  account_id uuid not null references account (id) on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz,
  primary key (id)
);

create index passkeys_of on passkey (account_id);
create unique index passkey_credential on passkey (credential_id);

create table two_factor (
  id uuid not null,
  account_id uuid not null references account (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamptz,
  primary key (id)
);

create index two_factor_of on two_factor (account_id);

-- An administrator took somebody's second factor away, for a reason; the person is told at once.
create table second_factor_removal (
  id uuid not null,
  person_id uuid not null references person (id) on delete cascade,
  -- Opaque.
  administrator_id uuid not null,
  reason text not null,
  removed_at timestamptz not null,
  primary key (id),
  constraint second_factor_removal_has_reason check (length(trim(reason)) >= 10)
);

create index second_factor_removals_of on second_factor_removal (person_id);

-- Survives a restart, so that restarting is no way around it.
create table rate_limit (
  key text not null,
  points integer not null default 0,
  -- Milliseconds since 1970.
  expire bigint,
  primary key (key)
);

-- One-time links. Only digests are kept, so a copy of the database opens nothing.
create table set_up_key (
  digest text not null,
  -- Whom it makes administrator, with a new password; absent where whoever opens it enters themselves as the first.
  person_id uuid references person (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (digest)
);

create table invitation (
  id uuid not null,
  person_id uuid not null references person (id) on delete cascade,
  email text not null,
  digest text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  primary key (id)
);

create unique index invitation_digest on invitation (digest);
create index invitations_of on invitation (person_id);

-- Somebody who asked to join and has not shown yet that the address is theirs. Nobody is entered before.
create table sign_up (
  digest text not null,
  name text not null,
  email text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (digest)
);

-- With which a person's own programs act for them.
create table personal_token (
  id uuid not null,
  person_id uuid not null references person (id) on delete cascade,
  name text not null,
  digest text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  expires_at timestamptz not null,
  primary key (id)
);

create unique index personal_token_digest on personal_token (digest);
create index personal_tokens_of on personal_token (person_id);

-- What is sent ---------------------------------------------------------------------------------------------------

create table mail (
  id uuid not null,
  -- Absent for an address that is nobody's yet.
  person_id uuid references person (id) on delete cascade,
  address text not null,
  -- What it is about, for whoever looks after the installation, e.g. "invitation". Never text about a person.
  kind text not null,
  -- Both go once it is sent or given up.
  subject text,
  body text,
  -- An entry for a calendar that goes with it, as RFC 5545 writes it.
  calendar text,
  created_at timestamptz not null,
  next_try_at timestamptz not null,
  tries integer not null default 0,
  -- Why the last try failed, as the mail server said it.
  failure text,
  sent_at timestamptz,
  given_up_at timestamptz,
  primary key (id)
);

create index mail_waiting on mail (next_try_at) where sent_at is null and given_up_at is null;

-- What happened --------------------------------------------------------------------------------------------------

-- `publication`: frameworks. `settings`: accounts and the installation. `record`: somebody's own record.
alter table event add column kind text not null default 'publication';
-- Opaque id of the person whom it is about, who may read it.
alter table event add column about uuid;
alter table event add constraint event_kind_known check (kind in ('publication', 'settings', 'record'));

drop index event_newest;
create index event_newest on event (at desc, id desc) where kind = 'publication';
create index event_about on event (about, at desc) where about is not null;
create index event_settings on event (at desc) where kind = 'settings';

-- An administrator opens one record, for a reason and a while; its owner is told at once.
create table break_glass (
  id uuid not null,
  administrator_id uuid not null,
  owner_id uuid not null references person (id) on delete cascade,
  -- What was opened, e.g. `evidence`, and which.
  record_kind text not null,
  record_id uuid not null,
  reason text not null,
  opened_at timestamptz not null,
  until timestamptz not null,
  primary key (id),
  constraint break_glass_has_reason check (length(trim(reason)) >= 10),
  constraint break_glass_ends check (until - opened_at <= interval '24 hours')
);

create index break_glass_open on break_glass (administrator_id, record_kind);

-- Somebody's wish to be erased, until it is carried out.
create table erasure_wish (
  person_id uuid not null references person (id) on delete cascade,
  wished_at timestamptz not null,
  primary key (person_id)
);

-- Whom a restore must erase again. The id stands for nobody any more.
create table erasure (
  person_id uuid not null,
  erased_at timestamptz not null,
  primary key (person_id)
);

create trigger erasure_is_append_only
  before update or delete or truncate on erasure
  for each statement execute function refuse_change();

-- Who is what to the viewer. Definer's rights: a policy that asked the tables themselves would ask itself for ever. ---

create function is_administrator() returns boolean
  language sql stable security definer set search_path from current
as $$
  select exists (select from administrator where person_id = viewer() and until is null)
$$;

-- Whoever runs a command on the machine, as the owner of the tables. Requests have taken another role.
create function is_operator() returns boolean
  language sql stable security definer set search_path from current
as $$
  select viewer() is null and current_setting('role') = 'none' and pg_has_role(session_user, current_user, 'member')
$$;

create function is_steward_of(framework text) returns boolean
  language sql stable security definer set search_path from current
as $$
  select exists (
    select from stewardship
    where person_id = viewer() and framework_id = framework and until is null
  )
$$;

-- The people whose line manager the viewer is today, or stands in for today.
create function people_i_manage() returns setof uuid
  language sql stable security definer set search_path from current
as $$
  select line.person_id
  from reporting_line line
  where line.until is null
    and line.person_id <> viewer()
    and line.manager_id in (
      select viewer()
      union all
      select manager_id
      from deputy
      where deputy_id = viewer() and current_date between first_day and last_day and ended_at is null
    )
$$;

-- Everybody below somebody in the reporting line of today, that person included.
create function line_below(root uuid) returns setof uuid
  language sql stable security definer set search_path from current
as $$
  with recursive below (id) as (
    select root
    union
    select line.person_id
    from reporting_line line
    join below on below.id = line.manager_id
    where line.until is null
  )
  select id from below
$$;

-- The records of a kind that the viewer has opened by breaking the glass and may still read.
create function records_i_opened(kind text) returns setof uuid
  language sql stable security definer set search_path from current
as $$
  select record_id
  from break_glass
  where administrator_id = viewer() and record_kind = kind and until > now() and is_administrator()
$$;

-- Erases a person: what is theirs goes with them, what others said and have stays without their name.
-- @raises insufficient_privilege for whoever may not
create function erase_person(erased uuid, at timestamptz) returns void
  language plpgsql security definer set search_path from current
as $$
begin
  if viewer() is distinct from erased and not (
    is_administrator() and (
      exists (select from erasure_wish where person_id = erased)
      or exists (select from person where id = erased and left_on is not null)
    )
  ) then
    raise insufficient_privilege using message = 'only at the wish of the person, or once they have left';
  end if;
  insert into erasure (person_id, erased_at) values (erased, at) on conflict do nothing;
  -- A file that waits to be imported may hold them, too.
  delete from people_import;
  delete from person where id = erased;
end
$$;

-- Ends every way in that a person has open, e.g. when they leave.
create function end_sign_in(ended uuid) returns void
  language plpgsql security definer set search_path from current
as $$
begin
  if not (is_administrator() or is_operator()) then
    raise insufficient_privilege using message = 'only administrators end what somebody has open';
  end if;
  delete from session using account where session.account_id = account.id and account.person_id = ended;
  -- Links in mails, devices that are remembered, and sign-ins that wait for a second factor name the account.
  delete from verification using account where verification.value = account.id::text and account.person_id = ended;
  delete from personal_token where person_id = ended;
end
$$;

-- Ends every span in which somebody has a deputy or is one. Administrators do not see which.
create function end_deputies(ended uuid, at timestamptz) returns void
  language plpgsql security definer set search_path from current
as $$
begin
  if not (is_administrator() or is_operator()) then
    raise insufficient_privilege using message = 'only administrators end the deputies of somebody who leaves';
  end if;
  update deputy
  set ended_at = at
  where ended in (manager_id, deputy_id) and ended_at is null and last_day >= at::date;
end
$$;

-- Gives a record back before its time is over.
create function end_break_glass(opened uuid, at timestamptz) returns boolean
  language plpgsql security definer set search_path from current
as $$
begin
  if not is_administrator() then
    raise insufficient_privilege using message = 'only administrators end what one of them opened';
  end if;
  update break_glass set until = at where id = opened and until > at;
  return found;
end
$$;

-- What is not somebody's own to say about themselves stays as an administrator entered it.
create function keep_what_administrators_enter() returns trigger
  language plpgsql
as $$
begin
  if viewer() is null or is_administrator() then
    return new;
  end if;
  if (new.id, new.name, new.email, new.joined_on, new.left_on, new.created_at)
    is distinct from (old.id, old.name, old.email, old.joined_on, old.left_on, old.created_at) then
    raise insufficient_privilege using message = 'only administrators change a name, an address or a date';
  end if;
  return new;
end
$$;

create trigger person_keeps_what_administrators_enter
  before update on person
  for each row execute function keep_what_administrators_enter();

-- A demo, in which visitors sign in as anybody, holds nobody real: neither when it becomes one nor later. No address that
-- ends in `.example` can be anybody's.
create function keep_demo_invented() returns trigger
  language plpgsql security definer set search_path from current
as $$
begin
  if exists (select from setting where key = 'demo') then
    if exists (select from person where email not like '%.example') then
      raise exception using errcode = 'CN001', message = 'nobody real belongs in a demo';
    end if;
  end if;
  return null;
end
$$;

create trigger setting_makes_no_demo_of_real_people
  after insert or update on setting
  for each row when (new.key = 'demo') execute function keep_demo_invented();

create trigger person_is_invented_in_a_demo
  after insert or update on person
  for each row when (new.email not like '%.example') execute function keep_demo_invented();

-- Takes somebody's second factor away, e.g. because their telephone is lost and the recovery codes with it.
create function remove_second_factor(removed uuid) returns void
  language plpgsql security definer set search_path from current
as $$
begin
  if not is_administrator() then
    raise insufficient_privilege using message = 'only administrators remove the second factor of somebody else';
  end if;
  delete from two_factor using account where two_factor.account_id = account.id and account.person_id = removed;
  delete from verification using account where verification.value = account.id::text and account.person_id = removed;
  update account set two_factor_enabled = false where person_id = removed;
end
$$;

-- What administrators see of accounts: nothing that opens one.
create function accounts_to_administer()
  returns table (
    person_id uuid, email text, verified boolean, password boolean, two_factor boolean, passkeys bigint,
    last_seen timestamptz
  )
  language sql stable security definer set search_path from current
as $$
  select
    account.person_id,
    account.email,
    account.email_verified,
    exists (select from credential where credential.account_id = account.id and credential.password is not null),
    coalesce(account.two_factor_enabled, false),
    (select count(*) from passkey where passkey.account_id = account.id),
    (select max(session.updated_at) from session where session.account_id = account.id)
  from account
  where is_administrator()
$$;

-- What administrators see of mail: whether it goes out, never what it says.
create function mail_to_administer()
  returns table (
    id uuid, address text, kind text, created_at timestamptz, next_try_at timestamptz, tries integer, failure text,
    sent_at timestamptz, given_up_at timestamptz
  )
  language sql stable security definer set search_path from current
as $$
  select id, address, kind, created_at, next_try_at, tries, failure, sent_at, given_up_at
  from mail
  where is_administrator()
$$;

-- Who may read and write what ------------------------------------------------------------------------------------
-- `(select is_administrator())` is asked once a statement and not once a row, of which an import writes thousands.

select protect(protected::regclass)
from unnest(array[
  'person', 'staff_number', 'team', 'team_member', 'reporting_line', 'level_held', 'deputy', 'headship', 'stewardship',
  'administrator', 'framework_reach', 'framework_chosen', 'setting', 'people_import', 'account', 'session',
  'credential', 'verification', 'passkey', 'two_factor', 'second_factor_removal', 'rate_limit', 'set_up_key',
  'invitation', 'sign_up', 'personal_token',
  'mail', 'event', 'break_glass', 'erasure_wish', 'erasure'
]) as protected;

-- Frameworks are everybody's; who may see drafts is a matter of pages.
grant select, insert, update on source_file, framework, release, release_status, guide, role_profile to role_app;
grant select, insert, delete on preview_key, steward_key to role_app;

grant select, insert on event to role_app;
create policy reads on event for select to role_app
  using (kind = 'publication' or about = viewer() or (kind = 'settings' and (select is_administrator())));
create policy records on event for insert to role_app
  with check (kind = 'publication' or actor = viewer()::text);
grant insert on event to role_auth, role_job;
create policy records_sign_in on event for insert to role_auth with check (true);
create policy records_work on event for insert to role_job with check (true);

-- The directory: everybody who is signed in.
grant select, insert, update on person to role_app;
create policy reads on person for select to role_app using (viewer() is not null);
create policy enters on person for insert to role_app with check ((select is_administrator()));
create policy changes on person for update to role_app using (id = viewer() or (select is_administrator()));

grant select, insert, update, delete on staff_number to role_app;
create policy reads on staff_number for select to role_app using (person_id = viewer() or (select is_administrator()));
create policy enters on staff_number for insert to role_app with check ((select is_administrator()));
create policy changes on staff_number for update to role_app using ((select is_administrator()));
create policy removes on staff_number for delete to role_app using ((select is_administrator()));

grant select, insert, update, delete on team to role_app;
create policy reads on team for select to role_app using (viewer() is not null);
create policy enters on team for insert to role_app with check ((select is_administrator()));
create policy changes on team for update to role_app using ((select is_administrator()));
-- Only one that nobody was ever in: the history of members refers to it.
create policy removes on team for delete to role_app using ((select is_administrator()));

-- The line of today is everybody's; what it was is for those whom it was about.
grant select, insert, update on team_member to role_app;
create policy reads on team_member for select to role_app
  using (viewer() is not null and (until is null or person_id = viewer() or (select is_administrator())));
create policy enters on team_member for insert to role_app with check ((select is_administrator()));
create policy changes on team_member for update to role_app using ((select is_administrator()));

grant select, insert, update on reporting_line to role_app;
create policy reads on reporting_line for select to role_app
  using (
    viewer() is not null
    and (until is null or person_id = viewer() or manager_id = viewer() or (select is_administrator()))
  );
create policy enters on reporting_line for insert to role_app with check ((select is_administrator()));
create policy changes on reporting_line for update to role_app using ((select is_administrator()));

grant select, insert, update on level_held to role_app;
create policy reads on level_held for select to role_app
  using (person_id = viewer() or person_id in (select people_i_manage()) or (select is_administrator()));
create policy sets on level_held for insert to role_app
  with check (person_id in (select people_i_manage()) or (select is_administrator()));
create policy ends on level_held for update to role_app
  using (person_id in (select people_i_manage()) or (select is_administrator()));

grant select, insert, update, delete on deputy to role_app;
create policy reads on deputy for select to role_app
  using (
    manager_id = viewer()
    or deputy_id = viewer()
    or manager_id in (select line.manager_id from reporting_line line where line.person_id = viewer() and line.until is null)
  );
create policy names on deputy for insert to role_app with check (manager_id = viewer());
create policy changes on deputy for update to role_app using (manager_id = viewer());
create policy takes_back on deputy for delete to role_app using (manager_id = viewer());

grant select, insert, update on headship, stewardship, administrator to role_app;
create policy reads on headship for select to role_app using (viewer() is not null);
create policy enters on headship for insert to role_app with check ((select is_administrator()));
create policy changes on headship for update to role_app using ((select is_administrator()));
create policy reads on stewardship for select to role_app using (viewer() is not null);
create policy enters on stewardship for insert to role_app with check ((select is_administrator()));
create policy changes on stewardship for update to role_app using ((select is_administrator()));
create policy reads on administrator for select to role_app using (viewer() is not null);
create policy enters on administrator for insert to role_app with check ((select is_administrator()));
create policy changes on administrator for update to role_app using ((select is_administrator()));

grant select, insert, delete on framework_reach to role_app;
create policy reads on framework_reach for select to role_app using (viewer() is not null);
create policy enters on framework_reach for insert to role_app with check ((select is_administrator()));
create policy removes on framework_reach for delete to role_app using ((select is_administrator()));

grant select, insert, delete on framework_chosen to role_app;
create policy reads on framework_chosen for select to role_app
  using (person_id = viewer() or person_id in (select people_i_manage()) or (select is_administrator()));
create policy chooses on framework_chosen for insert to role_app with check (person_id = viewer());
create policy leaves on framework_chosen for delete to role_app using (person_id = viewer());

-- How the installation is set up decides what visitors see, so pages read it before anybody has signed in.
grant select, insert, update on setting to role_app;
create policy reads on setting for select to role_app using (true);
-- That it is a demo is written by its loader alone, as the owner.
create policy sets on setting for insert to role_app with check ((select is_administrator()) and key <> 'demo');
create policy changes on setting for update to role_app using ((select is_administrator()) and key <> 'demo');
grant select on setting to role_auth;
create policy reads_to_sign_in on setting for select to role_auth using (true);

grant select, insert, delete on people_import to role_app;
create policy reads on people_import for select to role_app using ((select is_administrator()));
create policy brings on people_import for insert to role_app
  with check (administrator_id = viewer() and (select is_administrator()));
create policy discards on people_import for delete to role_app using ((select is_administrator()));

grant select, insert, update, delete
  on account, session, credential, verification, passkey, two_factor, rate_limit, set_up_key, invitation, sign_up,
    personal_token
  to role_auth;
create policy signs_in on account to role_auth using (true) with check (true);
create policy signs_in on session to role_auth using (true) with check (true);
create policy signs_in on credential to role_auth using (true) with check (true);
create policy signs_in on verification to role_auth using (true) with check (true);
create policy signs_in on passkey to role_auth using (true) with check (true);
create policy signs_in on two_factor to role_auth using (true) with check (true);
create policy signs_in on rate_limit to role_auth using (true) with check (true);
create policy signs_in on set_up_key to role_auth using (true) with check (true);
create policy signs_in on invitation to role_auth using (true) with check (true);
create policy signs_up on sign_up to role_auth using (true) with check (true);
create policy signs_in on personal_token to role_auth using (true) with check (true);
-- Signing up enters a person, or finds the one whom an administrator entered before; the first one administers.
grant select, insert on person to role_auth;
create policy signs_in on person for select to role_auth using (true);
create policy signs_up on person for insert to role_auth with check (true);
grant select, insert on administrator to role_auth;
create policy signs_in on administrator for select to role_auth using (true);
create policy is_the_first on administrator for insert to role_auth with check (true);
grant insert on mail to role_auth;
create policy hands_over_links on mail for insert to role_auth with check (true);

grant select, insert on invitation to role_app;
create policy reads on invitation for select to role_app using ((select is_administrator()));
create policy invites on invitation for insert to role_app with check ((select is_administrator()));

grant select, insert on second_factor_removal to role_app;
create policy reads on second_factor_removal for select to role_app
  using (person_id = viewer() or is_administrator());
create policy removes on second_factor_removal for insert to role_app
  with check (administrator_id = viewer() and is_administrator());

grant select, insert, delete on personal_token to role_app;
create policy reads on personal_token for select to role_app using (person_id = viewer());
create policy makes on personal_token for insert to role_app with check (person_id = viewer());
create policy ends on personal_token for delete to role_app using (person_id = viewer());

-- Requests hand mail over; what it says only the sender reads.
grant insert on mail to role_app;
create policy hands_over on mail for insert to role_app with check (viewer() is not null);
grant select, insert, update, delete on mail to role_job;
create policy sends on mail to role_job using (true) with check (true);

-- Written by break_the_glass alone, which finds out itself whose record it is: they are the one to be told.
grant select on break_glass to role_app;
create policy reads on break_glass for select to role_app using (owner_id = viewer() or (select is_administrator()));

grant select, insert, delete on erasure_wish to role_app;
create policy reads on erasure_wish for select to role_app using (person_id = viewer() or (select is_administrator()));
create policy wishes on erasure_wish for insert to role_app with check (person_id = viewer());
create policy takes_back on erasure_wish for delete to role_app using (person_id = viewer());

-- Opaque ids that stand for nobody; written by erase_person alone.
grant select on erasure to role_app, role_job;
create policy reads on erasure for select to role_app, role_job using (true);

-- Each process asks which migrations it finds.
grant select on migration to role_app, role_auth, role_job;
