-- Links for stewards: whoever holds one may decide about one framework until people can sign in.

create table steward_key (
  -- Only the digest of a key is kept, so a copy of the database opens no page.
  digest text not null,
  -- Names the holder in events, which never hold text about a person.
  id uuid not null,
  framework_id text not null references framework (id),
  -- What people read beside a decision, e.g. "Working group".
  name text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (digest)
);
