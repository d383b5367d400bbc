-- For how many days an account's recordings are kept: null as the server's setting says, 0 for ever.
alter table account add column recording_retention_days integer;

-- The clean-up goes through the recordings of an account from the one that ended first.
create index recording_by_end on recording (account_sid, updated, sid);
