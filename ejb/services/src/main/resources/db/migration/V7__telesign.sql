-- The TeleSign dialect: who may use it, what it must not call, what it was asked to do and what came of it.

create table telesign_customer (
    customer_id       varchar(64)                 not null primary key,
    account_sid       varchar(34)                 not null,
    api_key           varchar(512)                not null,
    enabled           boolean                     not null,
    callback_url      varchar(4096),
    caller_ids        varchar(65535)              not null,
    allowed_addresses varchar(65535)              not null,
    created           timestamp(6) with time zone not null,
    updated           timestamp(6) with time zone not null,
    constraint telesign_customer_account foreign key (account_sid) references account (sid)
);

-- Of the platform with an empty customer_id.
create table telesign_blocked_number (
    customer_id  varchar(64) not null,
    phone_number varchar(32) not null,
    primary key (customer_id, phone_number)
);

create table telesign_blocked_prefix (
    prefix       varchar(16) not null,
    message_type varchar(8)  not null,
    primary key (prefix, message_type)
);

-- What has been used within the time in which its signature would still be good.
create table telesign_nonce (
    customer_id varchar(64)                 not null,
    nonce       varchar(128)                not null,
    expires     timestamp(6) with time zone not null,
    primary key (customer_id, nonce)
);

create index telesign_nonce_expired on telesign_nonce (expires);

-- What it was asked to say is not kept.
create table telesign_transaction (
    reference_id      varchar(32)                 not null primary key,
    customer_id       varchar(64)                 not null,
    account_sid       varchar(34)                 not null,
    call_sid          varchar(69),
    phone_number      varchar(32)                 not null,
    message_type      varchar(8)                  not null,
    caller_id         varchar(64),
    external_id       varchar(100),
    lifecycle_event   varchar(16),
    originating_ip    varchar(64),
    callback_url      varchar(4096),
    submitted         timestamp(6) with time zone not null,
    updated           timestamp(6) with time zone not null,
    code              integer                     not null,
    user_input        varchar(1),
    callback_status   varchar(16)                 not null,
    callback_attempts integer                     not null,
    callback_next     timestamp(6) with time zone not null,
    callback_failure  varchar(512)                not null
);

create index telesign_transaction_by_code on telesign_transaction (code, submitted);
create index telesign_transaction_by_number on telesign_transaction (phone_number, submitted);
create index telesign_transaction_due on telesign_transaction (callback_status, callback_next);
create index telesign_transaction_by_age on telesign_transaction (updated);

-- What a callee made of a message that was spoken to it.
create table message_record (
    sid         varchar(80)                 not null primary key,
    call_sid    varchar(69)                 not null,
    account_sid varchar(34)                 not null,
    updated     timestamp(6) with time zone not null,
    unheard     boolean                     not null,
    last_key    varchar(1)
);

create index message_record_by_call on message_record (call_sid);
