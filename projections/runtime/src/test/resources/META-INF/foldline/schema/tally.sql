CREATE TABLE IF NOT EXISTS tally (
    id     text   PRIMARY KEY,
    events bigint NOT NULL,
    sum    bigint NOT NULL CHECK (sum < 1000000)
);
