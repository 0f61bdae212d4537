CREATE TABLE IF NOT EXISTS player_wallet (
    wallet_id     text   PRIMARY KEY,
    player_id     text   NOT NULL,
    currency      text   NOT NULL,
    balance_minor bigint NOT NULL,
    version       bigint NOT NULL
);
CREATE INDEX IF NOT EXISTS player_wallet_player ON player_wallet (player_id, wallet_id);
