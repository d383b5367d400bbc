-- Who answered a call, and why nothing of a message could be heard.

alter table call_record add column answered_by varchar(32);

alter table message_record add column reason varchar(255) default '' not null;
