-- What the recordings of an account are written as, and what each was.
alter table account add column recording_format varchar(8) default 'wav' not null;
alter table recording add column audio_format varchar(8) default 'wav' not null;
