CREATE TABLE IF NOT EXISTS wallet_balance (
    wallet_id     text   PRIMARY KEY,
    currency      text   NOT NULL,
    balance_minor bigint NOT NULL,
    version       bigint NOT NULL
);
