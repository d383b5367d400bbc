-- The sweep at the start and the reaper look for rows whose end was not written.
create index call_record_by_status on call_record (status, created);
create index recording_by_status on recording (status, created);

-- Requests that must arrive: kept until the application has taken them or they are given up.
create table callback (
    sid          varchar(34)                 not null primary key,
    account_sid  varchar(34)                 not null,
    call_sid     varchar(69)                 not null,
    position     bigint                      not null,
    created      timestamp(6) with time zone not null,
    url          varchar(4096)               not null,
    method       varchar(8)                  not null,
    parameters   varchar(65535)              not null,
    status       varchar(16)                 not null,
    attempts     integer                     not null,
    next_attempt timestamp(6) with time zone not null,
    last_failure varchar(512)                not null
);

create index callback_due on callback (status, next_attempt);
create index callback_by_call on callback (call_sid, position);
