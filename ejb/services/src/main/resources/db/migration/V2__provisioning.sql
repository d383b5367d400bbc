-- What accounts set up by themselves: applications, and what numbers and clients may say besides a voice URL.

create table application (
    sid                    varchar(34)                 not null primary key,
    account_sid            varchar(34)                 not null,
    friendly_name          varchar(255)                not null,
    rcml_url               varchar(2048),
    kind                   varchar(8)                  not null,
    voice_caller_id_lookup boolean                     not null,
    created                timestamp(6) with time zone not null,
    updated                timestamp(6) with time zone not null,
    constraint application_account foreign key (account_sid) references account (sid)
);

create index application_by_account on application (account_sid);

alter table client add column fallback_url varchar(2048);
alter table client add column fallback_method varchar(8);
alter table client add column application_sid varchar(34);

alter table incoming_phone_number add column voice_application_sid varchar(34);
alter table incoming_phone_number add column voice_caller_id_lookup boolean default false not null;
alter table incoming_phone_number add column sms_url varchar(2048);
alter table incoming_phone_number add column sms_method varchar(8);
alter table incoming_phone_number add column sms_fallback_url varchar(2048);
alter table incoming_phone_number add column sms_fallback_method varchar(8);
alter table incoming_phone_number add column sms_application_sid varchar(34);
alter table incoming_phone_number add column ussd_url varchar(2048);
alter table incoming_phone_number add column ussd_method varchar(8);
alter table incoming_phone_number add column ussd_fallback_url varchar(2048);
alter table incoming_phone_number add column ussd_fallback_method varchar(8);
alter table incoming_phone_number add column ussd_application_sid varchar(34);
alter table incoming_phone_number add column refer_url varchar(2048);
alter table incoming_phone_number add column refer_method varchar(8);
alter table incoming_phone_number add column refer_application_sid varchar(34);
alter table incoming_phone_number add column voice_capable boolean default true not null;
alter table incoming_phone_number add column sms_capable boolean default false not null;
alter table incoming_phone_number add column mms_capable boolean default false not null;
alter table incoming_phone_number add column fax_capable boolean default false not null;
