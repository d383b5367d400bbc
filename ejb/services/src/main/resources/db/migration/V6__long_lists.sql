-- How many rows each account has in the tables whose rows are written once and stay. Whoever writes rows there counts them
-- here in the same transaction, so that the total of a list costs one look however long the list is.
create table row_total (
    table_name  varchar(32) not null,
    account_sid varchar(34) not null,
    row_count   bigint      not null,
    primary key (table_name, account_sid)
);

insert into row_total (table_name, account_sid, row_count)
    select 'call_record', account_sid, count(*) from call_record group by account_sid;
insert into row_total (table_name, account_sid, row_count)
    select 'say_record', account_sid, count(*) from say_record group by account_sid;

-- Newest first; H2 does not read an index backwards.
create index call_record_newest on call_record (account_sid desc, created desc, sid desc);
create index recording_newest on recording (account_sid desc, created desc, sid desc);
create index notification_newest on notification (account_sid desc, created desc, sid desc);
