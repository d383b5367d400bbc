-- Old messages of the TMS dialect go.

-- For how many days an account's messages are kept: null as the server's setting says, 0 for ever.
alter table tms_account add column retention_days integer;

-- The clean-up goes through the messages of an account from the one that was completed first. It gives them the status
-- removed, which nobody sees, before it removes their recipients.
create index tms_message_by_end on tms_message (account_sid, completed, id);

-- The message that a callback tells of, null for callbacks of calls: a message stays until its webhooks are told.
alter table callback add column message_id bigint;

create index callback_by_message on callback (message_id, status);
