-- What happened, in people's own words: private until its owner shares it.

create table evidence (
  id uuid not null,
  person_id uuid not null references person (id) on delete cascade,
  -- Markdown, to the letter.
  text text not null,
  happened_on date not null,
  -- What kind of operations work it was, from the list in src/domain/evidence.ts.
  kind text,
  noted_at timestamptz not null,
  changed_at timestamptz not null,
  -- Counts edits, so that of two tabs neither overwrites the other unseen.
  version integer not null,
  -- Since when the line manager may read it. Null: nobody but its owner.
  shared_at timestamptz,
  -- The release in force when it was noted; evidence keeps it whatever is released later.
  framework_id text,
  release_version text,
  -- How it came: `page`, `bookmark`, `command`, `import`, `offer`.
  came_by text not null,
  search tsvector not null generated always as (to_tsvector('english', text)) stored,
  primary key (id),
  foreign key (framework_id, release_version) references release (framework_id, version),
  constraint evidence_says_something check (length(trim(text)) > 0 and length(text) <= 20000)
);

create index evidence_of on evidence (person_id, happened_on desc, id desc);
create index evidence_shared on evidence (person_id) where shared_at is not null;

-- What it said before it was edited.
create table evidence_version (
  evidence_id uuid not null references evidence (id) on delete cascade,
  version integer not null,
  text text not null,
  happened_on date not null,
  kind text,
  replaced_at timestamptz not null,
  primary key (evidence_id, version)
);

-- Which expectations it speaks to, in the wording of a release.
create table evidence_tie (
  evidence_id uuid not null references evidence (id) on delete cascade,
  -- Its owner once more, so that counting a person's stones reads one index.
  person_id uuid not null references person (id) on delete cascade,
  framework_id text not null,
  release_version text not null,
  expectation_id text not null,
  -- A single numbered point of the expectation; empty: the whole of it.
  point_id text not null default '',
  tied_at timestamptz not null,
  primary key (evidence_id, framework_id, expectation_id, point_id),
  foreign key (framework_id, release_version) references release (framework_id, version)
);

create index evidence_ties_of on evidence_tie (person_id, framework_id, expectation_id);

create table evidence_link (
  evidence_id uuid not null references evidence (id) on delete cascade,
  place integer not null,
  url text not null,
  title text,
  primary key (evidence_id, place)
);

-- Whom it helped: a person or a team of the directory, or others in words.
create table evidence_helped (
  evidence_id uuid not null references evidence (id) on delete cascade,
  place integer not null,
  helped_person_id uuid references person (id) on delete set null,
  helped_team_id uuid references team (id),
  words text,
  primary key (evidence_id, place)
);

create index evidence_helped_person on evidence_helped (helped_person_id);

create table evidence_file (
  id uuid not null,
  evidence_id uuid not null references evidence (id) on delete cascade,
  name text not null,
  -- By its content, never by its name.
  type text not null,
  size integer not null,
  digest text not null,
  bytes bytea not null,
  added_at timestamptz not null,
  primary key (id),
  constraint evidence_file_size check (size between 1 and 10485760)
);

create index evidence_files_of on evidence_file (evidence_id);

-- A named colleague is asked once to confirm one piece of evidence, as it stood then.
create table confirmation (
  id uuid not null,
  evidence_id uuid not null references evidence (id) on delete cascade,
  evidence_version integer not null,
  -- Who was asked; nobody any more where they were erased.
  colleague_id uuid references person (id) on delete set null,
  -- Of the link in the mail.
  digest text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  answer text,
  -- What they said, when they confirmed.
  sentence text,
  primary key (id),
  constraint confirmation_answer_known check (answer in ('confirmed', 'declined')),
  constraint confirmation_sentence_of_who_confirmed check (
    case
      when answer = 'confirmed' then coalesce(length(trim(sentence)), 0) between 1 and 1000
      else sentence is null
    end
  )
);

create unique index confirmation_digest on confirmation (digest);
-- Each is asked once about a piece. Whoever was erased is nobody in particular.
create unique index confirmations_of on confirmation (evidence_id, colleague_id);
create index confirmations_asked on confirmation (colleague_id);

-- A note that somebody offers to another; evidence only once its owner accepts it.
create table offer (
  id uuid not null,
  from_id uuid references person (id) on delete set null,
  to_id uuid not null references person (id) on delete cascade,
  text text not null,
  happened_on date not null,
  offered_at timestamptz not null,
  answered_at timestamptz,
  answer text,
  evidence_id uuid references evidence (id) on delete set null,
  primary key (id),
  constraint offer_answer_known check (answer in ('accepted', 'declined')),
  constraint offer_says_something check (length(trim(text)) > 0 and length(text) <= 20000)
);

create index offers_to on offer (to_id, offered_at desc);
create index offers_from on offer (from_id, offered_at desc);

-- Questions and suggestions about the wording of a framework, to its stewards.
create table wording_question (
  id uuid not null,
  framework_id text not null,
  release_version text not null,
  expectation_id text not null,
  asker_id uuid references person (id) on delete set null,
  text text not null,
  -- Who may read it besides the asker: `stewards`, or `everybody` who is signed in.
  visible_to text not null,
  asked_at timestamptz not null,
  primary key (id),
  foreign key (framework_id, release_version) references release (framework_id, version),
  constraint wording_question_visible check (visible_to in ('stewards', 'everybody')),
  constraint wording_question_says_something check (length(trim(text)) > 0 and length(text) <= 4000)
);

create index wording_questions_about on wording_question (framework_id, expectation_id);
create index wording_questions_of on wording_question (asker_id);

create table wording_answer (
  id uuid not null,
  question_id uuid not null references wording_question (id) on delete cascade,
  steward_id uuid references person (id) on delete set null,
  text text not null,
  answered_at timestamptz not null,
  primary key (id),
  constraint wording_answer_says_something check (length(trim(text)) > 0 and length(text) <= 4000)
);

create index wording_answers_to on wording_answer (question_id);

-- Whether the viewer may read a piece of evidence; what hangs on one is read by whoever may read it.
create function may_read_evidence(piece uuid) returns boolean
  language sql stable security definer set search_path from current
as $$
  select exists (
    select from evidence
    where id = piece
      and (
        person_id = viewer()
        or (shared_at is not null and person_id in (select people_i_manage()))
        or id in (select records_i_opened('evidence'))
      )
  )
$$;

create function is_my_evidence(piece uuid) returns boolean
  language sql stable security definer set search_path from current
as $$
  select exists (select from evidence where id = piece and person_id = viewer())
$$;

-- Whose link it is: whoever holds one answers as the colleague who was asked.
create function confirmation_of_link(link_digest text) returns table (confirmation_id uuid, asked_id uuid)
  language sql stable security definer set search_path from current
as $$
  select id, colleague_id from confirmation where digest = link_digest
$$;

-- What the colleague who is asked may see: this text, and whose it is. Nothing else of the record.
create function evidence_to_confirm(asked uuid)
  returns table (
    owner_id uuid, owner_name text, text text, happened_on date, asked_at timestamptz, expires_at timestamptz,
    answered_at timestamptz, answer text, sentence text
  )
  language sql stable security definer set search_path from current
as $$
  select
    evidence.person_id,
    person.name,
    coalesce(earlier.text, evidence.text),
    coalesce(earlier.happened_on, evidence.happened_on),
    confirmation.asked_at,
    confirmation.expires_at,
    confirmation.answered_at,
    confirmation.answer,
    confirmation.sentence
  from confirmation
  join evidence on evidence.id = confirmation.evidence_id
  join person on person.id = evidence.person_id
  left join evidence_version earlier
    on earlier.evidence_id = evidence.id and earlier.version = confirmation.evidence_version
  where confirmation.id = asked and confirmation.colleague_id = viewer()
$$;

-- Answers once, and only in time. Returns whether the answer was taken.
create function answer_confirmation(asked uuid, given text, said text, at timestamptz) returns boolean
  language plpgsql security definer set search_path from current
as $$
begin
  update confirmation
  set answered_at = at, answer = given, sentence = said
  where id = asked and colleague_id = viewer() and answered_at is null and expires_at > at;
  return found;
end
$$;

-- Opens one record to an administrator until a moment, and says whose it is; null where there is no such record.
create function break_the_glass(new_id uuid, kind text, record uuid, why text, at timestamptz, ends timestamptz)
  returns uuid
  language plpgsql security definer set search_path from current
as $$
declare
  owner uuid;
begin
  if not is_administrator() then
    raise insufficient_privilege using message = 'only administrators break the glass';
  end if;
  if kind = 'evidence' then
    select evidence.person_id into owner from evidence where evidence.id = record;
  end if;
  if owner is not null then
    insert into break_glass (id, administrator_id, owner_id, record_kind, record_id, reason, opened_at, until)
    values (new_id, viewer(), owner, kind, record, why, at, ends);
  end if;
  return owner;
end
$$;

select protect(protected::regclass)
from unnest(array[
  'evidence', 'evidence_version', 'evidence_tie', 'evidence_link', 'evidence_helped', 'evidence_file', 'confirmation',
  'offer', 'wording_question', 'wording_answer'
]) as protected;

grant select, insert, update, delete on evidence to role_app;
create policy reads on evidence for select to role_app
  using (
    person_id = viewer()
    or (shared_at is not null and person_id in (select people_i_manage()))
    or id in (select records_i_opened('evidence'))
  );
create policy notes on evidence for insert to role_app with check (person_id = viewer());
create policy edits on evidence for update to role_app using (person_id = viewer());
create policy removes on evidence for delete to role_app using (person_id = viewer());

grant select, insert on evidence_version to role_app;
create policy reads on evidence_version for select to role_app using (is_my_evidence(evidence_id));
create policy keeps on evidence_version for insert to role_app with check (is_my_evidence(evidence_id));

grant select, insert, update, delete on evidence_tie to role_app;
create policy reads on evidence_tie for select to role_app
  using (person_id = viewer() or may_read_evidence(evidence_id));
create policy ties on evidence_tie for insert to role_app
  with check (person_id = viewer() and is_my_evidence(evidence_id));
create policy moves on evidence_tie for update to role_app using (person_id = viewer());
create policy unties on evidence_tie for delete to role_app using (person_id = viewer());

grant select, insert, delete on evidence_link, evidence_helped, evidence_file to role_app;
create policy reads on evidence_link for select to role_app using (may_read_evidence(evidence_id));
create policy adds on evidence_link for insert to role_app with check (is_my_evidence(evidence_id));
create policy removes on evidence_link for delete to role_app using (is_my_evidence(evidence_id));
create policy reads on evidence_helped for select to role_app using (may_read_evidence(evidence_id));
create policy adds on evidence_helped for insert to role_app with check (is_my_evidence(evidence_id));
create policy removes on evidence_helped for delete to role_app using (is_my_evidence(evidence_id));
create policy reads on evidence_file for select to role_app using (may_read_evidence(evidence_id));
create policy adds on evidence_file for insert to role_app with check (is_my_evidence(evidence_id));
create policy removes on evidence_file for delete to role_app using (is_my_evidence(evidence_id));

-- Its owner, who was asked, and whoever may read the evidence. Answers come through the function above alone.
-- Not the digest of the link: with it the owner could answer in the colleague's name.
grant
  select (id, evidence_id, evidence_version, colleague_id, asked_at, expires_at, answered_at, answer, sentence),
  insert,
  delete
  on confirmation to role_app;
-- That somebody declined is for the owner alone.
create policy reads on confirmation for select to role_app
  using (
    colleague_id = viewer()
    or is_my_evidence(evidence_id)
    or (answer = 'confirmed' and may_read_evidence(evidence_id))
  );
create policy asks on confirmation for insert to role_app
  with check (is_my_evidence(evidence_id) and colleague_id <> viewer() and answered_at is null and answer is null);
create policy takes_back on confirmation for delete to role_app
  using (answered_at is null and is_my_evidence(evidence_id));

grant select, insert, update (answered_at, answer, evidence_id), delete on offer to role_app;
create policy reads on offer for select to role_app using (to_id = viewer() or from_id = viewer());
create policy offers on offer for insert to role_app
  with check (from_id = viewer() and to_id <> viewer() and answered_at is null and answer is null);
create policy answers on offer for update to role_app using (to_id = viewer() and answered_at is null)
  with check (to_id = viewer());
create policy takes_back on offer for delete to role_app using (from_id = viewer() and answered_at is null);

-- Who may read it can change; what was asked stays.
grant select, insert, update (visible_to) on wording_question to role_app;
create policy reads on wording_question for select to role_app
  using (
    asker_id = viewer()
    or is_steward_of(framework_id)
    or (visible_to = 'everybody' and viewer() is not null)
  );
create policy asks on wording_question for insert to role_app with check (asker_id = viewer());
create policy shows on wording_question for update to role_app using (asker_id = viewer());

grant select, insert on wording_answer to role_app;
create policy reads on wording_answer for select to role_app
  using (exists (select from wording_question question where question.id = question_id));
create policy answers on wording_answer for insert to role_app
  with check (
    steward_id = viewer()
    and exists (
      select from wording_question question where question.id = question_id and is_steward_of(question.framework_id)
    )
  );
