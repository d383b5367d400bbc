-- Portable: the same text runs on H2 and on PostgreSQL.

create table organization (
    sid     varchar(34)                 not null primary key,
    domain  varchar(255)                not null,
    created timestamp(6) with time zone not null,
    updated timestamp(6) with time zone not null,
    constraint organization_domain unique (domain)
);

create table account (
    sid              varchar(34)                 not null primary key,
    organization_sid varchar(34)                 not null,
    parent_sid       varchar(34),
    email            varchar(320)                not null,
    friendly_name    varchar(255)                not null,
    status           varchar(16)                 not null,
    role             varchar(64)                 not null,
    token_hash       varchar(128)                not null,
    created          timestamp(6) with time zone not null,
    updated          timestamp(6) with time zone not null,
    constraint account_email unique (email),
    constraint account_organization foreign key (organization_sid) references organization (sid),
    constraint account_parent foreign key (parent_sid) references account (sid)
);

create index account_by_parent on account (parent_sid);

create table client (
    sid              varchar(34)                 not null primary key,
    account_sid      varchar(34)                 not null,
    organization_sid varchar(34)                 not null,
    login            varchar(128)                not null,
    friendly_name    varchar(255)                not null,
    ha1_md5          varchar(32)                 not null,
    ha1_sha256       varchar(64)                 not null,
    enabled          boolean                     not null,
    voice_url        varchar(2048),
    voice_method     varchar(8),
    created          timestamp(6) with time zone not null,
    updated          timestamp(6) with time zone not null,
    constraint client_login unique (organization_sid, login),
    constraint client_account foreign key (account_sid) references account (sid)
);

create index client_by_account on client (account_sid);

create table incoming_phone_number (
    sid                    varchar(34)                 not null primary key,
    account_sid            varchar(34)                 not null,
    organization_sid       varchar(34)                 not null,
    phone_number           varchar(128)                not null,
    friendly_name          varchar(255)                not null,
    sip                    boolean                     not null,
    pattern                boolean                     not null,
    voice_url              varchar(2048),
    voice_method           varchar(8),
    fallback_url           varchar(2048),
    fallback_method        varchar(8),
    status_callback        varchar(2048),
    status_callback_method varchar(8),
    created                timestamp(6) with time zone not null,
    updated                timestamp(6) with time zone not null,
    constraint incoming_phone_number_text unique (organization_sid, phone_number),
    constraint incoming_phone_number_account foreign key (account_sid) references account (sid)
);

create index incoming_phone_number_by_text on incoming_phone_number (phone_number);
create index incoming_phone_number_by_pattern on incoming_phone_number (organization_sid, pattern);
create index incoming_phone_number_by_account on incoming_phone_number (account_sid);

-- What calls leave behind has no foreign keys: it outlives what it names, and must be written whatever happens.

create table call_record (
    sid              varchar(69)                 not null primary key,
    account_sid      varchar(34)                 not null,
    parent_sid       varchar(69),
    number_sid       varchar(34),
    from_address     varchar(512)                not null,
    to_address       varchar(512)                not null,
    caller_name      varchar(255),
    forwarded_from   varchar(512),
    direction        varchar(16)                 not null,
    status           varchar(16)                 not null,
    created          timestamp(6) with time zone not null,
    updated          timestamp(6) with time zone not null,
    ringing          timestamp(6) with time zone,
    answered         timestamp(6) with time zone,
    ended            timestamp(6) with time zone,
    duration_seconds bigint                      not null,
    sip_status       integer,
    end_reason       varchar(255)                not null
);

create index call_record_page on call_record (account_sid, created, sid);
create index call_record_by_parent on call_record (parent_sid);

create table recording (
    sid         varchar(34)                 not null primary key,
    account_sid varchar(34)                 not null,
    call_sid    varchar(69)                 not null,
    created     timestamp(6) with time zone not null,
    updated     timestamp(6) with time zone not null,
    status      varchar(16)                 not null,
    duration_ms bigint                      not null,
    reason      varchar(1024)               not null
);

create index recording_page on recording (account_sid, created, sid);
create index recording_by_call on recording (call_sid);

create table say_record (
    sid             varchar(34)                 not null primary key,
    account_sid     varchar(34)                 not null,
    call_sid        varchar(69)                 not null,
    created         timestamp(6) with time zone not null,
    status          varchar(16)                 not null,
    reason          varchar(1024)               not null,
    duration_ms     bigint                      not null,
    character_count integer                     not null,
    provider        varchar(64)                 not null,
    language        varchar(64)                 not null,
    voice           varchar(64)                 not null,
    repetitions     integer                     not null
);

create index say_record_page on say_record (account_sid, created, sid);
create index say_record_by_call on say_record (call_sid);

create table notification (
    sid               varchar(34)                 not null primary key,
    account_sid       varchar(34)                 not null,
    call_sid          varchar(69)                 not null,
    created           timestamp(6) with time zone not null,
    log_level         integer                     not null,
    error_code        integer                     not null,
    message           varchar(4096)               not null,
    request_url       varchar(4096),
    request_method    varchar(8),
    request_variables varchar(16384),
    response_body     varchar(16384)              not null
);

create index notification_page on notification (account_sid, created, sid);
create index notification_by_call on notification (call_sid);
