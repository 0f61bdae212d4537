CREATE TABLE IF NOT EXISTS player_prize (
    prize_id    text        PRIMARY KEY,
    player_id   text        NOT NULL,
    jackpot_id  text        NOT NULL,
    draw_id     text        NOT NULL,
    prize_minor bigint      NOT NULL,
    currency    text        NOT NULL,
    drawn_at    timestamptz NOT NULL,
    returned    boolean     NOT NULL
);
CREATE INDEX IF NOT EXISTS player_prize_player ON player_prize (player_id, drawn_at DESC);
