-- What customers of the TeleSign dialect may do, and texts that nobody may have spoken.

alter table telesign_customer add column menus            boolean        default true  not null;
alter table telesign_customer add column trial            boolean        default false not null;
alter table telesign_customer add column verified_numbers varchar(65535) default ''    not null;
alter table telesign_customer add column prepaid_calls    integer        default 0     not null;
-- Only calls of prepaid customers are counted.
alter table telesign_customer add column placed_calls     integer        default 0     not null;
alter table telesign_customer add column api_hosts        varchar(65535) default ''    not null;
alter table telesign_customer add column callback_hosts   varchar(65535) default ''    not null;

create table telesign_blocked_text (
    text_part varchar(1600) not null primary key
);
