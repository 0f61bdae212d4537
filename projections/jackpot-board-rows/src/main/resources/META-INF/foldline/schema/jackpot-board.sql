CREATE TABLE IF NOT EXISTS jackpot_board (
    jackpot_id          text   PRIMARY KEY,
    currency            text   NOT NULL,
    rate_basis_points   int    NOT NULL,
    seed_minor          bigint NOT NULL,
    pot_minor           bigint NOT NULL,
    pot_ten_thousandths int    NOT NULL,
    draws               bigint NOT NULL,
    last_draw_id        text,
    last_player_id      text,
    last_prize_minor    bigint NOT NULL,
    version             bigint NOT NULL
);
